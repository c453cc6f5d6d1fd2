/** Problems the house knows of, beside the form: what to read out, and one key that makes the caller one of those who are told of the end. */
import { Button } from '@mantine/core';
import type { KnownNear } from '../../../../../contract/known-problems.ts';
import type { Topic } from '../../../../../contract/catalogue.ts';
import { formatDateTime } from '../../../../../text/format.ts';
import { useSettings } from '../../kit/settings.ts';
import { useShortcut } from '../../kit/shortcuts.ts';
import { useTexts } from '../../kit/texts.ts';
import { useKnownNear, useNeighbourhoods, useTopics } from './intake-data.ts';
import { joinedForm } from './intake-form.ts';
import { knownTexts } from './known-texts.ts';
import type { Intake } from './use-intake.ts';
import styles from './intake.module.css';

type Known = KnownNear[number];
const MOST_SHOWN = 3;

export function KnownPanel({ intake, topic }: { intake: Intake; topic: Topic | undefined }) {
  const say = useTexts(knownTexts);
  const shown = useShown(intake, topic);
  const join = useJoin(intake);
  const { knownProblem } = intake.form;
  const joined = shown.find(({ id }) => id === knownProblem);
  const first = joined ?? shown[0];
  useShortcut('F9', joined ? say('leave') : say('join'), () => first && join(first), {
    whileTyping: true,
    when: first !== undefined && intake.kept.recorded === null,
  });
  if (first === undefined) return null;
  return (
    <section aria-live="polite">
      <h2>{say('title')}</h2>
      <ul className={styles.plainList}>
        {(joined ? [joined] : shown).map((known) => (
          <li key={known.id}>
            <OneKnown
              known={known}
              hasKey={known === first}
              isJoined={known === joined}
              onPress={() => join(known)}
              canJoin={intake.kept.recorded === null}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Those that fit; after a first one was taken also that one, for the next caller of a stormy night. */
function useShown({ form, kept }: Intake, topic: Topic | undefined): Known[] {
  const { data = [] } = useKnownNear(topic?.code, form.neighbourhoodId);
  const { knownProblem } = form;
  const wanted = (known: Known) => known.fit !== 'no' || known.id === kept.lastKnown || known.id === knownProblem;
  return data.filter(wanted).slice(0, MOST_SHOWN);
}

function useJoin(intake: Intake): (known: Known) => void {
  const { language } = useSettings();
  const say = useTexts(knownTexts);
  const { data: homes = [] } = useNeighbourhoods();
  const { data: catalogue } = useTopics();
  return (known) => {
    const { form } = intake;
    if (form.knownProblem === known.id) return intake.write({ knownProblem: null });
    const topic = catalogue?.topics.find(({ code }) => code === known.topic)?.name[language] ?? known.topic;
    const said = known.whereabouts === '' ? topic : say('said', { topic, where: known.whereabouts });
    const home = homes.find(({ id }) => id === known.neighbourhood) ?? null;
    intake.join(joinedForm(form, { known, said, home, takesSms: intake.kept.call?.takesSms ?? false }));
  };
}

interface OneProps {
  known: Known;
  hasKey: boolean;
  isJoined: boolean;
  canJoin: boolean;
  onPress: () => void;
}

function OneKnown({ known, hasKey, isJoined, canJoin, onPress }: OneProps) {
  const say = useTexts(knownTexts);
  const { language } = useSettings();
  const { title, whereabouts, people, fit } = known;
  return (
    <div className={styles.knownProblem} data-fit={fit} data-joined={isJoined || undefined}>
      <p className="hs-meta">{[say(`fit.${fit}`), say('people', { n: people })].join(' · ')}</p>
      <p className={styles.strong}>{title}</p>
      {whereabouts !== '' && <p>{whereabouts}</p>}
      <p>
        <span className="hs-meta">{say('read')}:</span> “{(language === 'en' && known.en) || known.tr}”
      </p>
      <p>{useEnd(known)}</p>
      {isJoined && <p role="status">{say('joined')}</p>}
      {canJoin && (
        <Button variant={isJoined ? 'default' : 'filled'} aria-pressed={isJoined} onClick={onPress}>
          {say(isJoined ? 'leave' : 'join')}
          {hasKey && <kbd className="hs-key">F9</kbd>}
        </Button>
      )}
    </div>
  );
}

function useEnd({ expectedEnd, overdue }: Pick<KnownNear[number], 'expectedEnd' | 'overdue'>): string {
  const say = useTexts(knownTexts);
  const { language } = useSettings();
  if (overdue) return say('overdue');
  return expectedEnd === null
    ? say('notKnown')
    : say('expected', { when: formatDateTime(new Date(expectedEnd), language) });
}
