import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { Suggestion, Topic } from '../../../../../contract/catalogue.ts';
import { words } from '../../../../../text/turkish.ts';
import { useSettings } from '../../kit/settings.ts';
import { useTexts } from '../../kit/texts.ts';
import { useTopics } from './intake-data.ts';
import { intakeTexts } from './intake-texts.ts';
import { moveOn } from './move-on.ts';
import { pressedKey } from './pressed-key.ts';
import { TypeAhead } from './type-ahead.tsx';
import styles from './intake.module.css';

interface Props {
  suggestions: readonly Suggestion[];
  /** The topic in effect; undefined while none is known. */
  topic: Topic | undefined;
  /** As in the form: undefined, the likeliest; null, left to the centre. */
  chosen: string | null | undefined;
  typed: string;
  onChoose: (code: string | null) => void;
}

interface Row {
  code: string | null;
  press: string;
  label: string;
}

/** The topics that what was typed suggests: 1 2 3 choose, Enter takes the marked one, 4 searches, 0 leaves it to the centre. */
export function TopicChoice({ suggestions, topic, chosen, typed, onChoose }: Props) {
  const say = useTexts(intakeTexts);
  const { language } = useSettings();
  const [searching, setSearching] = useState(false);
  const rows = rowsOf(suggestions, topic, chosen).map((row) => ({ ...row, label: row.topic.name[language] }));
  const all: Row[] = [...rows, { code: null, press: '0', label: say('topic.left') }];
  const marked = chosen === null ? null : topic?.code;
  const press = (event: KeyboardEvent<HTMLFieldSetElement>) => {
    if (event.target instanceof HTMLInputElement && event.target.type !== 'radio') return;
    const key = pressedKey(event);
    const row = all.find((each) => each.press === key);
    if (row) onChoose(row.code);
    else if (key === '4') setSearching(true);
    else if (key === 'Enter' && marked !== undefined) onChoose(marked);
    else return;
    event.preventDefault();
    event.stopPropagation();
    if (key !== '4') moveOn(event.currentTarget);
  };
  return (
    <fieldset className={styles.chips} data-stop onKeyDown={press}>
      <legend>{say('topic')}</legend>
      {all.map(({ code, press: key, label }) => (
        <label key={key} className={styles.chip} data-chosen={code === marked || undefined}>
          <input type="radio" name="topic" checked={code === marked} onChange={() => onChoose(code)} />
          <span>{label}</span>
          {code !== null && <span className="hs-meta">{code}</span>}
          <kbd className="hs-key" aria-hidden>
            {key}
          </kbd>
        </label>
      ))}
      {searching ? (
        <TopicSearch
          onPick={(code) => {
            onChoose(code);
            setSearching(false);
          }}
        />
      ) : (
        <button type="button" className="hs-link" tabIndex={-1} onClick={() => setSearching(true)}>
          {say('topic.other')}
          <kbd className="hs-key">4</kbd>
        </button>
      )}
      {rows.length === 0 && (
        <p className="hs-meta">{typed.trim().length < 3 ? say('topic.wait') : say('topic.none')}</p>
      )}
    </fieldset>
  );
}

/** A topic that was searched for stands first, so that what counts is always in sight. */
function rowsOf(suggestions: readonly Suggestion[], topic: Topic | undefined, chosen: string | null | undefined) {
  const named = suggestions.slice(0, 3).map(({ code, name }) => ({ code, name }));
  const apart =
    chosen && topic && !named.some(({ code }) => code === topic.code) ? [topic, ...named.slice(0, 2)] : named;
  return apart.map((each, place) => ({ code: each.code, topic: each, press: String(place + 1) }));
}

function TopicSearch({ onPick }: { onPick: (code: string) => void }) {
  const say = useTexts(intakeTexts);
  const { language } = useSettings();
  const { data } = useTopics();
  const [typed, setTyped] = useState('');
  const options = matching(data?.topics ?? [], typed).map(({ code, name }) => ({
    id: code,
    label: name[language],
    more: code,
  }));
  return (
    <TypeAhead
      label={say('topic.other')}
      typed={typed}
      onTyped={setTyped}
      options={options}
      onPick={({ id }) => onPick(id)}
      free={false}
      autoFocus
    />
  );
}

const MOST = 7;

/** Every typed word begins a word of the name, or of the words the topic is known by; names come first. */
export function matching(topics: readonly Topic[], typed: string): Topic[] {
  const wanted = words(typed);
  if (wanted.length === 0) return [];
  const begins = (said: readonly string[]) => wanted.every((word) => said.some((each) => each.startsWith(word)));
  const offered = topics.filter(({ active }) => active);
  const byName = offered.filter(({ code, name }) => begins(words(`${code} ${name.tr} ${name.en}`)));
  const byKeyword = offered.filter((topic) => !byName.includes(topic) && begins(words(topic.keywords.join(' '))));
  return [...byName, ...byKeyword].slice(0, MOST);
}
