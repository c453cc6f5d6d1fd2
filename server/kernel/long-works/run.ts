/**
 * The workers' side: takes a work, goes on with it for a few seconds, puts it back so that others get their turn. A worker that is killed leaves
 * a lease that runs out; whoever comes next goes on at the last cursor or the next waiting thing.
 */
import { randomUUID } from 'node:crypto';
import type { Actor, StaffActor } from '../actor.ts';
import { systemActor } from '../actor.ts';
import { inTransaction } from '../db/transaction.ts';
import type { House, ItemKind, StepKind, Tx } from '../house.ts';
import { newId } from '../ids.ts';
import { RefusalError } from '../refusals.ts';
import { LongWorkEnded } from './facts.ts';
import type { WorkItem } from './item-store.ts';
import { endItem, nextItem } from './item-store.ts';
import type { LongWork } from './long-work.ts';
import { claimedWork, claimWork, countFault, endWork, releaseWork, writeProgress } from './work-store.ts';

/** Finds the asker again at the moment of the act: someone who lost the right meanwhile may not act any more. */
export type FindAsker = (house: House, staffId: string) => Promise<StaffActor | null>;

/** Longer than any step; after it a worker counts as gone. */
const LEASE_MS = 30_000;
const TURN_MS = 3_000;
const MOST_FAULTS = 3;
const TRY_AGAIN_AFTER_MS = 5_000;

/** Gives every waiting work its turns until none is left. Returns how many turns that were. */
export async function longWorkRound(house: House, findAsker: FindAsker, isOver = () => false): Promise<number> {
  for (let turns = 0; ; turns += 1) {
    if (isOver() || !(await nextTurn(house, findAsker, isOver))) return turns;
  }
}

async function nextTurn(house: House, findAsker: FindAsker, isOver: () => boolean): Promise<boolean> {
  const claim = randomUUID();
  const work = await claimWork(
    house.db,
    house.works.map(({ kind }) => kind),
    { claim, ...leaseFrom(house) },
  );
  if (!work) return false;
  const turn: Turn = { house, work, claim, asker: await askerOf(house, work, findAsker) };
  // The machine's own steady clock: the house's clock jumps about in a replay and stands still in a test.
  const over = performance.now() + TURN_MS;
  try {
    while (await goOn(turn)) if (performance.now() >= over || isOver()) break;
    await releaseWork(house.db, work.id, claim);
  } catch (error) {
    await noteFault(turn, error);
  }
  return true;
}

interface Turn {
  house: House;
  work: LongWork;
  claim: string;
  /** Null: the person may not act here any more. */
  asker: Actor | null;
}

async function askerOf(house: House, { askedBy, kind }: LongWork, findAsker: FindAsker): Promise<Actor | null> {
  return askedBy === null ? systemActor(kind) : findAsker(house, askedBy);
}

function leaseFrom({ clock }: House): { now: Date; until: Date } {
  const now = clock.now();
  return { now, until: new Date(now.getTime() + LEASE_MS) };
}

/** One thing or one step. False: there is nothing more to do here. */
async function goOn(turn: Turn): Promise<boolean> {
  const { house, work, asker } = turn;
  const kind = house.works.find((each) => each.kind === work.kind)!;
  if (asker === null) return inOwn(turn, systemActor('long-works'), (tx) => end(tx, work, 'failed', 'not-allowed'));
  if ('act' in kind) return nextThing(turn, kind, asker);
  return inOwn(turn, asker, (tx, current) => step(tx, kind, current));
}

/** Runs with the work's row held and the claim renewed; not at all when the claim is lost or the work is to stop. */
async function inOwn(turn: Turn, actor: Actor, act: (tx: Tx, work: LongWork) => Promise<boolean>): Promise<boolean> {
  const { house, work, claim } = turn;
  return inTransaction(house, { actor }, async (tx) => {
    const current = await claimedWork(tx.db, work.id, { claim, until: leaseFrom(house).until });
    if (!current) return false;
    return current.state === 'stopping' ? end(tx, current, 'stopped') : act(tx, current);
  });
}

type EndState = 'done' | 'stopped' | 'failed';

async function end(tx: Tx, work: LongWork, state: EndState, failure?: string): Promise<boolean> {
  await endWork(tx.db, work.id, { state, now: tx.now, ...(failure && { failure }) });
  const { kind, askedBy, askedAt, done, refused } = work;
  const seconds = Math.round((tx.now.getTime() - askedAt.getTime()) / 1000);
  tx.record(LongWorkEnded(work.id, { kind, state, askedBy, seconds, done, refused }));
  return false;
}

async function step(tx: Tx, kind: StepKind, work: LongWork): Promise<boolean> {
  const { cursor, done, total = null, result = null } = await kind.step(tx, work);
  await writeProgress(tx.db, work.id, { cursor, done, total, result });
  return cursor === null ? end(tx, work, 'done') : true;
}

async function nextThing(turn: Turn, kind: ItemKind, asker: Actor): Promise<boolean> {
  const { house, work } = turn;
  let item: WorkItem | undefined;
  try {
    return await inOwn(turn, asker, async (tx, current) => {
      item = await nextItem(tx.db, work.id);
      if (!item) return end(tx, current, 'done');
      const undo = await doTo(tx, kind, current, item);
      await endItem(tx.db, work.id, { position: item.position, state: 'done', refusal: null, undo });
      return true;
    });
  } catch (error) {
    if (!(error instanceof RefusalError) || !item) throw error;
    const refused = { position: item.position, state: 'refused', refusal: error.code, undo: item.undo } as const;
    return inOwn({ ...turn, house }, asker, async (tx) => endItem(tx.db, work.id, refused).then(() => true));
  }
}

async function doTo(tx: Tx, kind: ItemKind, work: LongWork, item: WorkItem): Promise<Record<string, unknown> | null> {
  if (work.undoOf === null) return (await kind.act(tx, work.input, item.subject)) ?? null;
  await kind.undo!(tx, work.input, { subject: item.subject, undo: item.undo ?? {} });
  return null;
}

/** A refusal ends the work; a fault is tried again twice after a pause, and then ends it under an id that the log has too. */
async function noteFault({ house, work }: Turn, error: unknown): Promise<void> {
  const now = house.clock.now();
  const breakOff = (failure: string) =>
    inTransaction(house, { actor: systemActor('long-works') }, (tx) => end(tx, work, 'failed', failure));
  if (error instanceof RefusalError) return void (await breakOff(error.code));
  const failure = newId(now);
  house.metrics.faults.inc({ where: 'long-works' });
  house.log.error({ err: error, where: 'long-works', kind: work.kind, work: work.id, id: failure }, 'fault');
  const faults = await countFault(house.db, work.id, new Date(now.getTime() + TRY_AGAIN_AFTER_MS));
  if (faults >= MOST_FAULTS) await breakOff(failure);
}
