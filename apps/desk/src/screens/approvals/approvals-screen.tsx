/** Drafts that wait for this person's approval, longest waiting first: the citizen's own words, then what is proposed and until when. */
import { Link } from '@tanstack/react-router';
import { useRef } from 'react';
import type { WaitingApproval } from '../../../../../contract/answers.ts';
import { formatDateTime } from '../../../../../text/format.ts';
import { clockFace } from '../../case/clock-face.ts';
import { ClockMark } from '../../case/clock-mark.tsx';
import { useCaseWords } from '../../case/use-case-words.ts';
import { AskedState } from '../../kit/asked-state.tsx';
import { useRowKeys } from '../../kit/row-keys.ts';
import { useSettings } from '../../kit/settings.ts';
import { useTexts } from '../../kit/texts.ts';
import { useWaitingApprovals } from './approvals-data.ts';
import { approvalsTexts } from './approvals-texts.ts';
import plain from '../../shell/plain-page.module.css';
import styles from './approvals.module.css';

export function ApprovalsScreen() {
  const say = useTexts(approvalsTexts);
  const asked = useWaitingApprovals();
  const list = useRef<HTMLUListElement>(null);
  useRowKeys(list, 'a', { next: say('next'), previous: say('previous') });
  const waiting = asked.data?.waiting ?? [];
  return (
    <div className={plain.page}>
      <h1>{say('title')}</h1>
      <AskedState asked={asked} loading={say('loading')} />
      {asked.isSuccess && (
        <p className={plain.lead}>{waiting.length === 0 ? say('none') : say('waiting', { n: waiting.length })}</p>
      )}
      <ul className={plain.list} ref={list}>
        {waiting.map((each) => (
          <Row key={each.draftId} waiting={each} now={new Date(asked.data!.now)} />
        ))}
      </ul>
    </div>
  );
}

function Row({ waiting, now }: { waiting: WaitingApproval; now: Date }) {
  const say = useTexts(approvalsTexts);
  const word = useCaseWords();
  const { language } = useSettings();
  const { text, topic, directorate, kind, outcome, author, submittedAt, nextDueAt } = waiting;
  const face = nextDueAt === null ? null : clockFace({ dueAt: nextDueAt }, now, language);
  return (
    <li>
      <Link to={`/isler/${waiting.requestId}` as string} className={styles.row}>
        <span className={plain.words}>{text}</span>
        <span className={plain.more}>
          {[topic?.[language], directorate[language], waiting.shownNumber].filter(Boolean).join(' · ')}
        </span>
        <span className={plain.more}>
          {[
            say(`kind.${kind}`),
            outcome === null ? null : word('outcome', outcome),
            say('by', { name: author }),
            say('since', { time: formatDateTime(new Date(submittedAt), language, { short: true }) }),
          ]
            .filter(Boolean)
            .join(' · ')}{' '}
          {face && <ClockMark face={face}>{`${face.when} · ${face.how}`}</ClockMark>}
        </span>
      </Link>
    </li>
  );
}
