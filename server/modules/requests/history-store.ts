/** Rows of request_history: appended, never edited. */
import type { Db } from '../../kernel/db/database.ts';
import { oneRow, rows, sql } from '../../kernel/db/database.ts';
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

type WaitingEntry = Omit<HistoryEntry, 'id' | 'assignmentId'> & { assignmentId: string | null };

/** What a transaction has appended and not written yet. An act and its reactions append up to ten lines; they are written together. */
const waiting = new WeakMap<Db, WaitingEntry[]>();
/** The newest line of each case this transaction has written one of. */
const newest = new WeakMap<Db, Map<string, number>>();

/** Written at the end of the transaction, or before its first reading of a history. */
export async function appendHistory(tx: Tx, requestId: string, entry: NewHistoryEntry): Promise<void> {
  const { actor } = tx;
  const absent = inPlaceOf(actor, requestId);
  const list = waiting.get(tx.db) ?? [];
  waiting.set(tx.db, list);
  if (list.length === 0) tx.beforeCommit(() => writeWaiting(tx.db));
  list.push({
    ...{ requestId, assignmentId: entry.assignmentId ?? null, at: tx.now, what: entry.what },
    ...{ fromValue: entry.fromValue ?? null, toValue: entry.toValue ?? null, why: entry.why ?? null },
    actorKind: actor.kind,
    actorId: actor.kind === 'staff' ? actor.id : actor.kind === 'system' ? actor.name : null,
    data: absent === undefined ? (entry.data ?? {}) : { ...entry.data, inPlaceOf: absent },
  });
  touch(tx, requestId);
}

/** Every reading of the table calls it first: it must not miss what its own transaction has appended. */
export async function writeWaiting(db: Db): Promise<void> {
  const list = waiting.get(db)?.splice(0) ?? [];
  if (list.length === 0) return;
  const written = await rows<{ id: number; requestId: string }>(
    db,
    sql`insert into request_history (request_id, assignment_id, at, actor_kind, actor_id, what, from_value, to_value, why, data)
        select e."requestId", e."assignmentId", e.at, e."actorKind", e."actorId", e.what, e."fromValue", e."toValue", e.why, e.data
        from rows from (jsonb_to_recordset(${JSON.stringify(list)}::jsonb)
          as ("requestId" uuid, "assignmentId" uuid, at timestamptz, "actorKind" text, "actorId" text, what text,
              "fromValue" text, "toValue" text, why text, data jsonb)) with ordinality
          as e("requestId", "assignmentId", at, "actorKind", "actorId", what, "fromValue", "toValue", why, data, place)
        order by e.place
        returning id, request_id as "requestId"`,
  );
  const known = newest.get(db) ?? new Map<string, number>();
  newest.set(db, known);
  for (const { id, requestId } of written) known.set(requestId, Math.max(id, known.get(requestId) ?? 0));
}

/** The newest line of a case this transaction has locked: what whoever acts has seen of it from now on. 0: none. */
export async function lastEntryOf(db: Db, requestId: string): Promise<number> {
  await writeWaiting(db);
  const known = newest.get(db)?.get(requestId);
  if (known !== undefined) return known;
  const sought = sql<{
    id: number;
  }>`select coalesce(max(id), 0) as id from request_history where request_id = ${requestId}`;
  return (await oneRow(db, sought)).id;
}

/** Whether the citizen's addition of this key has been written already. */
export async function hasAddition(db: Db, requestId: string, key: string): Promise<boolean> {
  await writeWaiting(db);
  const { found } = await oneRow<{ found: boolean }>(
    db,
    sql`select exists (select from request_history
          where request_id = ${requestId} and what = 'citizen-wrote' and data ->> 'key' = ${key}) as found`,
  );
  return found;
}

export async function historyOf(db: Db, requestId: string): Promise<HistoryEntry[]> {
  await writeWaiting(db);
  return rows<HistoryEntry>(
    db,
    sql`select id, request_id as "requestId", assignment_id as "assignmentId", at, actor_kind as "actorKind",
               actor_id as "actorId", what, from_value as "fromValue", to_value as "toValue", why, data
        from request_history where request_id = ${requestId} order by id`,
  );
}

/** When it was last opened again; null: never. */
export async function lastReopened(db: Db, requestId: string): Promise<Date | null> {
  await writeWaiting(db);
  const row = await oneRow<{ at: Date | null }>(
    db,
    sql`select max(at) as at from request_history where request_id = ${requestId} and what = 'reopened'`,
  );
  return row.at;
}

export async function countHistory(db: Db, requestId: string): Promise<number> {
  await writeWaiting(db);
  return (
    await oneRow<{ n: number }>(db, sql`select count(*) as n from request_history where request_id = ${requestId}`)
  ).n;
}
