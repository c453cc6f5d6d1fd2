/** Who it may be, and what they have open. Initials only: the caller says the name first. Digits choose while nobody types. */
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Caller } from '../../../../../contract/calls.ts';
import { formatDay, formatTableDate } from '../../../../../text/format.ts';
import { useRefusalText } from '../../kit/refusal-texts.ts';
import { useSettings } from '../../kit/settings.ts';
import { useShortcut } from '../../kit/shortcuts.ts';
import type { Say } from '../../kit/texts.ts';
import { useTexts } from '../../kit/texts.ts';
import { useCaller } from './intake-data.ts';
import { intakeTexts } from './intake-texts.ts';
import type { Intake } from './use-intake.ts';
import styles from './intake.module.css';

type Brief = Caller['requests'][number];
const MOST_PEOPLE = 5;
const MOST_REQUESTS = 4;

export function CallerPanel({ intake }: { intake: Intake }) {
  const say = useTexts(intakeTexts);
  const refusalText = useRefusalText();
  const { line, call } = intake.kept;
  const asked = useCaller(line);
  const [reading, setReading] = useState<string | null>(null);
  const people = (asked.data?.people ?? []).slice(0, MOST_PEOPLE);
  const requests = (asked.data?.requests ?? []).slice(0, MOST_REQUESTS);
  const read = (id: string | undefined) => {
    if (id === undefined) return;
    setReading(id);
    intake.readStatus();
  };
  const open = requests.find(({ isOpen }) => isOpen) ?? requests[0];
  useShortcut('F3', say('caller.readStatus'), () => read(reading ?? open?.id), {
    whileTyping: true,
    when: requests.length > 0,
  });
  const told = requests.find(({ id }) => id === reading);
  return (
    <aside className={styles.side} aria-label={say('caller.from')}>
      <h2>{say('caller.from')}</h2>
      {call?.phone === null && <p>{say('caller.withheld')}</p>}
      {asked.isLoading && <p className="hs-meta">{say('caller.asking')}</p>}
      {asked.isError && <p className="hs-problem">{refusalText(asked.error)}</p>}
      {asked.data && people.length === 0 && <p>{say('caller.new')}</p>}
      {people.length > 0 && <People people={people} intake={intake} say={say} />}
      {requests.length > 0 && <h3>{say('caller.requests')}</h3>}
      <ul className={styles.plainList}>
        {requests.map((request, place) => (
          <RequestRow
            key={request.id}
            request={request}
            press={String(people.length + place + 1)}
            reading={request.id === reading}
            onRead={() => read(request.id)}
          />
        ))}
      </ul>
      {told && <ReadAloud request={told} />}
      {asked.data !== undefined && asked.data.contacts.length > 1 && (
        <Contacts contacts={asked.data.contacts.slice(1)} />
      )}
    </aside>
  );
}

function People({
  people,
  intake,
  say,
}: {
  people: Caller['people'];
  intake: Intake;
  say: Say<typeof intakeTexts.tr>;
}) {
  const { citizenId } = intake.form;
  return (
    <ul className={styles.plainList}>
      {people.map((person, place) => (
        <PickRow
          key={person.citizenId}
          press={String(place + 1)}
          chosen={person.citizenId === citizenId}
          label={person.initials}
          more={person.open > 0 ? say('caller.open', { n: person.open }) : '–'}
          onPick={() => intake.write({ citizenId: person.citizenId, name: '', anonymous: false })}
        />
      ))}
      <PickRow
        press="0"
        chosen={citizenId === null}
        label={say('caller.other')}
        more=""
        onPick={() => intake.write({ citizenId: null })}
      />
    </ul>
  );
}

interface PickProps {
  press: string;
  chosen: boolean;
  label: string;
  more: string;
  onPick: () => void;
}

function PickRow({ press, chosen, label, more, onPick }: PickProps) {
  useShortcut(press, label, onPick);
  return (
    <li>
      <button type="button" className={styles.pick} aria-pressed={chosen} tabIndex={-1} onClick={onPick}>
        <kbd className="hs-key">{press}</kbd>
        <span>{label}</span>
        <span className="hs-meta">{more}</span>
      </button>
    </li>
  );
}

interface RequestRowProps {
  request: Brief;
  press: string;
  reading: boolean;
  onRead: () => void;
}

function RequestRow({ request, press, reading, onRead }: RequestRowProps) {
  const say = useTexts(intakeTexts);
  const { language } = useSettings();
  const topic = request.topic?.[language] ?? say('caller.noTopic');
  useShortcut(press, topic, onRead);
  return (
    <li>
      <button type="button" className={styles.pick} aria-pressed={reading} tabIndex={-1} onClick={onRead}>
        <kbd className="hs-key">{press}</kbd>
        <span>{topic}</span>
        <span className="hs-meta">
          {request.stateWords[language]} · {formatTableDate(new Date(request.receivedAt), language)}
        </span>
      </button>
    </li>
  );
}

/** The sentence to say. It names state and promise, nothing that would tell a stranger more than that there is a request. */
function ReadAloud({ request }: { request: Brief }) {
  const say = useTexts(intakeTexts);
  const { language } = useSettings();
  return (
    <div className={styles.readAloud} role="status">
      <h3>{say('status.title')}</h3>
      <p>{sentenceFor(request, { say, language, now: new Date() })}</p>
      <p className="hs-number">{request.shownNumber}</p>
      <Link to={`/isler/${request.id}` as string} tabIndex={-1}>
        {say('status.openRecord')}
      </Link>
    </div>
  );
}

function sentenceFor(
  { topic, stateWords, isOpen, promisedAt, concludedAt, receivedAt }: Brief,
  { say, language, now }: { say: Say<typeof intakeTexts.tr>; language: 'tr' | 'en'; now: Date },
): string {
  const about = { topic: topic?.[language] ?? say('caller.noTopic'), state: stateWords[language] };
  if (!isOpen) return say('status.ended', { ...about, day: formatDay(new Date(concludedAt ?? receivedAt), language) });
  if (promisedAt === null) return say('status.openNoDay', about);
  const promise = { ...about, day: formatDay(new Date(promisedAt), language) };
  return new Date(promisedAt) < now ? say('status.late', promise) : say('status.open', promise);
}

function Contacts({ contacts }: { contacts: Caller['contacts'] }) {
  const say = useTexts(intakeTexts);
  const { language } = useSettings();
  return (
    <>
      <h3>{say('caller.contacts')}</h3>
      <ul className={styles.plainList}>
        {contacts.map(({ at, purpose }) => (
          <li key={at} className="hs-meta">
            {formatTableDate(new Date(at), language)} · {purpose?.[language] ?? say('caller.unended')}
          </li>
        ))}
      </ul>
    </>
  );
}
