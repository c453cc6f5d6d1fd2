/** How it goes, for who answers for others' work: sentences first, then what stands still with the next act, then who has how much. */
import { useRef } from 'react';
import type { Finding, Findings } from '../../../../../contract/oversight.ts';
import { useRefusalText } from '../../kit/refusal-texts.ts';
import { useRowKeys } from '../../kit/row-keys.ts';
import { useSettings } from '../../kit/settings.ts';
import { useTexts } from '../../kit/texts.ts';
import { FindingRow } from './finding-row.tsx';
import { LoadTable } from './load-table.tsx';
import { useFindings, useWorkload } from './watch-data.ts';
import { watchTexts } from './watch-texts.ts';
import plain from '../../shell/plain-page.module.css';

export function WatchScreen() {
  const say = useTexts(watchTexts);
  const refusalText = useRefusalText();
  const found = useFindings();
  const work = useWorkload();
  const page = useRef<HTMLDivElement>(null);
  useRowKeys(page, 'li a', { next: say('next'), previous: say('previous') });
  const problem = found.error ?? work.error;
  const loads = work.data?.loads ?? [];
  const sum = (of: 'open' | 'overdue' | 'soon' | 'untaken') => loads.reduce((all, one) => all + one[of], 0);
  const findings = found.data?.findings ?? [];
  return (
    <div className={plain.page} ref={page}>
      <h1>{say('title')}</h1>
      {problem && (
        <p className="hs-problem" role="alert">
          {refusalText(problem)}
        </p>
      )}
      {(found.isPending || work.isPending) && <p role="status">{say('loading')}</p>}
      {work.isSuccess && (
        <p className={plain.lead}>
          {say('all', { open: sum('open'), overdue: sum('overdue'), soon: sum('soon'), untaken: sum('untaken') })}{' '}
          {found.isSuccess && (findings.length === 0 ? say('found.none') : say('found', { n: findings.length }))}
        </p>
      )}
      {found.data?.rules.map((rule) => (
        <Group key={rule.kind} rule={rule} findings={findings.filter(({ kind }) => kind === rule.kind)} />
      ))}
      {work.isSuccess && <LoadTable loads={loads} />}
    </div>
  );
}

function Group({ rule, findings }: { rule: Findings['rules'][number]; findings: readonly Finding[] }) {
  const say = useTexts(watchTexts);
  const { language } = useSettings();
  if (findings.length === 0) return null;
  return (
    <section aria-labelledby={`found-${rule.kind}`}>
      <h2 id={`found-${rule.kind}`}>{say('group', { name: rule.name[language], n: findings.length })}</h2>
      <p className="hs-meta">{rule.why[language]}</p>
      <ul className={plain.list}>
        {findings.map((finding) => (
          <FindingRow key={finding.requestId} finding={finding} />
        ))}
      </ul>
    </section>
  );
}
