import { Button } from '@mantine/core';
import { useState } from 'react';
import type { CallPurpose } from '../../../../../contract/calls.ts';
import { useRefusalText } from '../../kit/refusal-texts.ts';
import { useShortcut } from '../../kit/shortcuts.ts';
import { useTexts } from '../../kit/texts.ts';
import { Chips } from './chips.tsx';
import { Field } from './field.tsx';
import { isTouched } from './intake-form.ts';
import { intakeTexts } from './intake-texts.ts';
import type { Intake } from './use-intake.ts';
import styles from './intake.module.css';

const PURPOSES = ['information', 'status', 'debt', 'wrong-number', 'silent', 'other'] as const;

/** Offered only where the link was sent. */
const AFTER_LINK = [...PURPOSES, 'foi-form'] as const;

/** A call that opens no request is counted too, with what it was for: one digit closes it. */
export function CloseCall({ intake, onCancel }: { intake: Intake; onCancel: () => void }) {
  const say = useTexts(intakeTexts);
  const refusalText = useRefusalText();
  const [note, setNote] = useState('');
  const { end, kept } = intake;
  useShortcut('Escape', say('close.cancel'), onCancel, { whileTyping: true });
  const close = (purpose: CallPurpose) => {
    if (!end.isPending) end.mutate({ purpose, ...(note.trim() !== '' && { note }) });
  };
  return (
    <form className={styles.closing} onSubmit={(event) => event.preventDefault()}>
      {kept.recorded === null && isTouched(kept.form) && <p className={styles.lost}>{say('close.lost')}</p>}
      <Chips
        legend={say('close.why')}
        value={kept.purpose ?? ''}
        choices={(kept.purpose === 'foi-form' ? AFTER_LINK : PURPOSES).map((value, place) => ({
          value,
          label: say(`purpose.${value}`),
          press: String(place + 1),
        }))}
        onChoose={close}
        autoFocus
      />
      <Field label={say('close.note')} value={note} onTyped={setNote} maxLength={1000} />
      {end.isError && (
        <p className="hs-problem" role="alert">
          {refusalText(end.error)}
        </p>
      )}
      <Button onClick={onCancel}>
        {say('close.cancel')}
        <kbd className="hs-key">Esc</kbd>
      </Button>
    </form>
  );
}
