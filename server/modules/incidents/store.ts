/** Rows of incidents and of the stays in them. */
import type { Db } from '../../kernel/db/database.ts';
import { maybeRow, oneRow, rows, run, sql } from '../../kernel/db/database.ts';
import type { Tx } from '../../kernel/db/transaction.ts';
import type { ClosedHow, Incident, JoinedHow, LeftHow } from './incident.ts';

const columns =
  sql.raw(`i.id, i.number, i.lead_id as "leadId", i.title, i.topic_code as "topicCode", i.opened_at as "openedAt",
  i.opened_by as "openedBy", i.closed_at as "closedAt", i.closed_how as "closedHow", i.version`);

export interface NewIncident {
  id: string;
  leadId: string | null;
  title: string;
  topicCode: string | null;
  openedBy: string | null;
}

export async function insertIncident(tx: Tx, incident: NewIncident): Promise<void> {
  await run(
    tx.db,
    sql`insert into incidents (id, lead_id, title, topic_code, opened_at, opened_by)
        values (${incident.id}, ${incident.leadId}, ${incident.title}, ${incident.topicCode}, ${tx.now}, ${incident.openedBy})`,
  );
}

export function incidentById(db: Db, id: string): Promise<Incident | undefined> {
  return maybeRow<Incident>(db, sql`select ${columns} from incidents i where i.id = ${id}`);
}

export function lockIncident(tx: Tx, id: string): Promise<Incident | undefined> {
  return maybeRow<Incident>(tx.db, sql`select ${columns} from incidents i where i.id = ${id} for update`);
}

/** The incident this request leads, open or concluded; one whose people went elsewhere is led by nobody. */
export function incidentLedBy(db: Db, leadId: string): Promise<Incident | undefined> {
  return maybeRow<Incident>(
    db,
    sql`select ${columns} from incidents i
        where i.lead_id = ${leadId} and i.closed_how is distinct from 'dissolved' and i.closed_how is distinct from 'joined-another'`,
  );
}

/** The one it was, before its people followed another lead. */
export function incidentOnceLedBy(db: Db, leadId: string): Promise<Incident | undefined> {
  return maybeRow<Incident>(
    db,
    sql`select ${columns} from incidents i where i.lead_id = ${leadId} and i.closed_how = 'joined-another'
        order by i.closed_at desc limit 1`,
  );
}

/** Null: open. */
export async function writeClosed(tx: Tx, id: string, how: ClosedHow | null): Promise<void> {
  await run(
    tx.db,
    sql`update incidents set closed_at = ${how === null ? null : tx.now}, closed_how = ${how}, version = version + 1
        where id = ${id}`,
  );
}

/** Null: whoever asks next. */
export async function writeLeadOf(tx: Tx, id: string, leadId: string | null): Promise<void> {
  await run(tx.db, sql`update incidents set lead_id = ${leadId}, version = version + 1 where id = ${id}`);
}

export interface Stay {
  incidentId: string;
  requestId: string;
  how: JoinedHow;
  by: string | null;
  cameWith?: string | null;
}

/** Left alone where it is in already. */
export async function insertStay(tx: Tx, { incidentId, requestId, how, by, cameWith = null }: Stay): Promise<void> {
  await run(
    tx.db,
    sql`insert into incident_members (incident_id, request_id, joined_at, joined_how, joined_by, came_with)
        values (${incidentId}, ${requestId}, ${tx.now}, ${how}, ${by}, ${cameWith})
        on conflict (request_id) where left_at is null do nothing`,
  );
}

export async function endStay(
  tx: Tx,
  { requestId, how, by }: { requestId: string; how: LeftHow; by: string | null },
): Promise<void> {
  await run(
    tx.db,
    sql`update incident_members set left_at = ${tx.now}, left_how = ${how}, left_by = ${by}
        where request_id = ${requestId} and left_at is null`,
  );
}

/** All who are in one incident but its lead go over to another; `cameWith` is the lead with whom they go. */
export async function moveStays(
  tx: Tx,
  { requestIds, to, cameWith }: { requestIds: readonly string[]; to: string; cameWith: string | null },
): Promise<void> {
  await run(
    tx.db,
    sql`update incident_members set left_at = ${tx.now}, left_how = 'followed'
        where request_id = any(${requestIds}::uuid[]) and left_at is null`,
  );
  await run(
    tx.db,
    sql`insert into incident_members (incident_id, request_id, joined_at, joined_how, came_with)
        select ${to}, id, ${tx.now}, ${cameWith === null ? 'merged' : 'followed'}, ${cameWith}
        from unnest(${requestIds}::uuid[]) as moved(id)`,
  );
}

/** Those who came with this lead when it joined, and are still there. */
export async function whoCameWith(db: Db, leadId: string): Promise<string[]> {
  const found = await rows<{ id: string }>(
    db,
    sql`select request_id as id from incident_members where came_with = ${leadId} and left_at is null`,
  );
  return found.map(({ id }) => id);
}

/** How many are in it, the lead among them. */
export async function countStays(db: Db, incidentId: string): Promise<number> {
  const row = await oneRow<{ n: number }>(
    db,
    sql`select count(*) as n from incident_members where incident_id = ${incidentId} and left_at is null`,
  );
  return row.n;
}

/** How many reported what these lead, the leads' citizens among them; who took theirs back is not. By the lead's id. */
export async function countPeople(db: Db, leadIds: readonly string[]): Promise<Map<string, number>> {
  if (leadIds.length === 0) return new Map();
  const counted = await rows<{ leadId: string; n: number }>(
    db,
    sql`select i.lead_id as "leadId", count(*) as n from incidents i join incident_members m on m.incident_id = i.id
        where i.lead_id = any(${leadIds}::uuid[]) and m.left_at is null group by 1`,
  );
  return new Map(counted.map(({ leadId, n }) => [leadId, n]));
}

/** The incident a request is in at present, as lead or behind one. */
export function incidentOf(db: Db, requestId: string): Promise<Incident | undefined> {
  return maybeRow<Incident>(
    db,
    sql`select ${columns} from incident_members m join incidents i on i.id = m.incident_id
        where m.request_id = ${requestId} and m.left_at is null`,
  );
}
