import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { FormEvent } from 'react';
import type { MessageView } from '../../../../../contract/messages.ts';
import { formatDateTime, formatMoney } from '../../../../../text/format.ts';
import { api } from '../../kit/api.ts';
import { useRefusalText } from '../../kit/refusal-texts.ts';
import { useSettings } from '../../kit/settings.ts';
import { useTexts } from '../../kit/texts.ts';
import { withReason } from '../../kit/with-reason.ts';
import { messageTexts } from '../request/message-texts.ts';
import { outboxTexts } from './outbox-texts.ts';
import { nameOfText } from './text-names.ts';
import styles from './messages.module.css';

/** States a person may undo: given up, or the provider says it did not arrive. */
const RESENDABLE: readonly string[] = ['dead', 'failed', 'expired'];

export function MessageRow({ message }: { message: MessageView }) {
  const say = useTexts(outboxTexts);
  const sayMessage = useTexts(messageTexts);
  const { language } = useSettings();
  const { channel, state, textKey, address, body, subject, segments, costKurus, createdAt, requestId } = message;
  const known = Object.hasOwn(messageTexts.tr, `state.${state}`);
  const meta = [
    formatDateTime(new Date(createdAt), language, { short: true }),
    sayMessage(`channel.${channel}`),
    address,
    channel === 'sms' && segments !== null ? say('segments', { n: segments }) : null,
    costKurus === null ? null : formatMoney(costKurus, language),
  ];
  return (
    <li className={styles.row} data-state={state}>
      <p className={styles.state}>{known ? sayMessage(`state.${state}` as 'state.dead') : state}</p>
      <div className={styles.what}>
        <p>
          <strong>{nameOfText(textKey, language)}</strong>
          {requestId !== null && (
            <>
              {' · '}
              <Link to={`/isler/${requestId}` as string}>{say('request')}</Link>
            </>
          )}
        </p>
        {subject !== null && <p>{subject}</p>}
        <p className={styles.body}>{body}</p>
        <p className="hs-meta">{meta.filter(Boolean).join(' · ')}</p>
        <Tries message={message} />
        {RESENDABLE.includes(state) && <Resend id={message.id} />}
      </div>
    </li>
  );
}

function Tries({ message: { tries } }: { message: MessageView }) {
  const say = useTexts(outboxTexts);
  const { language } = useSettings();
  if (tries.length === 0) return null;
  return (
    <details>
      <summary className="hs-meta">{say('tries', { n: tries.length })}</summary>
      <ol className={styles.tries}>
        {tries.map(({ at, provider, what, result, code }) => (
          <li key={`${at} ${what}`} className="hs-meta">
            {formatDateTime(new Date(at), language, { short: true })} · {provider} ·{' '}
            {Object.hasOwn(outboxTexts.tr, `what.${what}`) ? say(`what.${what}` as 'what.receipt') : what} · {result}
            {code === null ? '' : ` (${code})`}
          </li>
        ))}
      </ol>
    </details>
  );
}

/** Asks why: a second message to somebody's phone needs a reason, and the reason is kept. */
function Resend({ id }: { id: string }) {
  const say = useTexts(outboxTexts);
  const refusalText = useRefusalText();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const send = useMutation({
    mutationFn: () => withReason((why) => api.post(`/api/v1/messages/${id}/resend`, { reason: why }))(reason),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['messages'] }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!send.isPending) send.mutate();
  };
  if (send.isSuccess) return <p role="status">{say('resend.done')}</p>;
  if (!asking) return <Button onClick={() => setAsking(true)}>{say('resend')}</Button>;
  return (
    <form className={styles.resend} onSubmit={submit} noValidate>
      <TextInput
        label={say('resend.why')}
        description={say('resend.hint')}
        autoFocus
        maxLength={500}
        value={reason}
        error={send.isError ? refusalText(send.error) : undefined}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className={styles.acts}>
        <Button type="submit" variant="filled">
          {say('resend.send')}
        </Button>
        <Button onClick={() => setAsking(false)}>{say('resend.cancel')}</Button>
      </div>
    </form>
  );
}
