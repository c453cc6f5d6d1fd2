import { Button, TextInput } from '@mantine/core';
import type { UseMutationResult } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { FormEvent } from 'react';
import { useRefusalText } from '../../kit/refusal-texts.ts';
import { isRefusal } from '../../kit/refusal.ts';
import { useShortcut } from '../../kit/shortcuts.ts';
import { useTexts } from '../../kit/texts.ts';
import { ChangeList } from './change-list.tsx';
import { changesBetween } from './changes.ts';
import { useFaultWords } from './fault-words.ts';
import { settingTexts } from './setting-texts.ts';
import styles from './settings.module.css';

interface Props<Saved> {
  before: unknown;
  after: unknown;
  save: UseMutationResult<Saved, Error, string>;
  onUndo: () => void;
}

/** The foot of every setting: what changes, why, and only then the button. Nothing is published without its reason. */
export function Publish<Saved>({ before, after, save, onUndo }: Props<Saved>) {
  const say = useTexts(settingTexts);
  const [reason, setReason] = useState('');
  const refusalText = useRefusalText();
  const changes = changesBetween(before, after);
  const unsaid = isRefusal(save.error, 'reason-missing');
  const publish = () => {
    if (save.isPending || changes.length === 0) return;
    save.mutate(reason, { onSuccess: () => setReason('') });
  };
  useShortcut('Ctrl+Enter', say('publish'), publish, { whileTyping: true });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    publish();
  };
  if (changes.length === 0) {
    return (
      <p className="hs-meta" role="status">
        {save.isSuccess ? say('saved') : say('changes.none')}
      </p>
    );
  }
  return (
    <form className={styles.publish} onSubmit={submit} noValidate>
      <h2>{say('changes')}</h2>
      <ChangeList changes={changes} />
      {save.isError && !unsaid && <Problem error={save.error} />}
      <TextInput
        label={say('reason')}
        description={say('reason.hint')}
        error={unsaid ? refusalText(save.error) : undefined}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className={styles.acts}>
        <Button type="submit" variant="filled">
          {save.isPending ? say('publishing') : say('publish')}
          <kbd className="hs-key">Ctrl+Enter</kbd>
        </Button>
        <Button onClick={onUndo}>{say('undo')}</Button>
      </div>
    </form>
  );
}

/** The key works from every field; what is wrong must not stand below the edge of the screen. */
function Problem({ error }: { error: Error }) {
  const say = useTexts(settingTexts);
  const refusalText = useRefusalText();
  const faults = useFaultWords()(error);
  const problem = useRef<HTMLDivElement>(null);
  // Newer browsers give a promise of the scrolling, which an effect must not return.
  useEffect(() => void problem.current?.scrollIntoView({ block: 'nearest' }), [error]);
  return (
    <div ref={problem} className="hs-problem" role="alert">
      <p>{isRefusal(error, 'changed-meanwhile') ? say('conflict') : refusalText(error)}</p>
      {faults.length > 0 && (
        <>
          <p>{say('faults')}:</p>
          <ul>
            {faults.map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
