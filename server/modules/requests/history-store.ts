/** Rows of request_history: appended, never edited. */
import type { Db } from '../../kernel/db/database.ts';
import { oneRow, rows, run, sql } from '../../kernel/db/database.ts';
import type { Tx } from '../../kernel/db/transaction.ts';
import { inPlaceOf } from './capacity.ts';
import type { HistoryEntry } from './request.ts';
import { touch } from './store.ts';

export interface NewHistoryEntry {
  what: string;
  assignmentId?: string | undefined;
  fromValue?: string | null | undefined;
  toValue?: string | null | undefined;
  why?: string | null | undefined;
  data?: Record<string, unknown> | undefined;
}

export async function appendHistory(tx: Tx, requestId: string, entry: NewHistoryEntry): Promise<void> {
  const { actor } = tx;
  const actorId = actor.kind === 'staff' ? actor.id : actor.kind === 'system' ? actor.name : null;
  const absent = inPlaceOf(actor, requestId);
  const data = absent === undefined ? entry.data : { ...entry.data, inPlaceOf: absent };
  await run(
    tx.db,
    sql`insert into request_history (request_id, assignment_id, at, actor_kind, actor_id, what, from_value, to_value, why, data)
        values (${requestId}, ${entry.assignmentId ?? null}, ${tx.now}, ${actor.kind}, ${actorId}, ${entry.what},
                ${entry.fromValue ?? null}, ${entry.toValue ?? null}, ${entry.why ?? null},
                ${JSON.stringify(data ?? {})}::jsonb)`,
  );
  touch(tx, requestId);
}

/** Whether the citizen's addition of this key has been written already. */
export async function hasAddition(db: Db, requestId: string, key: string): Promise<boolean> {
  const { found } = await oneRow<{ found: boolean }>(
    db,
    sql`select exists (select from request_history
          where request_id = ${requestId} and what = 'citizen-wrote' and data ->> 'key' = ${key}) as found`,
  );
  return found;
}

export function historyOf(db: Db, requestId: string): Promise<HistoryEntry[]> {
  return rows<HistoryEntry>(
    db,
    sql`select id, request_id as "requestId", assignment_id as "assignmentId", at, actor_kind as "actorKind",
               actor_id as "actorId", what, from_value as "fromValue", to_value as "toValue", why, data
        from request_history where request_id = ${requestId} order by id`,
  );
}

/** When it was last opened again; null: never. */
export async function lastReopened(db: Db, requestId: string): Promise<Date | null> {
  const row = await oneRow<{ at: Date | null }>(
    db,
    sql`select max(at) as at from request_history where request_id = ${requestId} and what = 'reopened'`,
  );
  return row.at;
}

export async function countHistory(db: Db, requestId: string): Promise<number> {
  return (
    await oneRow<{ n: number }>(db, sql`select count(*) as n from request_history where request_id = ${requestId}`)
  ).n;
}
