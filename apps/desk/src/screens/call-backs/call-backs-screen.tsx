/** Conclusions drawn at random whose citizen is asked whether our answer is true, and what came of the calls so far. */
import { Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { CallBackList, CallBackWaiting } from '../../../../../contract/call-backs.ts';
import { formatDateTime, formatDay } from '../../../../../text/format.ts';
import { useCaseWords } from '../../case/use-case-words.ts';
import { AskedState } from '../../kit/asked-state.tsx';
import { useSettings } from '../../kit/settings.ts';
import { useShortcut } from '../../kit/shortcuts.ts';
import { useTexts } from '../../kit/texts.ts';
import plain from '../../shell/plain-page.module.css';
import { useCallBacks } from './call-backs-data.ts';
import { callBacksTexts } from './call-backs-texts.ts';
import { CallForm } from './call-form.tsx';
import { ResultsTable } from './results-table.tsx';

export function CallBacksScreen() {
  const say = useTexts(callBacksTexts);
  const asked = useCallBacks();
  const waiting = asked.data?.waiting ?? [];
  return (
    <div className={plain.page}>
      <h1>{say('title')}</h1>
      <AskedState asked={asked} loading={say('loading')} />
      {asked.data && (
        <>
          <p className={plain.lead}>{waiting.length === 0 ? say('none') : say('waiting', { n: waiting.length })}</p>
          <Rows list={asked.data} />
        </>
      )}
      <ResultsTable />
    </div>
  );
}

function Rows({ list }: { list: CallBackList }) {
  const say = useTexts(callBacksTexts);
  const rows = useRef<HTMLUListElement>(null);
  const [calling, setCalling] = useState<string | null>(null);
  const step = (by: number) => {
    const buttons = [...(rows.current?.querySelectorAll<HTMLElement>('[data-call]') ?? [])];
    const at = buttons.findIndex((button) => button === document.activeElement);
    buttons[Math.min(buttons.length - 1, Math.max(0, at + by))]?.focus();
  };
  useShortcut('J', say('next'), () => step(1));
  useShortcut('K', say('previous'), () => step(-1));
  useShortcut('Escape', say('close'), () => setCalling(null), { when: calling !== null });
  return (
    <ul className={plain.list} ref={rows}>
      {list.waiting.map((each) => (
        <li key={each.id} className={plain.row}>
          <Words waiting={each} />
          <button
            type="button"
            className="hs-link"
            data-call
            aria-expanded={calling === each.id}
            onClick={() => setCalling(calling === each.id ? null : each.id)}
          >
            {say('call')}
            <span className="hs-unseen"> {each.shownNumber}</span>
          </button>
          {calling === each.id && (
            <CallForm waiting={each} mostTries={list.mostTries} onClose={() => setCalling(null)} />
          )}
        </li>
      ))}
    </ul>
  );
}

function Words({ waiting }: { waiting: CallBackWaiting }) {
  const say = useTexts(callBacksTexts);
  const word = useCaseWords();
  const { language } = useSettings();
  const { topic, directorates, because, outcome, triedAt, tries } = waiting;
  const facts = [
    topic?.[language],
    ...directorates.map((name) => name[language]),
    outcome === null ? null : word('outcome', outcome),
    formatDay(new Date(waiting.concludedAt), language),
    waiting.shownNumber,
  ];
  return (
    <Link to={`/isler/${waiting.requestId}` as string} className={plain.said}>
      <span className={plain.words}>{waiting.text}</span>
      <span className={plain.more}>{facts.filter(Boolean).join(' · ')}</span>
      <span>{say('answer', { text: waiting.answer })}</span>
      {because.length > 0 && (
        <span className={plain.more}>{say('because', { why: because.map((why) => why[language]).join(', ') })}</span>
      )}
      {triedAt !== null && (
        <span className={plain.more}>
          {say('tried', { n: tries, when: formatDateTime(new Date(triedAt), language, { short: true }) })}
        </span>
      )}
    </Link>
  );
}
