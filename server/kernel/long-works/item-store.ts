import type { Db } from '../db/database.ts';
import { maybeRow, rows, run, sql } from '../db/database.ts';

export interface WorkItem {
  position: number;
  subject: string;
  state: 'waiting' | 'done' | 'refused';
  refusal: string | null;
  undo: Record<string, unknown> | null;
}

const ITEM = sql.raw('position, subject, state, refusal, undo');

/** Fixes what the work is done to, each thing once, in this order. Gives how many there are. */
export function insertItems(db: Db, workId: string, subjects: readonly string[]): Promise<number> {
  return run(
    db,
    sql`insert into long_work_items (work_id, position, subject, state)
        select ${workId}, row_number() over (order by min(s.place)), s.subject, 'waiting'
        from unnest(${subjects}::uuid[]) with ordinality as s(subject, place) group by s.subject`,
  );
}

/** What an undoing is done to: what the work did, the last first, with what it noted. */
export function insertUndoItems(db: Db, workId: string, undoOf: string): Promise<number> {
  return run(
    db,
    sql`insert into long_work_items (work_id, position, subject, state, undo)
        select ${workId}, row_number() over (order by position desc), subject, 'waiting', undo
        from long_work_items where work_id = ${undoOf} and state = 'done'`,
  );
}

export function nextItem(db: Db, workId: string): Promise<WorkItem | undefined> {
  return maybeRow<WorkItem>(
    db,
    sql`select ${ITEM} from long_work_items where work_id = ${workId} and state = 'waiting' order by position limit 1`,
  );
}

export interface ItemEnd {
  position: number;
  state: 'done' | 'refused';
  refusal: string | null;
  undo: Record<string, unknown> | null;
}

/** Ends one thing and counts it, in the transaction of the act itself. */
export async function endItem(db: Db, workId: string, end: ItemEnd): Promise<void> {
  await run(
    db,
    sql`update long_work_items
        set state = ${end.state}, refusal = ${end.refusal}, undo = ${end.undo === null ? null : JSON.stringify(end.undo)}::jsonb
        where work_id = ${workId} and position = ${end.position}`,
  );
  await run(
    db,
    sql`update long_works
        set done = done + ${end.state === 'done' ? 1 : 0}, refused = refused + ${end.state === 'refused' ? 1 : 0}, faults = 0
        where id = ${workId}`,
  );
}

/** The things of a work, those that were refused first: they are what somebody must look at. */
export function itemsOf(
  db: Db,
  workId: string,
  page: { after: number; limit: number; state?: string },
): Promise<WorkItem[]> {
  const only = page.state === undefined ? sql`` : sql`and state = ${page.state}`;
  return rows<WorkItem>(
    db,
    sql`select ${ITEM} from long_work_items where work_id = ${workId} and position > ${page.after} ${only}
        order by position limit ${page.limit}`,
  );
}
