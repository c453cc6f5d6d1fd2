/** How far a long work is: counted words, a bar, what could not be done and why, and the ways to stop, go on and undo. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { WorkShown } from '../../../../contract/works.ts';
import { formatCount } from '../../../../text/format.ts';
import { useRefusalText } from '../kit/refusal-texts.ts';
import { Refusal } from '../kit/refusal.ts';
import { useSettings } from '../kit/settings.ts';
import { useShortcut } from '../kit/shortcuts.ts';
import { defineTexts, useTexts } from '../kit/texts.ts';
import { isOver, useRefusedItems, useWork, useWorkAct } from './use-work.ts';
import styles from './work-progress.module.css';

const texts = defineTexts(
  {
    queued: 'Sırada',
    running: 'Sürüyor: {done} / {total}',
    'running.unknown': 'Sürüyor: {done}',
    stopping: 'Durduruluyor…',
    stopped: 'Durduruldu: {done} yapıldı, kalanlar olduğu gibi duruyor',
    done: 'Bitti: {done} yapıldı',
    'done.refused': 'Bitti: {done} yapıldı, {refused} yapılamadı',
    failed: 'Yarıda kaldı: {done} yapıldı',
    undone: 'Geri alındı',
    'undone.refused': 'Geri alındı: {done}. Olduğu gibi kalan: {refused}',
    stop: 'Durdur',
    resume: 'Sürdür',
    undo: 'Geri al',
    refused: 'Yapılamayanlar',
    left: 'Olduğu gibi kalanlar',
    bar: 'İlerleme',
  },
  {
    queued: 'Waiting its turn',
    running: 'Under way: {done} / {total}',
    'running.unknown': 'Under way: {done}',
    stopping: 'Stopping…',
    stopped: 'Stopped: {done} done, the rest is as it was',
    done: 'Finished: {done} done',
    'done.refused': 'Finished: {done} done, {refused} could not be',
    failed: 'Broke off: {done} done',
    undone: 'Undone',
    'undone.refused': 'Undone: {done}. Left as they are: {refused}',
    stop: 'Stop',
    resume: 'Go on',
    undo: 'Undo',
    refused: 'What could not be done',
    left: 'What was left as it is',
    bar: 'Progress',
  },
);

interface Props {
  id: string;
  /** How the things of this work are called: a tracking number instead of an id. */
  nameOf?: (subject: string) => ReactNode;
  /** What the work has made so far, in its own way. */
  children?: (work: WorkShown) => ReactNode;
}

export function WorkProgress({ id, nameOf = (subject) => subject, children }: Props) {
  const [shownId, setShownId] = useState(id);
  const work = useWork(shownId);
  const refusalText = useRefusalText();
  if (work.isError) return <p className="hs-problem">{refusalText(work.error)}</p>;
  if (work.data === undefined) return null;
  return (
    <section className={styles.work} aria-live="polite">
      <Line work={work.data} />
      <Acts work={work.data} onUndone={(undo) => setShownId(undo.id)} />
      {work.data.state === 'failed' && <p className="hs-problem">{failureText(refusalText, work.data.failure)}</p>}
      <Refused work={work.data} nameOf={nameOf} />
      {children?.(work.data)}
    </section>
  );
}

/** A refusal's code has words of its own; anything else is the id of a fault. */
function failureText(refusalText: (error: unknown) => string, failure: string | null): string {
  const isFault = failure === null || /^[0-9a-f-]{36}$/.test(failure);
  return refusalText(new Refusal({ code: isFault ? 'fault' : failure, status: 0, fault: failure }));
}

function Line({ work }: { work: WorkShown }) {
  const say = useTexts(texts);
  const { language } = useSettings();
  const count = (n: number) => formatCount(n, language);
  const { state, total, refused } = work;
  const done = count(work.done);
  const handled = work.done + refused;
  return (
    <>
      <p role="status">
        {state === 'running'
          ? total === null
            ? say('running.unknown', { done: count(handled) })
            : say('running', { done: count(handled), total: count(total) })
          : state === 'done' && work.undoOf !== null
            ? say(refused > 0 ? 'undone.refused' : 'undone', { done, refused: count(refused) })
            : say(state === 'done' && refused > 0 ? 'done.refused' : state, { done, refused: count(refused) })}
      </p>
      {!isOver(work) && (
        <progress
          className={styles.bar}
          aria-label={say('bar')}
          max={total ?? undefined}
          value={total ? handled : undefined}
        />
      )}
    </>
  );
}

function Acts({ work, onUndone }: { work: WorkShown; onUndone: (undo: WorkShown) => void }) {
  const say = useTexts(texts);
  const refusalText = useRefusalText();
  const act = useWorkAct(work.id, onUndone);
  useShortcut('Z', say('undo'), () => act.mutate('undo'), { when: work.may.undo });
  return (
    <div className={styles.acts}>
      {work.may.stop && <Button onClick={() => act.mutate('stop')}>{say('stop')}</Button>}
      {work.may.resume && <Button onClick={() => act.mutate('resumption')}>{say('resume')}</Button>}
      {work.may.undo && (
        <Button onClick={() => act.mutate('undo')}>
          {say('undo')} <kbd className="hs-key">Z</kbd>
        </Button>
      )}
      {act.isError && <p className="hs-problem">{refusalText(act.error)}</p>}
    </div>
  );
}

function Refused({ work, nameOf }: { work: WorkShown; nameOf: (subject: string) => ReactNode }) {
  const say = useTexts(texts);
  const refusalText = useRefusalText();
  const items = useRefusedItems(work).data ?? [];
  if (items.length === 0) return null;
  return (
    <details>
      <summary>{say(work.undoOf === null ? 'refused' : 'left')}</summary>
      <ul className={styles.refused}>
        {items.map(({ position, subject, refusal }) => (
          <li key={position}>
            {nameOf(subject)}: {refusalText(new Refusal({ code: refusal ?? 'fault', status: 409 }))}
          </li>
        ))}
      </ul>
    </details>
  );
}
