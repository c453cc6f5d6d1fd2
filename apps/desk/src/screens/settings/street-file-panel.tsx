import { Button, Checkbox, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { StreetFileAnswer } from '../../../../../contract/places.ts';
import { formatCount } from '../../../../../text/format.ts';
import { api } from '../../kit/api.ts';
import { useRefusalText } from '../../kit/refusal-texts.ts';
import { useSettings } from '../../kit/settings.ts';
import { useTexts } from '../../kit/texts.ts';
import { PickFile } from './pick-file.tsx';
import { readText } from './read-text.ts';
import { streetTexts } from './street-texts.ts';
import styles from './settings.module.css';

/** A file is looked at before anything is written: what it would change, and each line that cannot be read with what is wrong. */
export function StreetFilePanel() {
  const say = useTexts(streetTexts);
  const refusalText = useRefusalText();
  const queries = useQueryClient();
  const [text, setText] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [withoutFaulty, setWithoutFaulty] = useState(false);
  const send = useMutation({
    mutationFn: ({ given, apply }: { given: string; apply: boolean }) =>
      api.post<StreetFileAnswer>('/api/v1/streets/file', {
        ...{ text: given, apply, withoutFaulty },
        ...(apply && { reason }),
      }),
    onSuccess: async ({ applied }) => {
      if (!applied) return;
      setText(null);
      setReason('');
      await queries.invalidateQueries({ queryKey: ['streets'] });
    },
  });
  const take = async (file: File) => {
    const given = await readText(file);
    setText(given);
    setWithoutFaulty(false);
    send.mutate({ given, apply: false });
  };
  const answer = send.data;
  return (
    <div className={styles.document}>
      <h1>{say('file.title')}</h1>
      <p className="hs-meta">{say('file.hint')}</p>
      <PickFile label={say('file.choose')} accept=".csv,.txt,text/csv" onPick={(file) => void take(file)} />
      {send.isError && (
        <p className="hs-problem" role="alert">
          {refusalText(send.error)}
        </p>
      )}
      <div role="status">
        {answer?.applied && <p>{say('file.done', { added: answer.added, changed: answer.changed })}</p>}
      </div>
      {answer && !answer.applied && <WhatItDoes answer={answer} />}
      {answer && !answer.applied && text !== null && answer.added + answer.changed > 0 && (
        <form
          className={styles.publish}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            send.mutate({ given: text, apply: true });
          }}
        >
          {answer.faults.length > 0 && (
            <Checkbox
              label={say('file.withoutFaulty')}
              checked={withoutFaulty}
              onChange={(event) => setWithoutFaulty(event.currentTarget.checked)}
            />
          )}
          <TextInput
            label={say('file.reason')}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <div className={styles.acts}>
            <Button type="submit" variant="filled">
              {say('file.apply')}
            </Button>
          </div>
        </form>
      )}
    </div>
  );
}

function WhatItDoes({ answer }: { answer: StreetFileAnswer }) {
  const say = useTexts(streetTexts);
  const { language } = useSettings();
  const count = (value: number) => formatCount(value, language);
  const whose = (authority: StreetFileAnswer['sample'][number]['after']) => say(`authority.${authority ?? 'unknown'}`);
  return (
    <>
      <p>
        {say('file.lines', { n: count(answer.lines) })} ·{' '}
        {answer.added + answer.changed === 0
          ? say('file.empty')
          : say('file.would', { added: count(answer.added), changed: count(answer.changed), same: count(answer.same) })}
      </p>
      {answer.faults.length > 0 && (
        <div className="hs-problem">
          <p>{say('file.faults', { n: answer.faults.length })}</p>
          <ul>
            {answer.faults.map(({ line, problem, found }) => (
              <li key={`${line} ${problem}`}>
                {say('file.line', { line })}: {say(`fault.${problem}` as 'fault.twice', { found })}
              </li>
            ))}
          </ul>
        </div>
      )}
      {answer.sample.length > 0 && (
        <div className={styles.scroll} role="region" aria-label={say('file.sample')} tabIndex={0}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{say('neighbourhood')}</th>
                <th scope="col">{say('name')}</th>
                <th scope="col">{say('file.before')}</th>
                <th scope="col">{say('file.after')}</th>
              </tr>
            </thead>
            <tbody>
              {answer.sample.map(({ line, neighbourhood, name, before, after, isNew }) => (
                <tr key={line}>
                  <td>{neighbourhood}</td>
                  <td>{name}</td>
                  <td>{isNew ? say('file.isNew') : whose(before)}</td>
                  <td>{whose(after)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
