import { Button } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { useRefusalText } from '../../kit/refusal-texts.ts';
import { useShortcut } from '../../kit/shortcuts.ts';
import { useTexts } from '../../kit/texts.ts';
import { Field } from './field.tsx';
import { intakeTexts } from './intake-texts.ts';
import type { Intake } from './use-intake.ts';
import styles from './intake.module.css';

/** Before the call: the number the line shows. A telephone program may open this page with `?arayan=0538…`. */
export function CallStart({ intake }: { intake: Intake }) {
  const say = useTexts(intakeTexts);
  const refusalText = useRefusalText();
  const { arayan = '' } = useSearch({ strict: false }) as { arayan?: string };
  const [line, setLine] = useState(arayan);
  const { take } = intake;
  const start = () => {
    if (!take.isPending) take.mutate(line);
  };
  useShortcut('F2', say('call.take'), start, { whileTyping: true });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    start();
  };
  return (
    <form className={styles.start} onSubmit={submit} noValidate>
      <h1>{say('call')}</h1>
      <Field
        label={say('call.number')}
        hint={say('call.number.hint')}
        problem={take.isError ? refusalText(take.error) : undefined}
        type="tel"
        autoComplete="off"
        autoFocus
        value={line}
        onTyped={setLine}
      />
      <Button type="submit" variant="filled">
        {say('call.take')}
        <kbd className="hs-key">F2</kbd>
      </Button>
    </form>
  );
}
