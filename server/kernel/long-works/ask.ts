/** Asking for a long work, stopping it, going on with it, and undoing it. What may be asked is the asker's own check. */
import type { Tx } from '../house.ts';
import { newId } from '../ids.ts';
import { refuse } from '../refusals.ts';
import { insertItems, insertUndoItems } from './item-store.ts';
import type { LongWork } from './long-work.ts';
import { changeWorkState, insertWork, workById } from './work-store.ts';

export interface AskedWork {
  kind: string;
  input: unknown;
  /** For a work on a list of things: which. */
  subjects?: readonly string[];
  /** For a work in steps: how many things there will be, where that is known. */
  total?: number;
}

/** Writes the work down and wakes the workers; it begins within a second. */
export async function askForWork(tx: Tx, { kind, input, subjects, total }: AskedWork): Promise<string> {
  if (!tx.house.works.some((each) => each.kind === kind)) throw new Error(`no worker knows the long work ${kind}`);
  const id = newId(tx.now);
  await insertWork(tx.db, { ...asked(tx), id, kind, input, total: subjects?.length ?? total ?? null, undoOf: null });
  if (subjects) await insertItems(tx.db, id, subjects);
  tx.afterCommit(() => tx.house.wake.call('long-works'));
  return id;
}

/** Undoes what a work did, the last first. Refuses 'step-not-allowed' while it runs or when its kind cannot be undone, 'already-exists' twice. */
export async function undoWork(tx: Tx, work: LongWork): Promise<string> {
  const kind = tx.house.works.find((each) => each.kind === work.kind);
  if (!kind || !('act' in kind) || !kind.undo || work.undoOf !== null || work.endedAt === null)
    throw refuse('step-not-allowed', { step: 'undo', state: work.state });
  const id = newId(tx.now);
  const { kind: name, input } = work;
  const isFirst = await insertWork(tx.db, { ...asked(tx), id, kind: name, input, total: work.done, undoOf: work.id });
  if (!isFirst) throw refuse('already-exists', { field: 'undo' });
  await insertUndoItems(tx.db, id, work.id);
  tx.afterCommit(() => tx.house.wake.call('long-works'));
  return id;
}

/** What is under way is finished; the rest stays as it is. */
export async function stopWork(tx: Tx, id: string): Promise<void> {
  if (!(await changeWorkState(tx.db, id, { from: ['queued', 'running'], to: 'stopping' })))
    throw await notNow(tx, id, 'stop');
  tx.afterCommit(() => tx.house.wake.call('long-works'));
}

/** Goes on where it was stopped, or where it failed. */
export async function resumeWork(tx: Tx, id: string): Promise<void> {
  if (!(await changeWorkState(tx.db, id, { from: ['stopped', 'failed'], to: 'queued' })))
    throw await notNow(tx, id, 'resume');
  tx.afterCommit(() => tx.house.wake.call('long-works'));
}

async function notNow(tx: Tx, id: string, step: string): Promise<Error> {
  const work = await workById(tx.db, id);
  return work ? refuse('step-not-allowed', { step, state: work.state }) : refuse('not-found');
}

function asked(tx: Tx) {
  return { askedBy: tx.actor.kind === 'staff' ? tx.actor.id : null, askedAt: tx.now };
}
