import type { Guess } from '../../../../../contract/routing.ts';
import type { RequestPage } from '../../../../../contract/requests.ts';
import { useDirectorates } from '../../case/case-data.ts';
import { useRefusalText } from '../../kit/refusal-texts.ts';
import { useSettings } from '../../kit/settings.ts';
import { useShortcut } from '../../kit/shortcuts.ts';
import { useTexts } from '../../kit/texts.ts';
import type { Given } from './given-line.tsx';
import { useGive, useGuesses } from './triage-data.ts';
import { triageTexts } from './triage-texts.ts';
import styles from './triage.module.css';

interface Props {
  page: RequestPage;
  onGiven: (given: Given) => void;
}

export function GuessList({ page, onGiven }: Props) {
  const say = useTexts(triageTexts);
  const refusalText = useRefusalText();
  const asked = useGuesses(page.id);
  const { give, busy, problem, conflict, look } = useGive(page);
  const nameOf = useDirectorateName();
  const take = async (guess: Guess) => {
    if (busy) return;
    if (await give(guess)) onGiven({ id: page.id, number: page.shownNumber, directorate: nameOf(guess.directorate) });
    else await look();
  };
  const trouble = problem ?? asked.error;
  return (
    <>
      {asked.isSuccess && (
        <ol className={styles.guesses}>
          {asked.data.guesses.map((guess, at) => (
            <GuessRow
              key={guess.directorate}
              guess={guess}
              place={at + 1}
              name={nameOf(guess.directorate)}
              onTake={take}
            />
          ))}
        </ol>
      )}
      {trouble && (
        <p className="hs-problem" role="alert">
          {refusalText(trouble)}
        </p>
      )}
      {conflict && (
        <p className="hs-problem" role="alert">
          {say('meanwhile')}
        </p>
      )}
      <p className={`hs-meta ${styles.keys}`}>
        {asked.data?.guesses.length === 0
          ? say('noGuess', { key: 'H' })
          : say('other', { assign: 'H', topic: 'T', merge: 'B' })}
      </p>
    </>
  );
}

interface RowProps {
  guess: Guess;
  place: number;
  name: string;
  onTake: (guess: Guess) => Promise<void>;
}

function GuessRow({ guess, place, name, onTake }: RowProps) {
  const say = useTexts(triageTexts);
  const { language } = useSettings();
  const take = () => void onTake(guess);
  useShortcut(String(place), name, take);
  return (
    <li>
      <button type="button" className={styles.guess} onClick={take}>
        <kbd className="hs-key">{place}</kbd>
        <span className={styles.name}>{name}</span>
        <span className={styles.why}>
          {guess.why[language]}
          {guess.topic !== null && ` ${say('withTopic')}`}
        </span>
      </button>
    </li>
  );
}

function useDirectorateName(): (code: string) => string {
  const { language } = useSettings();
  const all = useDirectorates().data;
  return (code) => {
    const found = all?.find((each) => each.code === code);
    return (language === 'tr' ? found?.name : found?.nameEn) ?? code;
  };
}
