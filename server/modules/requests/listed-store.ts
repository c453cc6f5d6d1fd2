/** Many cases at once: as lists show them, and with everything that is written in them. Which cases, others have found out. */
import type { Db } from '../../kernel/db/database.ts';
import { among } from '../../kernel/db/hidden.ts';
import { oneRow, rows, run, sql } from '../../kernel/db/database.ts';
import type { Tx } from '../../kernel/db/transaction.ts';
import type { TimeUnit } from '../calendar/door.ts';
import type { RequestState } from './lifecycle.ts';
import type { Outcome } from './outcomes.ts';
import type { Sight } from './reader.ts';
import type { Assignment, Channel, RequestKind, ServiceRequest } from './request.ts';
import { assignmentColumns } from './assignment-store.ts';
import { writeWaiting } from './history-store.ts';
import { rightsCondition } from './sight-store.ts';
import { requestColumns } from './store.ts';

export interface ListedRequest {
  id: string;
  trackingNumber: string;
  text: string;
  kind: RequestKind;
  channel: Channel;
  state: RequestState;
  outcome: Outcome | null;
  topicCode: string | null;
  neighbourhoodId: number | null;
  street: string | null;
  danger: boolean;
  restricted: boolean;
  receivedAt: Date;
  nextDueAt: Date | null;
  nextDueKind: string | null;
  nextDueUnit: TimeUnit | null;
  promisedAt: Date | null;
  concludedAt: Date | null;
  directorates: string[];
  assigneeIds: string[];
  photos: number;
  /** How many others reported the same and follow this one. */
  members: number;
}

/** Those of these that the reader may see, in the order asked for. */
export async function listedRequests(
  db: Db,
  ids: readonly string[],
  sights: readonly Sight[],
): Promise<ListedRequest[]> {
  if (ids.length === 0) return [];
  return rows<ListedRequest>(
    db,
    sql`select r.id, r.tracking_number as "trackingNumber", left(r.text, 280) as text, r.kind, r.channel, r.state, r.outcome,
               r.topic_code as "topicCode", r.neighbourhood_id as "neighbourhoodId", r.street, r.danger, r.restricted,
               r.received_at as "receivedAt", r.next_due_at as "nextDueAt", r.next_due_kind as "nextDueKind", r.next_due_unit as "nextDueUnit",
               r.promised_at as "promisedAt", r.concluded_at as "concludedAt",
               coalesce((select array_agg(distinct a.directorate_code) from assignments a
                         where a.request_id = r.id and a.state not in ('returned','cancelled')), '{}') as directorates,
               coalesce((select array_agg(distinct a.assignee_id) from assignments a
                         where a.request_id = r.id and a.assignee_id is not null and a.ended_at is null), '{}') as "assigneeIds",
               (select count(*) from request_photos p where p.request_id = r.id) as photos,
               (select count(*) from service_requests m
                where m.lead_id = r.id and m.state not in ('withdrawn','cancelled')) as members
        from unnest(${ids}::uuid[]) with ordinality as wanted(id, place) join service_requests r on r.id = wanted.id
        where ${rightsCondition(sights)} order by wanted.place`,
  );
}

/** Which of these the reader's right reaches. */
export async function withinSight(
  db: Db,
  ids: readonly string[],
  sights: readonly Sight[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0 || sights.length === 0) return new Set();
  const found = await rows<{ id: string }>(
    db,
    sql`select r.id from service_requests r where r.id = ${among(ids)} and ${rightsCondition(sights)}`,
  );
  return new Set(found.map(({ id }) => id));
}

/** Of these, those that are not restricted: the others may not even be counted before everybody. */
export async function ordinaryAmong(db: Db, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const found = await rows<{ id: string }>(
    db,
    sql`select id from service_requests where id = any(${ids}::uuid[]) and not restricted`,
  );
  return new Set(found.map(({ id }) => id));
}

/** What people wrote in a case, and what became of it beside its state. */
export interface CaseContents {
  requestId: string;
  answers: string[];
  /** Those that stand. */
  notes: string[];
  photos: number;
  /** Null: nobody has said. */
  satisfied: boolean | null;
  wasReopened: boolean;
}

export async function contentsOf(db: Db, ids: readonly string[]): Promise<CaseContents[]> {
  await writeWaiting(db);
  return rows<CaseContents>(
    db,
    sql`select wanted.id as "requestId",
               coalesce((select array_agg(a.text order by a.answered_at, a.id) from request_answers a
                         where a.request_id = wanted.id), '{}') as answers,
               coalesce((select array_agg(n.text order by n.noted_at, n.id) from request_notes n
                         where n.request_id = wanted.id and n.taken_back_at is null), '{}') as notes,
               (select count(*) from request_photos p where p.request_id = wanted.id) as photos,
               (select s.satisfied from request_satisfaction s where s.request_id = wanted.id) as satisfied,
               exists (select from request_history h where h.request_id = wanted.id and h.what = 'reopened') as "wasReopened"
        from unnest((select ${ids}::uuid[])) as wanted(id)`,
  );
}

export function requestsByIds(db: Db, ids: readonly string[]): Promise<ServiceRequest[]> {
  return rows<ServiceRequest>(db, sql`select ${requestColumns} from service_requests where id = ${among(ids)}`);
}

export function assignmentsOfMany(db: Db, ids: readonly string[]): Promise<Assignment[]> {
  return rows<Assignment>(
    db,
    sql`select ${assignmentColumns} from assignments where request_id = any(${ids}::uuid[]) order by assigned_at, id`,
  );
}

/** The next ones by id, which is the order in which they were recorded; `before`: the newest first, down from there. */
export async function idsRecordedBefore(db: Db, before: string | null, limit: number): Promise<string[]> {
  const found = await rows<{ id: string }>(
    db,
    sql`select id from service_requests
        where ${before === null ? sql`true` : sql`id < ${before}::uuid`} order by id desc limit ${limit}`,
  );
  return found.map(({ id }) => id);
}

/** Keeps others from writing to these cases until the transaction ends. In one order, so that two who do it wait and never lock each other. */
export async function lockRequests(tx: Tx, ids: readonly string[]): Promise<void> {
  await run(tx.db, sql`select from service_requests where id = any(${ids}::uuid[]) order by id for no key update`);
}

/** All of them, counted one by one: for the beginning of a long work, never for an answer somebody waits for. */
export async function countRequests(db: Db): Promise<number> {
  return (await oneRow<{ n: number }>(db, sql`select count(*) as n from service_requests`)).n;
}
