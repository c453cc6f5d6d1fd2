import { useId } from 'react';
import type { KeyboardEvent } from 'react';
import { moveOn } from './move-on.ts';
import { pressedKey, printedKey } from './pressed-key.ts';
import styles from './intake.module.css';

export interface Choice<Value extends string> {
  value: Value;
  label: string;
  /** A digit, or a letter every keyboard has; answers and goes on to the next field. */
  press: string;
}

interface Props<Value extends string> {
  legend: string;
  choices: readonly Choice<Value>[];
  value: string;
  onChoose: (value: Value) => void;
  problem?: string | undefined;
  autoFocus?: boolean;
}

/** One question with a few answers, answered by one key. To the keyboard it is one stop; arrows work as in any group of choices. */
export function Chips<Value extends string>({
  legend,
  choices,
  value,
  onChoose,
  problem,
  autoFocus = false,
}: Props<Value>) {
  const name = useId();
  const press = (event: KeyboardEvent<HTMLFieldSetElement>) => {
    const key = pressedKey(event);
    const pressed = choices.find((choice) => printedKey(choice.press) === key);
    if (pressed) onChoose(pressed.value);
    else if (key !== 'Enter') return;
    event.preventDefault();
    event.stopPropagation();
    moveOn(event.currentTarget);
  };
  return (
    <fieldset className={styles.chips} data-stop onKeyDown={press} aria-invalid={problem !== undefined}>
      <legend>{legend}</legend>
      {choices.map((choice, place) => (
        <label key={choice.value} className={styles.chip} data-chosen={choice.value === value || undefined}>
          <input
            type="radio"
            name={name}
            checked={choice.value === value}
            autoFocus={autoFocus && place === 0}
            onChange={() => onChoose(choice.value)}
          />
          <span>{choice.label}</span>
          <kbd className="hs-key" aria-hidden>
            {choice.press}
          </kbd>
        </label>
      ))}
      {problem !== undefined && <p className={styles.problem}>{problem}</p>}
    </fieldset>
  );
}
