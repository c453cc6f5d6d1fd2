/** The thread (iz): one line down the page, oldest first, with the promise as its next point. */
import { useRef, useState } from 'react';
import type { HistoryLine, RequestPage } from '../../../../../contract/requests.ts';
import { formatDateTime, formatDay, formatTime } from '../../../../../text/format.ts';
import { threadOf } from '../../case/thread.ts';
import type { ThreadFilter, ThreadItem } from '../../case/thread.ts';
import { useCaseWords } from '../../case/use-case-words.ts';
import { useSettings } from '../../kit/settings.ts';
import { useTexts } from '../../kit/texts.ts';
import { HeldRow } from './held-row.tsx';
import { threadTexts } from './thread-texts.ts';
import { LetterOfAnswer } from './answer/letters.tsx';
import { useEventWords } from './use-event-words.ts';
import styles from './thread.module.css';

export function Thread({ page }: { page: RequestPage }) {
  const say = useTexts(threadTexts);
  const { language } = useSettings();
  const [filter, setFilter] = useState<ThreadFilter>('all');
  const end = useRef<HTMLLIElement>(null);
  const items = threadOf(page, filter);
  return (
    <section className={styles.thread} aria-labelledby="thread-title">
      <header className={styles.head}>
        <h2 id="thread-title">{say('title')}</h2>
        <div className={`${styles.filters} hs-screen-only`} role="group" aria-label={say('title')}>
          {(['all', 'messages', 'notes', 'events'] as const).map((each) => (
            <button key={each} type="button" aria-pressed={filter === each} onClick={() => setFilter(each)}>
              {say(`filter.${each}`)}
            </button>
          ))}
          {items.length > 8 && (
            <button type="button" onClick={() => end.current?.scrollIntoView({ block: 'center' })}>
              {say('latest')}
            </button>
          )}
        </div>
      </header>
      <ol className={styles.items}>
        {items.map((item) => (
          <Item key={item.id} item={item} page={page} />
        ))}
        <li ref={end} className={styles.future}>
          {page.promisedAt !== null && page.concludedAt === null && (
            <>
              <span className={styles.dot} data-kind="future" aria-hidden />
              <time dateTime={page.promisedAt}>
                {formatDay(new Date(page.promisedAt), language, { short: true })}
              </time>{' '}
              {say('promise')}
            </>
          )}
        </li>
      </ol>
    </section>
  );
}

function Item({ item, page }: { item: ThreadItem; page: RequestPage }) {
  if (item.kind === 'held') return <HeldRow held={item.held} page={page} />;
  if (item.kind === 'fold') return <Fold lines={item.lines} page={page} />;
  if (item.kind === 'event') return <EventRow line={item.line} page={page} />;
  return <SaidRow item={item} page={page} />;
}

type Said = Extract<ThreadItem, { kind: 'citizen' | 'told' | 'note' }>;

/** What somebody said: boxed if the citizen reads it, tinted with a lock if only staff do. */
function SaidRow({ item, page }: { item: Said; page: RequestPage }) {
  const say = useTexts(threadTexts);
  const word = useCaseWords();
  const { who } = useEventWords(page.names);
  const { language } = useSettings();
  const author = item.kind === 'citizen' ? (page.person.name ?? say('citizen')) : who('staff', item.by, item.inPlaceOf);
  const label = item.kind === 'note' ? say('note') : item.kind === 'told' ? say(`told.${item.what}`) : '';
  const answer = item.kind === 'told' ? item.answer : null;
  return (
    <li className={styles.item}>
      <span className={styles.dot} data-kind={item.kind} aria-hidden />
      <p className={styles.meta}>
        <strong>{author}</strong> {label === '' ? '' : `· ${label} `}·{' '}
        <time dateTime={item.at}>{formatDateTime(new Date(item.at), language, { short: true })}</time>
        {item.kind === 'citizen' && item.first ? ` · ${word('channel', page.channel)}` : ''}
      </p>
      <div className={styles.box} data-kind={item.kind}>
        {answer?.outcome && (
          <p className={styles.outcome}>
            {word('outcome', answer.outcome)}
            {answer.forwardedTo ? ` · ${say('forwardedTo', { body: answer.forwardedTo })}` : ''}
          </p>
        )}
        {item.kind === 'note' && item.takenBack !== null ? (
          <TakenBack item={item} when={item.takenBack} page={page} />
        ) : (
          <p className={styles.text}>{item.text}</p>
        )}
        {answer !== null && answer.grounds.length > 0 && (
          <ul className={styles.grounds}>
            {answer.grounds.map(({ code, article, ...words }) => (
              <li key={code}>{`${article} · ${words[language]}`}</li>
            ))}
          </ul>
        )}
        {answer && <LetterOfAnswer page={page} answerId={answer.id} />}
        {item.kind === 'citizen' && item.photos > 0 && <p className="hs-meta">{say('photos', { n: item.photos })}</p>}
      </div>
    </li>
  );
}

/** A note that no longer holds: folded, and struck through for whoever opens it. */
function TakenBack({ item, when, page }: { item: Said; when: { at: string; by: string }; page: RequestPage }) {
  const say = useTexts(threadTexts);
  const { who } = useEventWords(page.names);
  const { language } = useSettings();
  const at = formatDateTime(new Date(when.at), language, { short: true });
  return (
    <details className={styles.why}>
      <summary>{say('note.takenBack', { who: who('staff', when.by), at })}</summary>
      <s className={styles.text}>{item.text}</s>
    </details>
  );
}

function EventRow({ line, page }: { line: HistoryLine; page: RequestPage }) {
  const say = useTexts(threadTexts);
  const { event, who } = useEventWords(page.names);
  const { language } = useSettings();
  return (
    <li className={styles.item}>
      <span className={styles.dot} data-kind="event" aria-hidden />
      <div className={styles.event}>
        <time dateTime={line.at}>
          {formatDay(new Date(line.at), language, { short: true })} {formatTime(new Date(line.at), language)}
        </time>{' '}
        {line.what === 'promise-moved' && line.fromValue !== null && (
          <>
            <s>{formatDay(new Date(line.fromValue), language, { short: true })}</s>{' '}
          </>
        )}
        {event(line)} · {who(line.actorKind, line.actorId, line.data.inPlaceOf)}
        {line.why !== null && (
          <details className={styles.why}>
            <summary>{say('why')}</summary>
            <p>{line.why}</p>
          </details>
        )}
      </div>
    </li>
  );
}

/** On paper nothing unfolds, so there it is open. */
function Fold({ lines, page }: { lines: HistoryLine[]; page: RequestPage }) {
  const say = useTexts(threadTexts);
  const [open, setOpen] = useState(false);
  const rows = lines.map((line) => <EventRow key={line.id} line={line} page={page} />);
  if (open) return rows;
  return (
    <>
      <li className={`${styles.item} hs-screen-only`}>
        <span className={styles.dot} data-kind="event" aria-hidden />
        <button type="button" className="hs-link" onClick={() => setOpen(true)}>
          {say('fold', { n: lines.length })}
        </button>
      </li>
      <li className="hs-paper-only">
        <ol className={styles.items}>{rows}</ol>
      </li>
    </>
  );
}
