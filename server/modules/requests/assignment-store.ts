import type { RawBuilder } from 'kysely';
import type { Db } from '../../kernel/db/database.ts';
import { maybeRow, rows, sql } from '../../kernel/db/database.ts';
import type { Tx } from '../../kernel/db/transaction.ts';
import type { AssignmentState } from './lifecycle.ts';
import { keepAssignments, keepWritten, lockedAssignment, lockedAssignments, sameInstant } from './locked-rows.ts';
import type { Outcome } from './outcomes.ts';
import type { Assignment, OwnJob } from './request.ts';
import { touch } from './store.ts';

export const assignmentColumns =
  sql.raw(`id, request_id as "requestId", directorate_code as "directorateCode", unit_code as "unitCode", state,
  assignee_id as "assigneeId", why_here as "whyHere", outcome, assigned_at as "assignedAt", accepted_at as "acceptedAt",
  ended_at as "endedAt", due_at as "dueAt", version, beside_lead as "besideLead",
  state_before as "stateBefore", job_topic as "jobTopic",
  case when own_amount is not null then jsonb_build_object('amount', own_amount, 'unit', own_unit) end as "ownPeriod"`);

export async function insertAssignment(
  tx: Tx,
  row: {
    id: string;
    requestId: string;
    directorate: string;
    unit?: string | null;
    assigneeId?: string | null;
    whyHere: string;
    dueAt: Date | null;
    job?: OwnJob | null;
  },
): Promise<void> {
  await written(
    tx,
    sql`insert into assignments (id, request_id, directorate_code, unit_code, assignee_id, state, why_here, assigned_at, due_at,
                                 job_topic, own_amount, own_unit)
        values (${row.id}, ${row.requestId}, ${row.directorate}, ${row.unit ?? null}, ${row.assigneeId ?? null}, 'offered',
                ${row.whyHere}, ${tx.now}, ${row.dueAt}, ${row.job?.topic ?? null}, ${row.job?.period?.amount ?? null},
                ${row.job?.period?.unit ?? null})
        returning ${assignmentColumns}`,
  );
}

/** Every change gives back its rows, so that the locked case stays as the database has it. Whoever has a part finds the case; so it is touched. */
export async function written(tx: Tx, statement: RawBuilder<Assignment>): Promise<void> {
  const parts = await rows(tx.db, statement);
  keepWritten(tx.db, parts);
  for (const { requestId } of parts) touch(tx, requestId);
}

export async function assignmentsOf(db: Db, requestId: string): Promise<Assignment[]> {
  const locked = lockedAssignments(db, requestId);
  if (locked) return locked;
  const found = await rows<Assignment>(
    db,
    sql`select ${assignmentColumns} from assignments where request_id = ${requestId} order by assigned_at, id`,
  );
  keepAssignments(db, requestId, found);
  return found;
}

export async function assignmentById(db: Db, id: string): Promise<Assignment | undefined> {
  const known = lockedAssignment(db, id);
  if (known) return known;
  return maybeRow<Assignment>(db, sql`select ${assignmentColumns} from assignments where id = ${id}`);
}

export interface AssignmentChange {
  state: AssignmentState;
  outcome?: Outcome | null;
  assigneeId?: string | null;
  ended: boolean;
}

export async function writeAssignment(tx: Tx, id: string, change: AssignmentChange): Promise<void> {
  await written(
    tx,
    sql`update assignments
        set state = ${change.state}, outcome = ${change.outcome ?? null},
            ended_at = ${change.ended ? tx.now : null},
            assignee_id = coalesce(${change.assigneeId ?? null}::uuid, assignee_id),
            accepted_at = case when accepted_at is null and ${change.state} in ('accepted','in-progress','on-site')
                               then ${tx.now} else accepted_at end,
            version = version + 1
        where id = ${id} returning ${assignmentColumns}`,
  );
}

/** Nobody has accepted it: it lies where it lay before. */
export async function writeUnaccepted(
  tx: Tx,
  id: string,
  { state, assigneeId }: Pick<Assignment, 'state' | 'assigneeId'>,
): Promise<void> {
  await written(
    tx,
    sql`update assignments set state = ${state}, assignee_id = ${assigneeId}, accepted_at = null, version = version + 1
        where id = ${id} returning ${assignmentColumns}`,
  );
}

export async function endOpenAssignments(tx: Tx, requestId: string): Promise<void> {
  await written(
    tx,
    sql`update assignments set state_before = state, state = 'cancelled', ended_at = ${tx.now}, version = version + 1
        where request_id = ${requestId} and ended_at is null returning ${assignmentColumns}`,
  );
}

/** Parts with a period of their own keep their own day. Left alone when every other open part has that day already. */
export async function writeAssignmentDue(tx: Tx, requestId: string, dueAt: Date | null): Promise<void> {
  const locked = lockedAssignments(tx.db, requestId);
  if (locked?.every((part) => part.endedAt !== null || part.ownPeriod !== null || sameInstant(part.dueAt, dueAt)))
    return;
  await written(
    tx,
    sql`update assignments set due_at = ${dueAt}
        where request_id = ${requestId} and ended_at is null and own_amount is null returning ${assignmentColumns}`,
  );
}

/** The day of one part with a period of its own. */
export async function writePartDue(tx: Tx, id: string, dueAt: Date | null): Promise<void> {
  await written(tx, sql`update assignments set due_at = ${dueAt} where id = ${id} returning ${assignmentColumns}`);
}

/** Who in the directorate has it in hand; null: nobody in particular. */
export async function writeHands(
  tx: Tx,
  id: string,
  { unit, assigneeId }: { unit: string | null; assigneeId: string | null },
): Promise<void> {
  await written(
    tx,
    sql`update assignments set unit_code = ${unit}, assignee_id = ${assigneeId}, version = version + 1
        where id = ${id} returning ${assignmentColumns}`,
  );
}

export interface PartInHand {
  id: string;
  requestId: string;
  directorate: string;
  unit: string | null;
  restricted: boolean;
  restrictedTo: string[];
}

/** The open parts in one person's hands, the ones due first before the others. */
export function partsInHandOf(db: Db, staffId: string): Promise<PartInHand[]> {
  return rows<PartInHand>(
    db,
    sql`select a.id, a.request_id as "requestId", a.directorate_code as directorate, a.unit_code as unit, r.restricted,
               r.restricted_to as "restrictedTo"
        from assignments a join service_requests r on r.id = a.request_id
        where a.assignee_id = ${staffId} and a.ended_at is null order by a.due_at, a.id`,
  );
}

/** How many open parts each of these has in hand; nobody who has none is in it. */
export async function loadOf(db: Db, staffIds: readonly string[]): Promise<Map<string, number>> {
  const found = await rows<{ id: string; open: number }>(
    db,
    sql`select assignee_id as id, count(*)::int as open from assignments
        where assignee_id = any(${staffIds}::uuid[]) and ended_at is null group by assignee_id`,
  );
  return new Map(found.map(({ id, open }) => [id, open]));
}
