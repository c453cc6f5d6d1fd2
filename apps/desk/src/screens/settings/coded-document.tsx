/** What every document with a code begins with. The code is written once: afterwards old requests name the thing by it. */
import { TextInput } from '@mantine/core';
import styles from './settings.module.css';

interface Coded {
  code: string;
  /** Zero until it is saved for the first time. */
  version: number;
}

export function CodedTitle({ saved, name, newTitle }: { saved: Coded; name: string; newTitle: string }) {
  if (saved.version === 0) return <h1>{newTitle}</h1>;
  return (
    <h1>
      {name} · <span className={styles.code}>{saved.code}</span>
    </h1>
  );
}

interface CodeFieldProps {
  saved: Coded;
  label: string;
  maxLength: number;
  value: string;
  onWrite: (code: string) => void;
}

export function CodeField({ saved, label, maxLength, value, onWrite }: CodeFieldProps) {
  if (saved.version > 0) return null;
  return (
    <TextInput
      label={label}
      maxLength={maxLength}
      value={value}
      onChange={(event) => onWrite(event.currentTarget.value)}
    />
  );
}
