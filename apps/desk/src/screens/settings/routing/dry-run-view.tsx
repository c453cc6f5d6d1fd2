import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Static } from 'typebox';
import type { DryRunMove, DryRunResult, DryRunSample, Rule } from '../../../../../../contract/routing.ts';
import { formatCount, formatDuration } from '../../../../../../text/format.ts';
import { api } from '../../../kit/api.ts';
import { useRefusalText } from '../../../kit/refusal-texts.ts';
import { useSettings } from '../../../kit/settings.ts';
import { useShortcut } from '../../../kit/shortcuts.ts';
import { useTexts } from '../../../kit/texts.ts';
import styles from '../settings.module.css';
import { checkTexts } from './check-texts.ts';
import own from './routing.module.css';
import type { RuleNames } from './rule-words.ts';
import { targetInWords } from './rule-words.ts';
import type { DryRun } from './use-dry-run.ts';

interface Props {
  dryRun: DryRun;
  rules: readonly Rule[];
  names: RuleNames;
  /** Rules with faults cannot be tried. */
  isFaulty: boolean;
}

/** What these rules would have done to the last year, before anybody is bound by them. */
export function DryRunView({ dryRun, rules, names, isFaulty }: Props) {
  const say = useTexts(checkTexts);
  const refusalText = useRefusalText();
  const { work, result, isRunning, isStale, problem } = dryRun;
  useShortcut('Ctrl+D', say('dryRun.start'), dryRun.start, { whileTyping: true, when: !isRunning && !isFaulty });
  return (
    <section aria-labelledby="dry-run" className={own.section}>
      <h2 id="dry-run">{say('dryRun')}</h2>
      <p className="hs-meta">{say('dryRun.what')}</p>
      {isFaulty && <p className={styles.unconfirmed}>{say('fixFirst')}</p>}
      {!isRunning && !isFaulty && (
        <Button onClick={dryRun.start}>
          {result === null ? say('dryRun.start') : say('dryRun.again')} <kbd className="hs-key">Ctrl+D</kbd>
        </Button>
      )}
      {isRunning && <Progress dryRun={dryRun} />}
      <div role="status">
        {problem !== null && <p className="hs-problem">{refusalText(problem)}</p>}
        {work?.state === 'stopped' && <p>{say('dryRun.stopped')}</p>}
        {work?.state === 'failed' && (
          <p className="hs-problem">{say('dryRun.failed', { code: work.failure ?? '–' })}</p>
        )}
        {isStale && result !== null && <p className={styles.unconfirmed}>{say('dryRun.stale')}</p>}
        {work?.state === 'done' && result !== null && <Outcome result={result} />}
      </div>
      {work !== undefined && result !== null && result.moves.length > 0 && (
        <Moves work={work.id} moves={result.moves} names={names} />
      )}
      {work?.state === 'done' && result !== null && <Takes result={result} rules={rules} />}
    </section>
  );
}

function Progress({ dryRun: { work, stop } }: { dryRun: DryRun }) {
  const say = useTexts(checkTexts);
  const { language } = useSettings();
  const [done, total] = [work?.done ?? 0, work?.total ?? 0];
  return (
    <div className={own.progress}>
      <progress value={done} max={Math.max(1, total)} aria-label={say('dryRun')} />
      <p className="hs-meta">
        {say('dryRun.progress', { done: formatCount(done, language), total: formatCount(total, language) })}{' '}
        <button type="button" className="hs-link" onClick={stop}>
          {say('dryRun.stop')}
        </button>
      </p>
    </div>
  );
}

function Outcome({ result: { asked, moved, milliseconds } }: { result: DryRunResult }) {
  const say = useTexts(checkTexts);
  const { language } = useSettings();
  const number = (value: number) => formatCount(value, language);
  return (
    <>
      <p className={own.lead}>
        {moved === 0
          ? say('dryRun.none', { asked: number(asked) })
          : say('dryRun.moved', { moved: number(moved), asked: number(asked) })}
      </p>
      {milliseconds >= 1000 && (
        <p className="hs-meta">{say('dryRun.time', { length: formatDuration(milliseconds, language) })}</p>
      )}
    </>
  );
}

function Moves({ work, moves, names }: { work: string; moves: readonly DryRunMove[]; names: RuleNames }) {
  const say = useTexts(checkTexts);
  const { language } = useSettings();
  const [open, setOpen] = useState<number | null>(null);
  return (
    <div className={styles.scroll} role="region" aria-labelledby="dry-run" tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{say('from')}</th>
            <th scope="col">{say('to')}</th>
            <th scope="col" className={own.number}>
              {say('count')}
            </th>
          </tr>
        </thead>
        <tbody>
          {moves.map((move, at) => (
            <tr key={JSON.stringify([move.from, move.to])}>
              <td>{targetInWords(move.from, names, language)}</td>
              <td>
                {targetInWords(move.to, names, language)}
                {open === at && <Sample work={work} move={at} />}
              </td>
              <td className={own.number}>
                {formatCount(move.requests, language)}{' '}
                <button
                  type="button"
                  className="hs-link"
                  aria-expanded={open === at}
                  onClick={() => setOpen(open === at ? null : at)}
                >
                  {say('sample')}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A few of them, to be opened in another tab: whoever writes rules does not want to lose the page. */
function Sample({ work, move }: { work: string; move: number }) {
  const say = useTexts(checkTexts);
  const asked = useQuery({
    queryKey: ['dry-run-sample', work, move],
    queryFn: () => api.get<Static<typeof DryRunSample>>(`/api/v1/routing/dry-runs/${work}/sample`, { move }),
  });
  if (asked.data?.length === 0) return <p className="hs-meta">{say('sample.none')}</p>;
  return (
    <ul className="hs-meta">
      {asked.data?.map(({ id, shownNumber, text }) => (
        <li key={id}>
          <Link to={`/isler/${id}` as string} target="_blank">
            {shownNumber}
          </Link>{' '}
          {text}
        </li>
      ))}
    </ul>
  );
}

function Takes({ result: { takes }, rules }: { result: DryRunResult; rules: readonly Rule[] }) {
  const say = useTexts(checkTexts);
  const { language } = useSettings();
  const sum = (...names: string[]) => names.reduce((total, name) => total + (takes[name] ?? 0), 0);
  const lines: [string, number][] = [
    ...rules.map(({ id, name }): [string, number] => [name, takes[id] ?? 0]),
    [say('takes.floor'), sum('by-topic', 'not-ours')],
    [say('takes.review'), sum('no-topic', 'directorate-closed')],
  ];
  return (
    <details>
      <summary>{say('takes')}</summary>
      <table className={styles.table}>
        <tbody>
          {lines.map(([name, count], at) => (
            <tr key={`${at} ${name}`}>
              <th scope="row">{name}</th>
              <td className={own.number}>{formatCount(count, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
