import type { Topic } from '../../../../../contract/catalogue.ts';
import { formatTableDate } from '../../../../../text/format.ts';
import { useSettings } from '../../kit/settings.ts';
import type { Say } from '../../kit/texts.ts';
import { useTexts } from '../../kit/texts.ts';
import { PlannedNear } from '../../planned/planned-near.tsx';
import { useSimilar } from './intake-data.ts';
import { KnownPanel } from './known-panel.tsx';
import { intakeTexts } from './intake-texts.ts';
import type { Intake } from './use-intake.ts';
import styles from './intake.module.css';

/** Beside the form: what others said about the same place, and what may be promised. */
export function NearPanel({ intake, topic }: { intake: Intake; topic: Topic | undefined }) {
  const say = useTexts(intakeTexts);
  const { neighbourhoodId } = intake.form;
  return (
    <aside className={styles.side} aria-label={say('similar')}>
      <KnownPanel intake={intake} topic={topic} />
      <PlannedNear topic={topic?.code ?? null} neighbourhood={neighbourhoodId} />
      <h2>{say('similar')}</h2>
      <Similar topic={topic} neighbourhoodId={neighbourhoodId} />
      {topic && <Promise topic={topic} />}
    </aside>
  );
}

function Similar({ topic, neighbourhoodId }: { topic: Topic | undefined; neighbourhoodId: number | null }) {
  const say = useTexts(intakeTexts);
  const { language } = useSettings();
  const { data } = useSimilar(topic, neighbourhoodId);
  if (topic === undefined || neighbourhoodId === null) return <p className="hs-meta">{say('similar.wait')}</p>;
  if (data === undefined) return null;
  if (data.requests.length === 0) return <p className="hs-meta">{say('similar.none')}</p>;
  return (
    <ul className={styles.plainList} aria-live="polite">
      {data.requests.map(({ id, text, street, receivedAt, shownNumber }) => (
        <li key={id} className={styles.near}>
          <a href={`/personel/isler/${id}`} target="_blank" rel="noreferrer" tabIndex={-1}>
            {text}
          </a>
          <p className="hs-meta">
            {[street, formatTableDate(new Date(receivedAt), language), shownNumber].filter(Boolean).join(' · ')}
          </p>
        </li>
      ))}
    </ul>
  );
}

function Promise({ topic: { standard, name } }: { topic: Topic }) {
  const say = useTexts(intakeTexts);
  const { language } = useSettings();
  const { firstResponse, conclusion } = standard;
  if (!firstResponse && !conclusion) return null;
  return (
    <>
      <h2>{say('information')}</h2>
      <p className={styles.strong}>{name[language]}</p>
      {firstResponse && <p>{say('information.first', { period: periodOf(firstResponse, say) })}</p>}
      {conclusion && <p>{say('information.conclusion', { period: periodOf(conclusion, say) })}</p>}
    </>
  );
}

type Period = NonNullable<Topic['standard']['conclusion']>;

function periodOf({ amount, unit }: Period, say: Say<typeof intakeTexts.tr>): string {
  return say(`period.${unit}`, { n: amount });
}
