import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Topic } from '../../../../../contract/catalogue.ts';
import { useRefusalText } from '../../kit/refusal-texts.ts';
import { useShortcut } from '../../kit/shortcuts.ts';
import { useTexts } from '../../kit/texts.ts';
import { Field } from './field.tsx';
import { intakeTexts } from './intake-texts.ts';
import type { Intake } from './use-intake.ts';
import styles from './intake.module.css';

/**
 * An information request is not taken by phone: the caller gets the form's link instead, on one key. It opens by itself where the kind, the topic
 * or a refusal speaks of one; the key works from anywhere in the call.
 */
export function FormLink({ intake, topic }: { intake: Intake; topic: Topic | undefined }) {
  const say = useTexts(intakeTexts);
  const refusalText = useRefusalText();
  const [phone, setPhone] = useState('');
  const { formLink, kept, form, refused } = intake;
  const send = () => {
    if (!formLink.isPending) formLink.mutate(phone);
  };
  useShortcut('Ctrl+B', say('form.send'), send, { whileTyping: true });
  const isAsked = form.kind === 'foi' || topic?.kind === 'foi' || refused === 'kind';
  if (!isAsked && formLink.isIdle) return null;
  const { data: sent } = formLink;
  return (
    <section className={styles.notOurs} aria-live="polite">
      <p>{say('form.why')}</p>
      {kept.call?.takesSms === false && (
        <Field label={say('form.phone')} hint={say('form.phone.hint')} type="tel" value={phone} onTyped={setPhone} />
      )}
      <Button onClick={send}>
        {formLink.isPending ? say('form.sending') : say('form.send')}
        <kbd className="hs-key">Ctrl+B</kbd>
      </Button>
      {formLink.isError && (
        <p className="hs-problem" role="alert">
          {refusalText(formLink.error)}
        </p>
      )}
      {sent && <p role="status">{say(sent.again ? 'form.again' : 'form.sent', { phone: sent.phone })}</p>}
    </section>
  );
}
