/**
 * Makes the whole index anew from the cases, newest first, so that what people look for is there before what nobody does. A long work: it goes
 * on after a kill, and the old entries serve until theirs are replaced.
 */
import type { Db } from '../../kernel/db/database.ts';
import { takeTurns } from '../../kernel/db/take-turns.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import type { Tx } from '../../kernel/db/transaction.ts';
import type { House } from '../../kernel/house.ts';
import { systemActor } from '../../kernel/actor.ts';
import { askForWork } from '../../kernel/long-works/ask.ts';
import { stepWork } from '../../kernel/long-works/kinds.ts';
import type { LongWork, Step } from '../../kernel/long-works/long-work.ts';
import { newestWorkOf } from '../../kernel/long-works/work-store.ts';
import { remembered } from '../../kernel/remembered.ts';
import { countRequests, idsRecordedBefore, lockRequests } from '../requests/door.ts';
import { forgetKnownWords, keepEntries } from './keep-entry.ts';
import { TERMS_VERSION } from './terms.ts';
import { forgetWords } from './word-store.ts';

const KIND = 'search-rebuild';
/** Whoever wants to write to one of these waits until the step is done. */
const AT_ONCE = 100;

interface Input {
  version: number;
}

type Cursor = { before: string };

export const rebuildWork = stepWork<Input, Cursor>({ kind: KIND, step });

async function step(tx: Tx, work: LongWork<Input, Cursor>): Promise<Step<Cursor>> {
  if (work.cursor === null) {
    await forgetWords(tx.db);
    forgetKnownWords(tx.house);
  }
  const ids = await idsRecordedBefore(tx.db, work.cursor?.before ?? null, AT_ONCE);
  await lockRequests(tx, ids);
  await keepEntries(tx, ids);
  return { cursor: ids.length < AT_ONCE ? null : { before: ids.at(-1)! }, done: ids.length };
}

/** Asks for it, unless one is under way. Gives its id. */
export async function askForRebuild(tx: Tx): Promise<string> {
  await takeTurns(tx.db, KIND);
  const newest = await newestWorkOf<Input>(tx.db, KIND);
  if (newest !== undefined && isUnderWay(newest)) return newest.id;
  return askForWork(tx, { kind: KIND, input: { version: TERMS_VERSION }, total: await countRequests(tx.db) });
}

/** What a worker does when it starts: after an upgrade the entries are not written as this version writes them. */
export async function rebuildIfOutdated(house: House): Promise<void> {
  const newest = await newestWorkOf<Input>(house.db, KIND);
  const isCurrent = newest?.input.version === TERMS_VERSION && (newest.state === 'done' || isUnderWay(newest));
  if (isCurrent) return;
  await inTransaction(house, { actor: systemActor(KIND) }, askForRebuild);
}

const isUnderWay = ({ state }: Pick<LongWork, 'state'>): boolean =>
  state === 'queued' || state === 'running' || state === 'stopping';

const underWay = remembered(async (db) => {
  const newest = await newestWorkOf<Input>(db, KIND);
  return newest && isUnderWay(newest) ? { done: newest.done, total: newest.total } : null;
});

/** How far it is while it is being made; null: it is there. */
export function preparing(db: Db): Promise<{ done: number; total: number | null } | null> {
  return underWay.get(db);
}
