/** Hand-overs that were asked for, and where each thing goes. */
import type { ThingInHand } from '../../../../contract/hand-over.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { maybeRow, rows, run, sql } from '../../../kernel/db/database.ts';
import type { Tx } from '../../../kernel/db/transaction.ts';

export interface HandOver {
  id: string;
  staffId: string;
  workId: string;
  why: string;
}

export interface ThingToHandOver {
  subject: string;
  kind: ThingInHand;
  /** Null: nobody in particular. */
  to: string | null;
}

export async function insertHandOver(
  tx: Tx,
  { id, staffId, workId, why, askedBy }: HandOver & { askedBy: string },
  things: readonly ThingToHandOver[],
): Promise<void> {
  await run(
    tx.db,
    sql`insert into hand_overs (id, staff_id, work_id, asked_by, asked_at, why)
        values (${id}, ${staffId}, ${workId}, ${askedBy}, ${tx.now}, ${why})`,
  );
  await run(
    tx.db,
    sql`insert into hand_over_things (hand_over_id, subject, kind, to_staff)
        select ${id}, t.subject, t.kind, t."to"
        from jsonb_to_recordset(${JSON.stringify(things)}::jsonb) as t(subject uuid, kind text, "to" uuid)`,
  );
}

export function handOverById(db: Db, id: string): Promise<HandOver | undefined> {
  return maybeRow<HandOver>(
    db,
    sql`select id, staff_id as "staffId", work_id as "workId", why from hand_overs where id = ${id}`,
  );
}

export function thingOfHandOver(db: Db, id: string, subject: string): Promise<ThingToHandOver | undefined> {
  return maybeRow<ThingToHandOver>(
    db,
    sql`select subject, kind, to_staff as "to" from hand_over_things where hand_over_id = ${id} and subject = ${subject}`,
  );
}

/** The last one of somebody's work, of those that this person asked for. */
export function newestHandOver(db: Db, staffId: string, askedBy: string): Promise<HandOver | undefined> {
  return maybeRow<HandOver>(
    db,
    sql`select id, staff_id as "staffId", work_id as "workId", why from hand_overs
        where staff_id = ${staffId} and asked_by = ${askedBy} order by asked_at desc, id desc limit 1`,
  );
}

/** What of somebody's work a hand-over just asked for will take along. */
export async function onTheirWay(db: Db, staffId: string): Promise<ReadonlySet<string>> {
  const found = await rows<{ subject: string }>(
    db,
    sql`select t.subject from hand_overs h join hand_over_things t on t.hand_over_id = h.id where h.staff_id = ${staffId}
        and h.id = (select id from hand_overs where staff_id = ${staffId} order by asked_at desc, id desc limit 1)`,
  );
  return new Set(found.map(({ subject }) => subject));
}
