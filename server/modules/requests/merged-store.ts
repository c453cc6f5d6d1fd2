/** Requests that are worked on together with a lead, and their parts, which ended when they were merged. */
import type { Db } from '../../kernel/db/database.ts';
import { oneRow, rows, run, sql } from '../../kernel/db/database.ts';
import type { Tx } from '../../kernel/db/transaction.ts';
import { assignmentColumns, writeAssignmentDue, written } from './assignment-store.ts';
import type { AssignmentState, RequestState } from './lifecycle.ts';
import type { RequestKind, ServiceRequest } from './request.ts';

/** Ends every open part; each remembers how it stood. */
export async function endPartsAsMerged(tx: Tx, requestId: string): Promise<void> {
  await written(
    tx,
    sql`update assignments set state_before = state, state = 'merged', ended_at = ${tx.now}, version = version + 1
        where request_id = ${requestId} and ended_at is null returning ${assignmentColumns}`,
  );
}

/** Gives the parts back as they stood, with the promise as it is now; those that only came with the lead are over. */
export async function restoreParts(
  tx: Tx,
  { id: requestId, promisedAt }: Pick<ServiceRequest, 'id' | 'promisedAt'>,
): Promise<void> {
  await written(
    tx,
    sql`update assignments
        set state = case when beside_lead then 'cancelled' else state_before end,
            ended_at = case when beside_lead then ended_at end, state_before = null, version = version + 1
        where request_id = ${requestId} and state = 'merged' and (state_before is not null or beside_lead)
        returning ${assignmentColumns}`,
  );
  await writeAssignmentDue(tx, requestId, promisedAt);
}

/** The answer stands: undoing gives nothing back any more. */
export async function settleParts(tx: Tx, requestId: string): Promise<void> {
  await written(
    tx,
    sql`update assignments set state_before = null where request_id = ${requestId} and state_before is not null
        returning ${assignmentColumns}`,
  );
}

export interface PartBesideLead {
  id: string;
  requestId: string;
  directorate: string;
  unit: string | null;
  assigneeId: string | null;
  whyHere: string;
}

/** A part that only says who works on it at the lead, and so may read it here. Nobody does anything with it. */
export async function insertPartBesideLead(tx: Tx, part: PartBesideLead): Promise<void> {
  await written(
    tx,
    sql`insert into assignments (id, request_id, directorate_code, unit_code, assignee_id, state, why_here, assigned_at, ended_at, beside_lead)
        values (${part.id}, ${part.requestId}, ${part.directorate}, ${part.unit}, ${part.assigneeId}, 'merged',
                ${part.whyHere}, ${tx.now}, ${tx.now}, true)
        returning ${assignmentColumns}`,
  );
}

export async function writePartBesideLead(
  tx: Tx,
  id: string,
  change: { state: 'merged' | 'cancelled'; unit: string | null; assigneeId: string | null },
): Promise<void> {
  await written(
    tx,
    sql`update assignments
        set state = ${change.state}, unit_code = ${change.unit}, assignee_id = ${change.assigneeId}, version = version + 1
        where id = ${id} returning ${assignmentColumns}`,
  );
}

/** Carries a part on at another request as far as it had come. */
export async function insertPartAsItStood(
  tx: Tx,
  part: PartBesideLead & { state: AssignmentState; acceptedAt: Date | null; dueAt: Date | null },
): Promise<void> {
  await written(
    tx,
    sql`insert into assignments (id, request_id, directorate_code, unit_code, assignee_id, state, why_here, assigned_at, accepted_at, due_at)
        values (${part.id}, ${part.requestId}, ${part.directorate}, ${part.unit}, ${part.assigneeId}, ${part.state},
                ${part.whyHere}, ${tx.now}, ${part.acceptedAt}, ${part.dueAt})
        returning ${assignmentColumns}`,
  );
}

/** Those that follow this lead, the oldest first. */
export async function membersOf(db: Db, leadId: string, states?: readonly RequestState[]): Promise<string[]> {
  const only = states ? sql`and state = any(${states})` : sql``;
  const found = await rows<{ id: string }>(
    db,
    sql`select id from service_requests where lead_id = ${leadId} ${only} order by received_at, id`,
  );
  return found.map(({ id }) => id);
}

/** Those that follow this lead and still wait for its answer, gathered by kind and topic; each group's ids with the oldest first. */
export function followersByWhatTheyAsk(
  db: Db,
  leadId: string,
): Promise<{ kind: RequestKind; topicCode: string | null; by: string[] }[]> {
  return rows(
    db,
    sql`select kind, topic_code as "topicCode", array_agg(id order by received_at, id) as by
        from service_requests where lead_id = ${leadId} and state = 'merged'
        group by kind, topic_code order by min(received_at), kind, topic_code`,
  );
}

/** How many people reported it beside the lead's own citizen; who took theirs back is not among them. */
export async function countMembers(db: Db, leadId: string): Promise<number> {
  const counted = await oneRow<{ n: number }>(
    db,
    sql`select count(*) as n from service_requests where lead_id = ${leadId} and state not in ('withdrawn','cancelled')`,
  );
  return counted.n;
}

/** All that follow one lead follow another from now on. None of them may be locked by this transaction. Gives how many. */
export function followAnother(
  tx: Tx,
  { from, to, only }: { from: string; to: string; only?: readonly string[] },
): Promise<number> {
  const these = only ? sql`and id = any(${only}::uuid[])` : sql``;
  return run(tx.db, sql`update service_requests set lead_id = ${to} where lead_id = ${from} and id <> ${to} ${these}`);
}

/** Leads that have their answer, while some who follow them have not: the work that tells them broke off. */
export async function leadsAheadOfMembers(db: Db, answeredBefore: Date): Promise<string[]> {
  const found = await rows<{ id: string }>(
    db,
    sql`select distinct l.id from service_requests m join service_requests l on l.id = m.lead_id
        where m.state = 'merged' and l.state in ('concluded','reopen-requested') and l.concluded_at < ${answeredBefore}`,
  );
  return found.map(({ id }) => id);
}
