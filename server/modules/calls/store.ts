import type { Db } from '../../kernel/db/database.ts';
import { maybeRow, rows, run, sql } from '../../kernel/db/database.ts';
import type { Tx } from '../../kernel/db/transaction.ts';
import type { Call, CallPurpose, FormLink } from './call.ts';

const columns = sql.raw(`id, direction, phone, staff_id as "staffId", started_at as "startedAt",
  answered_at as "answeredAt", ended_at as "endedAt", purpose, note`);

/** False when this client key was recorded before. */
export async function insertCall(tx: Tx, call: Call & { clientKey: string | null }): Promise<boolean> {
  const inserted = await run(
    tx.db,
    sql`insert into calls (id, direction, phone, staff_id, started_at, answered_at, ended_at, purpose, note, client_key)
        values (${call.id}, ${call.direction}, ${call.phone}, ${call.staffId}, ${call.startedAt}, ${call.answeredAt},
                ${call.endedAt}, ${call.purpose}, ${call.note}, ${call.clientKey})
        on conflict (client_key) do nothing`,
  );
  return inserted === 1;
}

export function callByClientKey(db: Db, clientKey: string): Promise<Call | undefined> {
  return maybeRow<Call>(db, sql`select ${columns} from calls where client_key = ${clientKey}`);
}

export function callById(db: Db, id: string): Promise<Call | undefined> {
  return maybeRow<Call>(db, sql`select ${columns} from calls where id = ${id}`);
}

export function lockCall(tx: Tx, id: string): Promise<Call | undefined> {
  return maybeRow<Call>(tx.db, sql`select ${columns} from calls where id = ${id} for update`);
}

export async function writeEnd(tx: Tx, id: string, end: { purpose: CallPurpose; note: string | null }): Promise<void> {
  await run(
    tx.db,
    sql`update calls set ended_at = ${tx.now}, purpose = ${end.purpose}, note = ${end.note} where id = ${id}`,
  );
}

/** What it is for is known before it ends. */
export async function writePurpose(tx: Tx, id: string, purpose: CallPurpose): Promise<void> {
  await run(tx.db, sql`update calls set purpose = ${purpose} where id = ${id}`);
}

/** False when the call sent it to that number before. */
export async function insertFormLink(tx: Tx, { id, callId, phone, language }: FormLink): Promise<boolean> {
  const inserted = await run(
    tx.db,
    sql`insert into call_form_links (id, call_id, phone, language, asked_at)
        values (${id}, ${callId}, ${phone}, ${language}, ${tx.now}) on conflict (call_id, phone) do nothing`,
  );
  return inserted === 1;
}

export function formLinkById(db: Db, id: string): Promise<FormLink | undefined> {
  return maybeRow<FormLink>(
    db,
    sql`select id, call_id as "callId", phone, language from call_form_links where id = ${id}`,
  );
}

export async function linkRequest(tx: Tx, callId: string, requestId: string): Promise<void> {
  await run(
    tx.db,
    sql`insert into call_requests (call_id, request_id) values (${callId}, ${requestId}) on conflict do nothing`,
  );
}

export function callsOfPhone(db: Db, phone: string): Promise<Call[]> {
  return rows<Call>(db, sql`select ${columns} from calls where phone = ${phone} order by started_at desc limit 5`);
}

export function callsOfRequest(db: Db, requestId: string): Promise<Call[]> {
  return rows<Call>(
    db,
    sql`select ${columns} from calls where id in (select call_id from call_requests where request_id = ${requestId})
        order by started_at`,
  );
}
