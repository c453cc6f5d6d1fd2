import type { Db } from '../../kernel/db/database.ts';
import { maybeRow, oneRow, rows, run, sql } from '../../kernel/db/database.ts';
import type { Tx } from '../../kernel/db/transaction.ts';
import type { Language } from '../../../text/language.ts';
import type { Message, MessageState } from './message.ts';
import type { MessageKey, MessageText } from './texts.ts';

export const messageColumns =
  sql.raw(`m.id, m.request_id as "requestId", m.text_key as "textKey", m.channel, m.address, m.language,
  m.subject, m.body, m.state, m.created_at as "createdAt", m.not_before as "notBefore", m.attempts, m.reference,
  m.attempted_at as "attemptedAt", m.provider, m.provider_id as "providerId", m.segments, m.cost_kurus as "costKurus",
  m.accepted_at as "acceptedAt", m.ended_at as "endedAt", m.last_code as "lastCode"`);

export interface NewMessage {
  id: string;
  /** Null: to staff, about no one request. */
  requestId: string | null;
  textKey: MessageKey;
  textVersion: number;
  /** The season whose words they are, in its version `textVersion`; left out: the ordinary text's. */
  season?: string | null;
  channel: 'sms' | 'email';
  address: string;
  language: Language;
  subject: string | null;
  body: string;
  urgency: 'answer' | 'notice';
  notBefore: Date;
  segments: number | null;
  costKurus: number | null;
  dedupeKey: string;
}

/** Written in the transaction that owes the message; a fact told before is not told again. */
export async function insertMessage(tx: Tx, message: NewMessage): Promise<void> {
  await run(
    tx.db,
    sql`insert into messages (id, request_id, text_key, text_version, season_code, channel, address, language, subject, body,
          state, created_at, not_before, urgency, segments, cost_kurus, dedupe_key)
        values (${message.id}, ${message.requestId}, ${message.textKey}, ${message.textVersion}, ${message.season ?? null},
          ${message.channel}, ${message.address}, ${message.language}, ${message.subject}, ${message.body}, 'queued', ${tx.now},
          ${message.notBefore}, ${message.urgency}, ${message.segments}, ${message.costKurus}, ${message.dedupeKey})
        on conflict (dedupe_key) do nothing`,
  );
}

export function messageById(db: Db, id: string): Promise<Message | undefined> {
  return maybeRow<Message>(db, sql`select ${messageColumns} from messages m where m.id = ${id}`);
}

export function messagesOfRequest(db: Db, requestId: string): Promise<Message[]> {
  return rows<Message>(
    db,
    sql`select ${messageColumns} from messages m where m.request_id = ${requestId} order by m.created_at, m.id`,
  );
}

export interface MessagePage {
  states?: MessageState[] | undefined;
  before?: { createdAt: Date; id: string } | undefined;
  limit: number;
}

export function newestMessages(db: Db, { states, before, limit }: MessagePage): Promise<Message[]> {
  const inState = states?.length ? sql`and m.state = any(${states})` : sql``;
  const after = before ? sql`and (m.created_at, m.id) < (${before.createdAt}, ${before.id}::uuid)` : sql``;
  return rows<Message>(
    db,
    sql`select ${messageColumns} from messages m where true ${inState} ${after}
        order by m.created_at desc, m.id desc limit ${limit}`,
  );
}

/** When the next message may leave; null when none waits. One look into the index of those that wait. */
export async function earliestWaiting(db: Db): Promise<Date | null> {
  const row = await oneRow<{ at: Date | null }>(
    db,
    sql`select min(not_before) as at from messages where state in ('queued','sending','unknown')`,
  );
  return row.at;
}

export interface OutboxCounts {
  waiting: number;
  dead: number;
}

/** Only what waits or is dead is counted; both are few and have an index of their own. */
export function outboxCounts(db: Db): Promise<OutboxCounts> {
  return oneRow<OutboxCounts>(
    db,
    sql`select (select count(*) from messages where state in ('queued','sending','unknown')) as waiting,
               (select count(*) from messages where state = 'dead') as dead`,
  );
}

/** A dead letter is put back at the front of the queue, because a person said so. False when it was not dead. */
export async function requeue(tx: Tx, id: string): Promise<boolean> {
  const changed = await run(
    tx.db,
    sql`update messages set state = 'queued', attempts = 0, not_before = ${tx.now}, ended_at = null, claim = null, lease_until = null
        where id = ${id} and state in ('dead','failed','expired')`,
  );
  return changed === 1;
}

/** What is not owed any more and has not left yet is not sent. */
/** @param only of these texts; left out: whatever waits. */
export async function cancelWaiting(
  tx: Tx,
  requestId: string,
  only: readonly MessageKey[] | null = null,
): Promise<void> {
  await run(
    tx.db,
    sql`update messages set state = 'cancelled', ended_at = ${tx.now}
        where request_id = ${requestId} and state = 'queued' and attempts = 0
          and ${only === null ? sql`true` : sql`text_key = any(${only}::text[])`}`,
  );
}

const textColumns = sql.raw('key, channel, language, subject, body, version');

export function textOf(
  db: Db,
  { key, channel, language }: Pick<MessageText, 'key' | 'channel' | 'language'>,
): Promise<MessageText | undefined> {
  return maybeRow<MessageText>(
    db,
    sql`select ${textColumns} from texts where key = ${key} and channel = ${channel} and language = ${language}`,
  );
}

export function allTexts(db: Db): Promise<MessageText[]> {
  return rows<MessageText>(db, sql`select ${textColumns} from texts order by key, channel, language`);
}

export async function writeText(tx: Tx, text: MessageText): Promise<void> {
  await run(
    tx.db,
    sql`insert into texts (key, channel, language, subject, body, version)
        values (${text.key}, ${text.channel}, ${text.language}, ${text.subject}, ${text.body}, ${text.version})
        on conflict (key, channel, language) do update
        set subject = excluded.subject, body = excluded.body, version = excluded.version`,
  );
}

export interface Attempt {
  id: number;
  messageId: string;
  at: Date;
  provider: string;
  what: 'handed-over' | 'receipt' | 'looked-up' | 'resend-asked';
  result: string;
  code: string | null;
}

export function attemptsOf(db: Db, messageIds: string[]): Promise<Attempt[]> {
  return rows<Attempt>(
    db,
    sql`select id, message_id as "messageId", at, provider, what, result, code
        from delivery_attempts where message_id = any(${messageIds}::uuid[]) order by id`,
  );
}

/** A provider may tell of messages that are not here (another system's of the same account): those are left out. */
export async function insertAttempts(tx: Tx, attempts: Omit<Attempt, 'id' | 'at'>[]): Promise<void> {
  if (attempts.length === 0) return;
  await run(
    tx.db,
    sql`insert into delivery_attempts (message_id, at, provider, what, result, code)
        select a."messageId", ${tx.now}, a.provider, a.what, a.result, a.code
        from jsonb_to_recordset(${JSON.stringify(attempts)}::jsonb)
          as a("messageId" uuid, provider text, what text, result text, code text)
        where exists (select from messages m where m.id = a."messageId")`,
  );
}
