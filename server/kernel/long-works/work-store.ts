/** Rows of long_works and long_work_items. */
import type { Db } from '../db/database.ts';
import { maybeRow, oneRow, rows, run, sql } from '../db/database.ts';
import type { LongWork, WorkState } from './long-work.ts';

const WORK =
  sql.raw(`w.id, w.kind, w.input, w.state, w.total, w.done, w.refused, w.cursor, w.result, w.asked_by as "askedBy",
  w.asked_at as "askedAt", w.started_at as "startedAt", w.ended_at as "endedAt", w.failure,
  w.undo_of as "undoOf", (select u.id from long_works u where u.undo_of = w.id) as "undoneBy"`);

export interface NewWork {
  id: string;
  kind: string;
  input: unknown;
  total: number | null;
  askedBy: string | null;
  askedAt: Date;
  undoOf: string | null;
}

/** False: somebody has undone that work already. */
export async function insertWork(db: Db, work: NewWork): Promise<boolean> {
  const inserted = await run(
    db,
    sql`insert into long_works (id, kind, input, state, total, asked_by, asked_at, undo_of)
        values (${work.id}, ${work.kind}, ${JSON.stringify(work.input)}::jsonb, 'queued', ${work.total}, ${work.askedBy},
                ${work.askedAt}, ${work.undoOf})
        on conflict (undo_of) do nothing`,
  );
  return inserted === 1;
}

export function workById(db: Db, id: string): Promise<LongWork | undefined> {
  return maybeRow<LongWork>(db, sql`select ${WORK} from long_works w where w.id = ${id}`);
}

/** The last one of a kind that was asked for, whoever asked. */
export function newestWorkOf<Input>(db: Db, kind: string): Promise<LongWork<Input> | undefined> {
  return maybeRow<LongWork<Input>>(
    db,
    sql`select ${WORK} from long_works w where w.kind = ${kind} order by w.asked_at desc, w.id desc limit 1`,
  );
}

/** Somebody's works, newest first. */
export function worksOf(db: Db, staffId: string, limit: number): Promise<LongWork[]> {
  return rows<LongWork>(
    db,
    sql`select ${WORK} from long_works w where w.asked_by = ${staffId} order by w.asked_at desc, w.id desc limit ${limit}`,
  );
}

export interface Claim {
  claim: string;
  now: Date;
  until: Date;
}

/** The work that waited longest, for this worker alone until the lease ends. A lease that ran out belonged to somebody who was killed. */
export function claimWork(
  db: Db,
  kinds: readonly string[],
  { claim, now, until }: Claim,
): Promise<LongWork | undefined> {
  return maybeRow<LongWork>(
    db,
    sql`update long_works w
        set claim = ${claim}::uuid, lease_until = ${until}, stepped_at = ${now}, started_at = coalesce(w.started_at, ${now}),
            state = case when w.state = 'queued' then 'running' else w.state end
        where w.id = (select id from long_works
                      where state in ('queued','running','stopping') and kind = any(${kinds})
                        and (lease_until is null or lease_until <= ${now})
                      order by stepped_at nulls first, asked_at, id limit 1 for update skip locked)
        returning ${WORK}`,
  );
}

/** The work as it stands, while the claim holds; undefined: it is somebody else's now. Holds the row until the transaction ends. */
export function claimedWork(
  db: Db,
  id: string,
  { claim, until }: Pick<Claim, 'claim' | 'until'>,
): Promise<LongWork | undefined> {
  return maybeRow<LongWork>(
    db,
    sql`update long_works w set lease_until = ${until} where w.id = ${id} and w.claim = ${claim}::uuid returning ${WORK}`,
  );
}

export async function releaseWork(db: Db, id: string, claim: string): Promise<void> {
  await run(
    db,
    sql`update long_works set claim = null, lease_until = null where id = ${id} and claim = ${claim}::uuid`,
  );
}

export interface Progress {
  cursor: unknown;
  done: number;
  total: number | null;
  result: Record<string, unknown> | null;
}

export async function writeProgress(db: Db, id: string, { cursor, done, total, result }: Progress): Promise<void> {
  await run(
    db,
    sql`update long_works
        set cursor = ${JSON.stringify(cursor)}::jsonb, done = done + ${done}, total = coalesce(${total}::int, total),
            result = coalesce(${result === null ? null : JSON.stringify(result)}::jsonb, result), faults = 0
        where id = ${id}`,
  );
}

export async function endWork(
  db: Db,
  id: string,
  end: { state: WorkState; now: Date; failure?: string },
): Promise<void> {
  await run(
    db,
    sql`update long_works
        set state = ${end.state}, ended_at = ${end.now}, claim = null, lease_until = null, failure = ${end.failure ?? null}
        where id = ${id}`,
  );
}

/** How many faults in a row that makes; the claim goes, and the lease keeps others away until it is tried again. */
export async function countFault(db: Db, id: string, tryAgainAt: Date): Promise<number> {
  const row = await oneRow<{ faults: number }>(
    db,
    sql`update long_works set faults = faults + 1, claim = null, lease_until = ${tryAgainAt} where id = ${id} returning faults`,
  );
  return row.faults;
}

/** Asks a work to stop, or a stopped one to go on. False: it is not in the state for it. */
export async function changeWorkState(
  db: Db,
  id: string,
  change: { from: readonly WorkState[]; to: WorkState },
): Promise<boolean> {
  const changed = await run(
    db,
    sql`update long_works set state = ${change.to}, ended_at = null, lease_until = null, claim = null, faults = 0
        where id = ${id} and state = any(${change.from})`,
  );
  return changed === 1;
}
