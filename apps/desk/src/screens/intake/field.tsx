import { useId } from 'react';
import type { InputHTMLAttributes } from 'react';
import styles from './intake.module.css';

interface Props extends Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange'> {
  label: string;
  hint?: string | undefined;
  problem?: string | undefined;
  /** For finding it after a refusal. */
  field?: string;
  onTyped: (typed: string) => void;
}

/** A labelled line of text; its words of refusal stand under it. */
export function Field({ label, hint, problem, field, onTyped, ...input }: Props) {
  const id = useId();
  const note = problem ?? hint;
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input
        {...input}
        id={id}
        className={styles.input}
        data-field={field}
        aria-invalid={problem !== undefined}
        aria-describedby={note === undefined ? undefined : `${id}-note`}
        onChange={(event) => onTyped(event.currentTarget.value)}
      />
      {note !== undefined && (
        <p id={`${id}-note`} className={problem === undefined ? 'hs-meta' : styles.problem}>
          {note}
        </p>
      )}
    </div>
  );
}
