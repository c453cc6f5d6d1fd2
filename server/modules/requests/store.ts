/** Rows of service_requests. The other tables of the case file have stores of their own beside this one. */
import type { RawBuilder } from 'kysely';
import type { Db } from '../../kernel/db/database.ts';
import { maybeRow, run, sql } from '../../kernel/db/database.ts';
import type { Tx } from '../../kernel/db/transaction.ts';
import type { TimeUnit } from '../calendar/door.ts';
import { CaseTouched } from './facts.ts';
import type { QuestionEnd } from './asking.ts';
import type { TriageReason } from './goes-round.ts';
import type { RequestState } from './lifecycle.ts';
import { isOpen } from './lifecycle.ts';
import {
  keepAssignments,
  keepRequest,
  lockedRequest,
  lockedAssignment,
  markChanged,
  markTouched,
} from './locked-rows.ts';
import type { Outcome } from './outcomes.ts';
import { endQuestion } from './question-store.ts';
import type { NewRequest, Place, RequestKind, ServiceRequest } from './request.ts';

export const requestColumns = sql.raw(`
  id, tracking_number as "trackingNumber", kind, channel, text, language, topic_code as "topicCode",
  topic_version as "topicVersion", answers, citizen_id as "citizenId", contact_phone as "contactPhone",
  contact_email as "contactEmail", notify_by as "notifyBy", identity_secret as "identitySecret", restricted, restricted_to as "restrictedTo", danger,
  neighbourhood_id as "neighbourhoodId", street, door, place_description as description, latitude, longitude,
  state, triage, outcome, received_at as "receivedAt", recorded_at as "recordedAt", recorded_by as "recordedBy",
  concluded_at as "concludedAt", first_response_at as "firstResponseAt", promised_at as "promisedAt",
  first_promised_at as "firstPromisedAt", next_due_at as "nextDueAt", next_due_kind as "nextDueKind",
  next_due_unit as "nextDueUnit", client_key as "clientKey",
  external_number as "externalNumber", notice_version as "noticeVersion", version,
  lead_id as "leadId", state_before_merge as "stateBeforeMerge"`);

export interface RowToInsert extends NewRequest {
  id: string;
  trackingNumber: string;
  accessTokenHash: Buffer;
  recordedBy: string | null;
}

/** False when the client key is known already: the same request once. A clash of tracking numbers is a fault the caller tries again. */
export async function insertRequest(tx: Tx, row: RowToInsert): Promise<boolean> {
  const { place } = row;
  const inserted = await run(
    tx.db,
    sql`insert into service_requests (id, tracking_number, access_token_hash, kind, channel, text, language, topic_code,
          topic_version, answers, citizen_id, contact_phone, contact_email, notify_by, identity_secret, restricted, restricted_to, danger,
          neighbourhood_id, street, door, place_description, latitude, longitude, state, received_at, recorded_at,
          recorded_by, client_key, external_number, notice_version)
        values (${row.id}, ${row.trackingNumber}, ${row.accessTokenHash}, ${row.kind}, ${row.channel}, ${row.text},
          ${row.language}, ${row.topicCode}, ${row.topicVersion}, ${JSON.stringify(row.answers)}::jsonb, ${row.citizenId},
          ${row.contactPhone}, ${row.contactEmail}, ${row.notifyBy}, ${row.identitySecret}, ${row.restricted}, ${row.restrictedTo}, ${row.danger},
          ${place.neighbourhoodId}, ${place.street}, ${place.door}, ${place.description}, ${place.latitude},
          ${place.longitude}, 'received', ${row.receivedAt}, ${tx.now}, ${row.recordedBy}, ${row.clientKey},
          ${row.externalNumber}, ${row.noticeVersion})
        on conflict (client_key) do nothing`,
  );
  if (inserted === 0) return false;
  keepRequest(tx.db, asInserted(tx, row));
  keepAssignments(tx.db, row.id, []);
  return true;
}

function asInserted(tx: Tx, { place, accessTokenHash: _hash, ...row }: RowToInsert): ServiceRequest {
  return {
    ...row,
    ...place,
    state: 'received',
    triage: null,
    outcome: null,
    recordedAt: tx.now,
    concludedAt: null,
    firstResponseAt: null,
    promisedAt: null,
    firstPromisedAt: null,
    nextDueAt: null,
    nextDueKind: null,
    nextDueUnit: null,
    version: 1,
    leadId: null,
    stateBeforeMerge: null,
  };
}

export async function requestById(db: Db, id: string): Promise<ServiceRequest | undefined> {
  const locked = lockedRequest(db, id);
  return locked ?? maybeRow<ServiceRequest>(db, sql`select ${requestColumns} from service_requests where id = ${id}`);
}

/** The same row, held until the transaction ends, so that two people's steps come one after the other. */
export async function lockRequestRow(tx: Tx, id: string): Promise<ServiceRequest | undefined> {
  const locked = lockedRequest(tx.db, id);
  return locked ?? kept(tx, sql`select ${requestColumns} from service_requests where id = ${id} for update`);
}

/** The case of an assignment, held in the same way. */
export async function lockRequestOfAssignment(tx: Tx, assignmentId: string): Promise<ServiceRequest | undefined> {
  const part = lockedAssignment(tx.db, assignmentId);
  if (part) return lockRequestRow(tx, part.requestId);
  return kept(
    tx,
    sql`select ${requestColumns} from service_requests
        where id = (select request_id from assignments where id = ${assignmentId}) for update`,
  );
}

async function kept(tx: Tx, locking: RawBuilder<ServiceRequest>): Promise<ServiceRequest | undefined> {
  const row = await maybeRow(tx.db, locking);
  if (row === undefined) return undefined;
  // What this transaction has changed and not yet written stands in what it keeps.
  const known = lockedRequest(tx.db, row.id);
  if (known === undefined) keepRequest(tx.db, row);
  return known ?? row;
}

/**
 * Changes the case as its transaction keeps it; the row is written once, at the end. An action and the reactions to its facts change a case up
 * to four times, and each write of the row is also one into every index it stands in.
 */
async function changeRow(tx: Tx, id: string, change: (row: ServiceRequest) => Partial<ServiceRequest>): Promise<void> {
  const row = await lockRequestRow(tx, id);
  if (!row) throw new Error('a case that is changed must be there');
  keepRequest(tx.db, { ...row, ...change(row) });
  touch(tx, id);
  if (markChanged(tx.db, id)) tx.beforeCommit(() => writeRow(tx, lockedRequest(tx.db, id)!));
}

export function touch(tx: Tx, id: string): void {
  if (markTouched(tx.db, id)) tx.record(CaseTouched(id, {}));
}

/** For what a statement of this transaction must find in the table already; it is written again at the end. */
export async function writeNow(tx: Tx, id: string): Promise<void> {
  await writeRow(tx, lockedRequest(tx.db, id)!);
}

/** Every column that changes after a request was recorded. */
async function writeRow(tx: Tx, row: ServiceRequest): Promise<void> {
  await run(
    tx.db,
    sql`update service_requests
        set kind = ${row.kind}, state = ${row.state}, triage = ${row.triage}, outcome = ${row.outcome},
            concluded_at = ${row.concludedAt},
            first_response_at = ${row.firstResponseAt}, promised_at = ${row.promisedAt},
            first_promised_at = ${row.firstPromisedAt}, next_due_at = ${row.nextDueAt},
            next_due_kind = ${row.nextDueKind}, next_due_unit = ${row.nextDueUnit}, topic_code = ${row.topicCode}, topic_version = ${row.topicVersion},
            restricted = ${row.restricted}, restricted_to = ${row.restrictedTo}, identity_secret = ${row.identitySecret}, version = ${row.version},
            citizen_id = ${row.citizenId}, lead_id = ${row.leadId}, state_before_merge = ${row.stateBeforeMerge}
        where id = ${row.id}`,
  );
}

export interface StateChange {
  state: RequestState;
  /** How the question ends that is waited on; left out: with the case. */
  questionEnds?: QuestionEnd;
  /** Left out: as it was, unless the case is closed by this step. */
  triage?: TriageReason | null;
  outcome?: Outcome | null;
  concludedAt?: Date | null;
  /** True: with this step somebody has answered the citizen, for the first time if nobody had before. */
  responds?: boolean;
  /** Left out: as it was. */
  leadId?: string | null;
  /** What undoing a merge gives back; left out: nothing. */
  stateBeforeMerge?: RequestState | null;
}

export async function writeState(tx: Tx, id: string, change: StateChange): Promise<void> {
  const { state, outcome = null, concludedAt = null, responds = false, leadId } = change;
  // A question is open exactly as long as somebody waits for its answer.
  const before = await lockRequestRow(tx, id);
  if (before?.state === 'waiting-for-citizen' && state !== before.state)
    await endQuestion(tx, id, change.questionEnds ?? 'case-ended');
  // Nobody need look for a directorate of what has ended.
  const triage = isOpen(state) ? change.triage : null;
  await changeRow(tx, id, ({ version, firstResponseAt }) => ({
    ...{ state, outcome, concludedAt, version: version + 1 },
    stateBeforeMerge: change.stateBeforeMerge ?? null,
    ...(leadId !== undefined && { leadId }),
    ...(triage !== undefined && { triage }),
    firstResponseAt: firstResponseAt ?? (responds ? tx.now : null),
  }));
}

/** When the citizen was first answered, where what counted as that was taken back; null: not yet. */
export async function writeFirstResponse(tx: Tx, id: string, firstResponseAt: Date | null): Promise<void> {
  await changeRow(tx, id, ({ version }) => ({ firstResponseAt, version: version + 1 }));
}

/** Whose it is, after two records turned out to be of one person. */
export async function writeCitizen(tx: Tx, id: string, citizenId: string): Promise<void> {
  await changeRow(tx, id, ({ version }) => ({ citizenId, version: version + 1 }));
}

/** Which request it is worked on together with, where nothing else of it changes. */
export async function writeLead(tx: Tx, id: string, leadId: string | null): Promise<void> {
  await changeRow(tx, id, ({ version }) => ({ leadId, version: version + 1 }));
}

export async function writeTopic(
  tx: Tx,
  id: string,
  topic: { code: string; version: number; restricted: boolean; restrictedTo: string[]; identitySecret: boolean },
): Promise<void> {
  const { code: topicCode, version: topicVersion, restricted, restrictedTo } = topic;
  await changeRow(tx, id, ({ version, identitySecret }) => ({
    ...{ topicCode, topicVersion, restricted, restrictedTo },
    // Said in confidence once, it stays so under whatever topic.
    identitySecret: identitySecret || topic.identitySecret,
    version: version + 1,
  }));
}

/** Where it is was wrong. Written at once; it hardly ever happens. */
export async function writePlace(tx: Tx, id: string, place: Place): Promise<void> {
  await changeRow(tx, id, ({ version }) => ({ ...place, version: version + 1 }));
  await run(
    tx.db,
    sql`update service_requests
        set neighbourhood_id = ${place.neighbourhoodId}, street = ${place.street}, door = ${place.door},
            place_description = ${place.description}, latitude = ${place.latitude}, longitude = ${place.longitude}
        where id = ${id}`,
  );
}

/** The legal basis; only changeKind writes it. */
export async function writeKind(tx: Tx, id: string, kind: RequestKind): Promise<void> {
  await changeRow(tx, id, ({ version }) => ({ kind, version: version + 1 }));
}

/** What a topic keeps in confidence. */
export interface Confidence {
  /** Null: it is not restricted. */
  restrictedTo: string[] | null;
  identitySecret: boolean;
}

/** Keeps the request as its topic does now; nothing that was kept is told again. */
export async function writeConfidence(tx: Tx, id: string, { restrictedTo, identitySecret }: Confidence): Promise<void> {
  await changeRow(tx, id, (row) => ({
    ...(restrictedTo !== null && { restricted: true, restrictedTo }),
    identitySecret: row.identitySecret || identitySecret,
    version: row.version + 1,
  }));
}

export interface DueTimes {
  /** Left out: the promise stays as it was given. */
  promisedAt?: Date | null;
  nextDueAt: Date | null;
  nextDueKind: string | null;
  nextDueUnit: TimeUnit | null;
}

/** Copies of what the clocks say, so that lists can sort by them. Only `deadlines` writes them. */
export async function writeDue(tx: Tx, id: string, { promisedAt, ...next }: DueTimes): Promise<void> {
  await changeRow(tx, id, ({ firstPromisedAt }) => ({
    ...next,
    ...(promisedAt !== undefined && { promisedAt, firstPromisedAt: firstPromisedAt ?? promisedAt }),
  }));
}
