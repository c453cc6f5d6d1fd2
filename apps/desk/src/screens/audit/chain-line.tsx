/** Whether the chain holds, in one sentence, and when it was last sealed, anchored and followed from end to end. */
import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { AuditState } from '../../../../../contract/audit.ts';
import { formatCount, formatDateTime } from '../../../../../text/format.ts';
import { useRefusalText } from '../../kit/refusal-texts.ts';
import { useSettings } from '../../kit/settings.ts';
import { useShortcut } from '../../kit/shortcuts.ts';
import { useTexts } from '../../kit/texts.ts';
import { isOver } from '../../works/use-work.ts';
import { WorkProgress } from '../../works/work-progress.tsx';
import { useVerification } from './audit-data.ts';
import { auditTexts } from './audit-texts.ts';
import styles from './audit.module.css';

export function ChainLine({ state }: { state: AuditState }) {
  const say = useTexts(auditTexts);
  const refusalText = useRefusalText();
  const [work, setWork] = useState<string | null>(null);
  const verify = useVerification(setWork);
  const ask = () => void (verify.isPending || verify.mutate());
  useShortcut('D', say('verify'), ask);
  return (
    <section className={styles.chain}>
      <Verdict state={state} />
      <Times state={state} />
      <div className={styles.line}>
        <Button onClick={ask}>
          {say('verify')} <kbd className="hs-key">D</kbd>
        </Button>
        {verify.isError && <p className="hs-problem">{refusalText(verify.error)}</p>}
      </div>
      {work !== null && (
        <WorkProgress key={work} id={work}>
          {(now) => isOver(now) && <ReadAnew />}
        </WorkProgress>
      )}
    </section>
  );
}

/** Stands there once the verification has ended, and shows what it found. */
function ReadAnew() {
  const queries = useQueryClient();
  useEffect(() => void queries.invalidateQueries({ queryKey: ['audit-state'] }), [queries]);
  return null;
}

function Verdict({ state: { verified } }: { state: AuditState }) {
  const say = useTexts(auditTexts);
  const { language } = useSettings();
  if (verified === null) return <p className={styles.verdict}>{say('chain.unverified')}</p>;
  if (verified.sound) return <p className={styles.verdict}>{say('chain.sound')}</p>;
  const { seq = 0, problem = '' } = verified.firstFault ?? {};
  const words = Object.hasOwn(auditTexts.tr, `problem.${problem}`)
    ? say(`problem.${problem}` as 'problem.cut')
    : problem;
  return (
    <p className="hs-problem" role="alert">
      <strong>{say('chain.broken', { seq: formatCount(seq, language), problem: words })}</strong> {say('chain.call')}
    </p>
  );
}

function Times({ state: { links, sealedAt, waiting, anchored, verified } }: { state: AuditState }) {
  const say = useTexts(auditTexts);
  const { language } = useSettings();
  const when = (at: string) => formatDateTime(new Date(at), language, { short: true });
  const parts = [
    say('chain.links', { n: formatCount(links, language) }),
    sealedAt === null ? say('chain.neverSealed') : say('chain.sealed', { when: when(sealedAt) }),
    waiting === 0 ? null : say('chain.waiting', { n: formatCount(waiting, language) }),
    anchored === null ? say('chain.neverAnchored') : say('chain.anchored', { when: when(anchored.at) }),
    verified === null ? null : say('chain.verified', { when: when(verified.at) }),
  ];
  return <p className="hs-meta">{parts.filter(Boolean).join(' · ')}</p>;
}
