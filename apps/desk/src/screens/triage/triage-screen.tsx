/**
 * Only what routing was unsure about, one request at a time: whose it may be on the keys 1 2 3, everything else on the request's own keys.
 * The next comes by itself; the number that waits goes down.
 */
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { RequestPage } from '../../../../../contract/requests.ts';
import { AskedState } from '../../kit/asked-state.tsx';
import { useShortcut } from '../../kit/shortcuts.ts';
import { useTexts } from '../../kit/texts.ts';
import { RequestView } from '../request/request-view.tsx';
import { GuessList } from './guess-list.tsx';
import type { Given } from './given-line.tsx';
import { GivenLine } from './given-line.tsx';
import { useTriage } from './triage-data.ts';
import { triageTexts } from './triage-texts.ts';
import styles from './triage.module.css';

export function TriageScreen() {
  const say = useTexts(triageTexts);
  const asked = useTriage();
  const navigate = useNavigate();
  const [later, setLater] = useState<readonly string[]>([]);
  const [given, setGiven] = useState<Given | null>(null);
  const { rows = [], waiting = 0 } = asked.data ?? {};
  const fresh = rows.find(({ id }) => !later.includes(id));
  const current = fresh ?? rows[0];
  const putOff = () => {
    if (current === undefined) return;
    // All were put off: the round begins anew with the next of them.
    setLater(fresh === undefined ? [current.id] : [...later, current.id]);
  };
  useShortcut('E', say('later'), putOff, { when: rows.length > 1 });
  const toWork = () => void navigate({ to: '/isler' });
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        {current === undefined ? <h1>{say('title')}</h1> : <p className={styles.title}>{say('title')}</p>}
        {waiting > 0 && (
          <p className={styles.count} role="status">
            {say('waiting', { n: waiting })}
          </p>
        )}
        {rows.length > 1 && (
          <button type="button" className="hs-link" onClick={putOff}>
            {say('later')} <kbd className="hs-key">E</kbd>
          </button>
        )}
      </header>
      <GivenLine given={given} />
      <AskedState asked={asked} loading={say('loading')} />
      {asked.isSuccess && current === undefined && (
        <p className={styles.none}>
          {say('none')}{' '}
          <button type="button" className="hs-link" onClick={toWork}>
            {say('toWork')}
          </button>
        </p>
      )}
      {current !== undefined && (
        <>
          {fresh === undefined && <p className="hs-meta">{say('round')}</p>}
          <RequestView
            key={current.id}
            id={current.id}
            onClose={toWork}
            question={(page) => <Whose page={page} onGiven={setGiven} />}
          />
        </>
      )}
    </div>
  );
}

function Whose({ page, onGiven }: { page: RequestPage; onGiven: (given: Given) => void }) {
  const say = useTexts(triageTexts);
  if (page.triage === null) return null;
  return (
    <section className={styles.whose} aria-label={say('guesses')}>
      <p className={styles.question}>{say(`why.${page.triage}`)}</p>
      <GuessList page={page} onGiven={onGiven} />
    </section>
  );
}
