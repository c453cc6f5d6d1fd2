import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { KnownProblem } from '../../../../../contract/known-problems.ts';
import { api } from '../../kit/api.ts';
import { useRefusalText } from '../../kit/refusal-texts.ts';
import { useTexts } from '../../kit/texts.ts';
import { usePublish } from '../settings/use-edit.ts';
import { knownTexts } from './known-texts.ts';
import styles from '../settings/settings.module.css';

/** Ends it, or takes the end back while that still means something: what its lead was answered with stands. */
export function EndKnownProblem({ saved, keys }: { saved: KnownProblem; keys: readonly string[] }) {
  const say = useTexts(knownTexts);
  const refusalText = useRefusalText();
  const [reason, setReason] = useState('');
  const { id, version, inForce, closedHow } = saved;
  const way = inForce ? 'end' : 'resume';
  const save = usePublish(
    (why) => api.post(`/api/v1/known-problems/${id}/${inForce ? 'end' : 'resumption'}`, { version, reason: why }),
    { keys, onSaved: () => setReason('') },
  );
  if (!inForce && closedHow !== null && closedHow !== 'over') return null;
  return (
    <fieldset className={styles.group}>
      <legend>{say(way)}</legend>
      <p className="hs-meta">{say(`${way}.what`)}</p>
      <TextInput
        label={say('reason')}
        maxLength={500}
        error={save.isError ? refusalText(save.error) : undefined}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className={styles.acts}>
        <Button onClick={() => !save.isPending && save.mutate(reason)}>{say(way)}</Button>
      </div>
    </fieldset>
  );
}
