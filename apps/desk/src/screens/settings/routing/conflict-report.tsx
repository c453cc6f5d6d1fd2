import type { Rule, RulesReport } from '../../../../../../contract/routing.ts';
import { useSettings } from '../../../kit/settings.ts';
import { useTexts } from '../../../kit/texts.ts';
import styles from '../settings.module.css';
import { checkTexts } from './check-texts.ts';
import { useFaultInWords } from './fault-list.tsx';
import own from './routing.module.css';
import type { RuleNames } from './rule-words.ts';
import { matchedInWords } from './rule-words.ts';

interface Props {
  report: RulesReport;
  rules: readonly Rule[];
  names: RuleNames;
}

/** What the rules say without meaning it: the broken, those that can never decide, those that want the same. */
export function ConflictReport({ report, rules, names }: Props) {
  const say = useTexts(checkTexts);
  const sayFault = useFaultInWords(names);
  const { language } = useSettings();
  const name = (id: string) => rules.find((each) => each.id === id)?.name || '…';
  const lines = [
    ...report.faults.map((fault) => `“${name(fault.rule)}”: ${sayFault(fault)}`),
    ...report.covered.map(({ rule, by }) =>
      by.length === 0
        ? say('impossible', { rule: name(rule) })
        : say('covered', { rule: name(rule), by: by.map((id) => `“${name(id)}”`).join(', ') }),
    ),
    ...report.overlaps.map(({ first, second, example }) =>
      say('overlap', {
        first: name(first),
        second: name(second),
        example: matchedInWords(example, names, language).join(', '),
      }),
    ),
  ];
  return (
    <section className={own.section}>
      <h2>{say('conflicts')}</h2>
      {lines.length === 0 ? (
        <p className="hs-meta">{say('conflicts.none')}</p>
      ) : (
        <ul className={own.lines}>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Topics × neighbourhoods that only the floor catches. */
export function CoverageReport({ report, names }: Omit<Props, 'rules'>) {
  const say = useTexts(checkTexts);
  const { coverage, neighbourhoods } = report;
  const untouched = coverage.filter(({ floor }) => floor === neighbourhoods).length;
  const some = coverage.filter(({ floor, sometimes }) => floor < neighbourhoods && (floor > 0 || sometimes > 0));
  return (
    <section aria-labelledby="coverage" className={own.section}>
      <h2 id="coverage">{say('coverage')}</h2>
      <p>{say('coverage.all', { n: untouched, all: coverage.length })}</p>
      {some.length > 0 && (
        <details>
          <summary>{say('coverage.some')}</summary>
          <div className={styles.scroll} role="region" aria-labelledby="coverage" tabIndex={0}>
            <table className={styles.table}>
              <thead>
                <tr>
                  <th scope="col">{say('topic')}</th>
                  {(['always', 'sometimes', 'floor'] as const).map((column) => (
                    <th key={column} scope="col" className={own.number}>
                      {say(column)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {some.map(({ topic, always, sometimes, floor, floorOnly }) => (
                  <tr key={topic}>
                    <th scope="row">
                      {names.topic(topic)} ({topic})
                      {floorOnly.length > 0 && floorOnly.length <= 12 && (
                        <p className="hs-meta">
                          {say('floor.where', { list: floorOnly.map(names.neighbourhood).join(', ') })}
                        </p>
                      )}
                    </th>
                    <td className={own.number}>{always}</td>
                    <td className={own.number}>{sometimes}</td>
                    <td className={own.number}>{floor}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </details>
      )}
    </section>
  );
}
