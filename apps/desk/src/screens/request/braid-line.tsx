import type { RequestPage } from '../../../../../contract/requests.ts';
import { formatDay } from '../../../../../text/format.ts';
import { useSettings } from '../../kit/settings.ts';
import { defineTexts, useTexts } from '../../kit/texts.ts';
import { braidOf, goesRound } from './braid.ts';
import styles from './request.module.css';

const texts = defineTexts(
  {
    waits: 'Birimler arasında gidip geliyor: çözüm merkezi karar vermeli',
    was: 'Birimler arasında gidip geldi',
    assigned: '{day} · verildi: {directorate}',
    returned: '{day} · geri gönderdi: {directorate}',
    why: 'Neden: {why}',
  },
  {
    waits: 'Goes round between directorates: the solution centre must decide',
    was: 'Went round between directorates',
    assigned: '{day} · given to: {directorate}',
    returned: '{day} · sent back by: {directorate}',
    why: 'Why: {why}',
  },
);

/** Who sent it to whom, and why, before the eyes of whoever must decide; open while somebody must. */
export function BraidLine({ page: { triage, history, names } }: { page: RequestPage }) {
  const say = useTexts(texts);
  const { language } = useSettings();
  const steps = braidOf(history);
  if (!goesRound(triage, steps)) return null;
  const waits = triage === 'ping-pong';
  return (
    <div className={styles.similar}>
      <details open={waits}>
        <summary>{say(waits ? 'waits' : 'was')}</summary>
        <ol>
          {steps.map(({ id, what, directorate, why, at }) => (
            <li key={id}>
              {say(what, {
                day: formatDay(new Date(at), language, { short: true }),
                directorate: names.directorates[directorate]?.[language] ?? directorate,
              })}
              {why !== null && why !== '' && <p className="hs-meta">{say('why', { why })}</p>}
            </li>
          ))}
        </ol>
      </details>
    </div>
  );
}
