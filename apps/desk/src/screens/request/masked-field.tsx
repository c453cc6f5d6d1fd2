/** Personal data behind its mask: seeing it takes a reason, lasts a minute and leaves a line in the thread. */
import { Radio, TextInput, Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Revealed, RevealField, RevealPurpose } from '../../../../../contract/request-acts.ts';
import { caseKeys } from '../../case/case-data.ts';
import { api } from '../../kit/api.ts';
import { useRefusalText } from '../../kit/refusal-texts.ts';
import { useTexts } from '../../kit/texts.ts';
import { requestTexts } from './request-texts.ts';
import { revealTexts } from './reveal-texts.ts';
import styles from './facts.module.css';

interface FieldProps {
  requestId: string;
  field: RevealField;
  masked: string | null;
  none?: string;
  mayReveal: boolean;
}

export function MaskedField({ requestId, field, masked, none = '', mayReveal }: FieldProps) {
  const say = useTexts(requestTexts);
  const [asking, setAsking] = useState(false);
  const [shown, setShown] = useState<Revealed | null>(null);
  if (masked === null) return <p>{none}</p>;
  if (shown !== null) return <Shown revealed={shown} onEnd={() => setShown(null)} />;
  return (
    <div>
      <p className={styles.field}>
        <span>{masked}</span>
        {mayReveal && (
          <button
            type="button"
            className="hs-link hs-screen-only"
            aria-expanded={asking}
            onClick={() => setAsking(!asking)}
          >
            {say('show')}
          </button>
        )}
      </p>
      {asking && (
        <AskWhy
          requestId={requestId}
          field={field}
          onShown={(revealed) => {
            setAsking(false);
            setShown(revealed);
          }}
        />
      )}
    </div>
  );
}

/** In the clear until its minute is over or the page is left; never kept in the query cache. */
function Shown({ revealed, onEnd }: { revealed: Revealed; onEnd: () => void }) {
  const say = useTexts(revealTexts);
  const [left, setLeft] = useState(revealed.seconds);
  useEffect(() => {
    const timer = setInterval(() => setLeft((before) => before - 1), 1000);
    return () => clearInterval(timer);
  }, []);
  useEffect(() => {
    if (left <= 0) onEnd();
  }, [left, onEnd]);
  return (
    <p className={styles.field}>
      <strong>{revealed.value ?? say('nothing')}</strong>
      <button type="button" className="hs-link hs-screen-only" onClick={onEnd}>
        {say('hide', { n: left })}
      </button>
    </p>
  );
}

const PURPOSES: readonly RevealPurpose[] = ['calling', 'called', 'check', 'other'];

function AskWhy({
  requestId,
  field,
  onShown,
}: Pick<FieldProps, 'requestId' | 'field'> & { onShown: (revealed: Revealed) => void }) {
  const say = useTexts(revealTexts);
  const refusalText = useRefusalText();
  const queries = useQueryClient();
  const [reason, setReason] = useState<RevealPurpose>('calling');
  const [words, setWords] = useState('');
  const reveal = useMutation({
    mutationFn: () =>
      api.post<Revealed>(`/api/v1/requests/${requestId}/reveal`, {
        field,
        purpose: reason,
        reason: reason === 'other' ? words : say(reason),
      }),
    onSuccess(revealed) {
      onShown(revealed);
      void queries.invalidateQueries({ queryKey: caseKeys.page(requestId) });
    },
  });
  return (
    <form
      className={styles.ask}
      onSubmit={(event) => {
        event.preventDefault();
        reveal.mutate();
      }}
    >
      <Radio.Group label={say('why')} value={reason} onChange={(value) => setReason(value as RevealPurpose)}>
        {PURPOSES.map((each) => (
          <Radio key={each} value={each} label={say(each)} size="md" autoFocus={each === 'calling'} />
        ))}
      </Radio.Group>
      {reason === 'other' && (
        <TextInput
          label={say('words')}
          value={words}
          maxLength={300}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
      )}
      {reveal.isError && <p className="hs-problem">{refusalText(reveal.error)}</p>}
      <p className="hs-meta">{say('logged')}</p>
      <Button type="submit" size="xs">
        {reveal.isPending ? say('busy') : say('show')}
      </Button>
    </form>
  );
}
