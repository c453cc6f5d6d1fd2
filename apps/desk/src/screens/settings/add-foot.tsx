import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useRefusalText } from '../../kit/refusal-texts.ts';
import { useShortcut } from '../../kit/shortcuts.ts';
import { useFaultWords } from './fault-words.ts';
import styles from './settings.module.css';

interface Props {
  add: { isPending: boolean; isError: boolean; error: Error | null; submittedAt: number; mutate: () => void };
  label: string;
  pending: string;
}

/** The foot of a record that is not there yet: added without a reason, with everything that is wrong said where it is pressed. */
export function AddFoot({ add, label, pending }: Props) {
  const refusalText = useRefusalText();
  const faultWords = useFaultWords();
  const addNow = () => {
    if (!add.isPending) add.mutate();
  };
  useShortcut('Ctrl+Enter', label, addNow, { whileTyping: true });
  const problem = useRef<HTMLDivElement>(null);
  // The key works from every field; what is wrong must not stand below the edge of the screen.
  useEffect(() => void problem.current?.scrollIntoView({ block: 'nearest' }), [add.submittedAt, add.isError]);
  return (
    <div className={styles.publish}>
      {add.error && (
        <div ref={problem} className="hs-problem" role="alert">
          <p>{refusalText(add.error)}</p>
          <ul>
            {faultWords(add.error).map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        </div>
      )}
      <div className={styles.acts}>
        <Button variant="filled" onClick={addNow}>
          {add.isPending ? pending : label}
          <kbd className="hs-key">Ctrl+Enter</kbd>
        </Button>
      </div>
    </div>
  );
}
