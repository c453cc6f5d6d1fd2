import { useId, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { moveOn } from './move-on.ts';
import styles from './intake.module.css';

export interface Option {
  id: string;
  label: string;
  more?: string | undefined;
}

interface Props {
  label: string;
  typed: string;
  onTyped: (typed: string) => void;
  options: readonly Option[];
  onPick: (option: Option) => void;
  /** True: what is typed counts even if it is in no list, so Tab leaves it as it is. Otherwise Tab takes the first. */
  free: boolean;
  problem?: string | undefined;
  autoFocus?: boolean;
  /** Name of the field, for finding it after a refusal. */
  field?: string;
}

/** A field that offers what may be meant. Enter takes the marked one and goes on; the list never steals the cursor. */
export function TypeAhead({ label, typed, onTyped, options, onPick, free, problem, autoFocus = false, field }: Props) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const [place, setPlace] = useState(0);
  const shown = open ? options : [];
  const marked = shown[Math.min(place, shown.length - 1)];
  const take = (option: Option) => {
    onPick(option);
    setOpen(false);
  };
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && options.length > 0) {
      event.preventDefault();
      setOpen(true);
      setPlace((Math.min(place, options.length - 1) + (open ? step : 0) + options.length) % options.length);
    } else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      event.stopPropagation();
      if (marked) take(marked);
      moveOn(event.currentTarget);
    } else if (event.key === 'Tab' && !event.shiftKey && !free && marked && typed.trim() !== '') {
      take(marked);
    } else if (event.key === 'Escape' && shown.length > 0) {
      event.preventDefault();
      event.stopPropagation();
      setOpen(false);
    }
  };
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <div className={styles.ahead}>
        <input
          id={id}
          className={styles.input}
          role="combobox"
          autoComplete="off"
          spellCheck={false}
          aria-expanded={shown.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={marked && `${id}-${marked.id}`}
          aria-invalid={problem !== undefined}
          aria-describedby={problem === undefined ? undefined : `${id}-problem`}
          data-field={field}
          autoFocus={autoFocus}
          value={typed}
          onKeyDown={press}
          onBlur={() => setOpen(false)}
          onChange={(event) => {
            onTyped(event.currentTarget.value);
            setPlace(0);
            setOpen(true);
          }}
        />
        <ul
          id={`${id}-list`}
          role="listbox"
          aria-label={label}
          className={styles.aheadList}
          hidden={shown.length === 0}
        >
          {shown.map((option) => (
            <li
              key={option.id}
              id={`${id}-${option.id}`}
              role="option"
              aria-selected={option === marked}
              onMouseDown={(event) => {
                event.preventDefault();
                take(option);
              }}
            >
              {option.label}
              {option.more !== undefined && <span className="hs-meta"> {option.more}</span>}
            </li>
          ))}
        </ul>
      </div>
      {problem !== undefined && (
        <p id={`${id}-problem`} className={styles.problem}>
          {problem}
        </p>
      )}
    </div>
  );
}
