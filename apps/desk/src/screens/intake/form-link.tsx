import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Topic } from '../../../../../contract/catalogue.ts';
import { useRefusalText } from '../../kit/refusal-texts.ts';
import { useShortcut } from '../../kit/shortcuts.ts';
import { defineTexts, useTexts } from '../../kit/texts.ts';
import { Field } from './field.tsx';
import type { Intake } from './use-intake.ts';
import styles from './intake.module.css';

const texts = defineTexts(
  {
    why: 'Bilgi edinme başvurusu telefonla alınamaz, yazılı olması gerekir. Formun bağlantısını SMS ile gönderin.',
    send: 'Form bağlantısını SMS ile gönder',
    sending: 'Gönderiliyor…',
    sent: 'Bağlantı {phone} numarasına gönderildi. Çağrı “Bilgi edinme formu” olarak kapanır.',
    again: 'Bağlantı {phone} numarasına daha önce gönderilmişti.',
    phone: 'Cep numarası',
    'phone.hint': 'Aradığı numaraya SMS gitmiyor. Söylediği cep numarasını yazın.',
  },
  {
    why: 'An information request cannot be taken by phone; it must be in writing. Send the link of the form by SMS.',
    send: 'Send the form’s link by SMS',
    sending: 'Sending…',
    sent: 'The link was sent to {phone}. The call closes as “Information request form”.',
    again: 'The link had been sent to {phone} before.',
    phone: 'Mobile number',
    'phone.hint': 'The calling number takes no SMS. Write the mobile number they say.',
  },
);

/**
 * An information request is not taken by phone: the caller gets the form's link instead, on one key. It opens by itself where the kind, the topic
 * or a refusal speaks of one; the key works from anywhere in the call.
 */
export function FormLink({ intake, topic }: { intake: Intake; topic: Topic | undefined }) {
  const say = useTexts(texts);
  const refusalText = useRefusalText();
  const [phone, setPhone] = useState('');
  const { formLink, kept, form, refused } = intake;
  const send = () => {
    if (!formLink.isPending) formLink.mutate(phone);
  };
  useShortcut('Ctrl+B', say('send'), send, { whileTyping: true });
  const isAsked = form.kind === 'foi' || topic?.kind === 'foi' || refused === 'kind';
  if (!isAsked && formLink.isIdle) return null;
  const { data: sent } = formLink;
  return (
    <section className={styles.notOurs} aria-live="polite">
      <p>{say('why')}</p>
      {kept.call?.takesSms === false && (
        <Field label={say('phone')} hint={say('phone.hint')} type="tel" value={phone} onTyped={setPhone} />
      )}
      <Button onClick={send}>
        {formLink.isPending ? say('sending') : say('send')}
        <kbd className="hs-key">Ctrl+B</kbd>
      </Button>
      {formLink.isError && (
        <p className="hs-problem" role="alert">
          {refusalText(formLink.error)}
        </p>
      )}
      {sent && <p role="status">{say(sent.again ? 'again' : 'sent', { phone: sent.phone })}</p>}
    </section>
  );
}
