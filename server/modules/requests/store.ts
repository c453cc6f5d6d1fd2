/** Rows of service_requests and request_history. The other tables of the case file have stores of their own beside this one. */
import type { Db } from '../../kernel/db/database.ts';
import { maybeRow, oneRow, rows, run, sql } from '../../kernel/db/database.ts';
import type { Tx } from '../../kernel/db/transaction.ts';
import type { RequestState } from './lifecycle.ts';
import type { Outcome } from './outcomes.ts';
import type { HistoryEntry, NewRequest, ServiceRequest } from './request.ts';

export const requestColumns = sql.raw(`
  id, tracking_number as "trackingNumber", kind, channel, text, language, topic_code as "topicCode",
  topic_version as "topicVersion", answers, citizen_id as "citizenId", contact_phone as "contactPhone",
  contact_email as "contactEmail", notify_by as "notifyBy", identity_secret as "identitySecret", restricted, danger,
  neighbourhood_id as "neighbourhoodId", street, door, place_description as description, latitude, longitude,
  state, outcome, received_at as "receivedAt", recorded_at as "recordedAt", recorded_by as "recordedBy",
  concluded_at as "concludedAt", first_response_at as "firstResponseAt", promised_at as "promisedAt",
  next_due_at as "nextDueAt", next_due_kind as "nextDueKind", client_key as "clientKey",
  external_number as "externalNumber", version`);

export interface RowToInsert extends NewRequest {
  id: string;
  trackingNumber: string;
  accessTokenHash: Buffer;
  searchFolded: string;
  recordedBy: string | null;
}

/** False when the client key is known already: the same request once. A clash of tracking numbers is a fault the caller tries again. */
export async function insertRequest(tx: Tx, row: RowToInsert): Promise<boolean> {
  const { place } = row;
  const inserted = await run(
    tx.db,
    sql`insert into service_requests (id, tracking_number, access_token_hash, kind, channel, text, language, topic_code,
          topic_version, answers, citizen_id, contact_phone, contact_email, notify_by, identity_secret, restricted, danger,
          neighbourhood_id, street, door, place_description, latitude, longitude, state, received_at, recorded_at,
          recorded_by, client_key, external_number, search_folded)
        values (${row.id}, ${row.trackingNumber}, ${row.accessTokenHash}, ${row.kind}, ${row.channel}, ${row.text},
          ${row.language}, ${row.topicCode}, ${row.topicVersion}, ${JSON.stringify(row.answers)}::jsonb, ${row.citizenId},
          ${row.contactPhone}, ${row.contactEmail}, ${row.notifyBy}, ${row.identitySecret}, ${row.restricted}, ${row.danger},
          ${place.neighbourhoodId}, ${place.street}, ${place.door}, ${place.description}, ${place.latitude},
          ${place.longitude}, 'received', ${row.receivedAt}, ${tx.now}, ${row.recordedBy}, ${row.clientKey},
          ${row.externalNumber}, ${row.searchFolded})
        on conflict (client_key) do nothing`,
  );
  return inserted === 1;
}

export function requestById(db: Db, id: string): Promise<ServiceRequest | undefined> {
  return maybeRow<ServiceRequest>(db, sql`select ${requestColumns} from service_requests where id = ${id}`);
}

/** The same row, held until the transaction ends, so that two people's steps come one after the other. */
export function lockRequestRow(tx: Tx, id: string): Promise<ServiceRequest | undefined> {
  return maybeRow<ServiceRequest>(
    tx.db,
    sql`select ${requestColumns} from service_requests where id = ${id} for update`,
  );
}

export function requestByClientKey(db: Db, clientKey: string): Promise<ServiceRequest | undefined> {
  return maybeRow<ServiceRequest>(
    db,
    sql`select ${requestColumns} from service_requests where client_key = ${clientKey}`,
  );
}

export function requestByTrackingNumber(db: Db, trackingNumber: string): Promise<ServiceRequest | undefined> {
  return maybeRow<ServiceRequest>(
    db,
    sql`select ${requestColumns} from service_requests where tracking_number = ${trackingNumber}`,
  );
}

export function requestByTokenHash(db: Db, hash: Buffer): Promise<ServiceRequest | undefined> {
  return maybeRow<ServiceRequest>(
    db,
    sql`select ${requestColumns} from service_requests where access_token_hash = ${hash}`,
  );
}

/** Whether there is any request whose client key does not begin so. */
export async function recordsOtherThan(db: Db, keyStart: string): Promise<boolean> {
  const row = await oneRow<{ found: boolean }>(
    db,
    sql`select exists (select from service_requests where client_key is null or not starts_with(client_key, ${keyStart})) as found`,
  );
  return row.found;
}

export interface StateChange {
  state: RequestState;
  outcome?: Outcome | null;
  concludedAt?: Date | null;
}

export async function writeState(tx: Tx, id: string, change: StateChange): Promise<void> {
  await run(
    tx.db,
    sql`update service_requests
        set state = ${change.state}, outcome = ${change.outcome ?? null}, concluded_at = ${change.concludedAt ?? null},
            version = version + 1
        where id = ${id}`,
  );
}

export async function touch(tx: Tx, id: string): Promise<void> {
  await run(tx.db, sql`update service_requests set version = version + 1 where id = ${id}`);
}

export async function writeTopic(
  tx: Tx,
  id: string,
  topic: { code: string; version: number; restricted: boolean },
): Promise<void> {
  await run(
    tx.db,
    sql`update service_requests set topic_code = ${topic.code}, topic_version = ${topic.version},
          restricted = ${topic.restricted}, version = version + 1 where id = ${id}`,
  );
}

export interface DueTimes {
  /** Left out: the promise stays as it was given. */
  promisedAt?: Date | null;
  nextDueAt: Date | null;
  nextDueKind: string | null;
}

/** Copies of what the clocks say, so that lists can sort by them. Only `deadlines` writes them. */
export async function writeDue(tx: Tx, id: string, due: DueTimes): Promise<void> {
  await run(
    tx.db,
    sql`update service_requests
        set promised_at = ${due.promisedAt === undefined ? sql`promised_at` : due.promisedAt},
            next_due_at = ${due.nextDueAt}, next_due_kind = ${due.nextDueKind}
        where id = ${id}`,
  );
}

export async function writeFirstResponse(tx: Tx, id: string): Promise<void> {
  await run(
    tx.db,
    sql`update service_requests set first_response_at = ${tx.now} where id = ${id} and first_response_at is null`,
  );
}

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
  await run(
    tx.db,
    sql`insert into request_history (request_id, assignment_id, at, actor_kind, actor_id, what, from_value, to_value, why, data)
        values (${requestId}, ${entry.assignmentId ?? null}, ${tx.now}, ${actor.kind}, ${actorId}, ${entry.what},
                ${entry.fromValue ?? null}, ${entry.toValue ?? null}, ${entry.why ?? null},
                ${JSON.stringify(entry.data ?? {})}::jsonb)`,
  );
}

export function historyOf(db: Db, requestId: string): Promise<HistoryEntry[]> {
  return rows<HistoryEntry>(
    db,
    sql`select id, request_id as "requestId", assignment_id as "assignmentId", at, actor_kind as "actorKind",
               actor_id as "actorId", what, from_value as "fromValue", to_value as "toValue", why, data
        from request_history where request_id = ${requestId} order by id`,
  );
}

export async function countHistory(db: Db, requestId: string): Promise<number> {
  return (
    await oneRow<{ n: number }>(db, sql`select count(*) as n from request_history where request_id = ${requestId}`)
  ).n;
}
