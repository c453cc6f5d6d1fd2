/** The outbox as the relay sees it: claiming, writing results, receipts, circuits. All in whole batches. */
import { randomUUID } from 'node:crypto';
import type { Db } from '../../kernel/db/database.ts';
import { maybeRow, rows, run, sql } from '../../kernel/db/database.ts';
import type { Tx } from '../../kernel/db/transaction.ts';
import type { Circuit } from './gateways/circuit.ts';
import { CLOSED } from './gateways/circuit.ts';
import type { ReceiptState } from './gateways/gateway.ts';
import type { Message } from './message.ts';
import { messageColumns } from './store.ts';

/** A claimed message with how its last attempt ended: only 'queued' is certainly not with the provider. */
export interface Claimed extends Message {
  before: 'queued' | 'sending' | 'unknown';
  /** Names this claim, and is the reference of what is handed over under it; `reference` and `attemptedAt` are the last attempt's. */
  claim: string;
}

/** Longer than any adapter's own time-out, so that a lease runs out only when its worker died. */
const LEASE_SECONDS = 120;

/**
 * Takes what is due for one channel, locked against other workers. The reference of the attempt is stored before it is made; only a message
 * in doubt keeps its last one until the provider was asked about that (`beginAttempt`). What a citizen is owed earlier goes first: a later
 * message of the same request waits while an earlier one is on its way.
 */
export async function claimDue(
  tx: Tx,
  { channel, limit }: { channel: 'sms' | 'email'; limit: number },
): Promise<Claimed[]> {
  const claim = randomUUID();
  const lease = new Date(tx.now.getTime() + LEASE_SECONDS * 1000);
  return rows<Claimed>(
    tx.db,
    sql`with due as (
          select m.id, m.state as before, m.reference as last_reference, m.attempted_at as last_attempted_at from messages m
          where m.state in ('queued','sending','unknown') and m.channel = ${channel}
            and m.not_before <= ${tx.now} and (m.lease_until is null or m.lease_until < ${tx.now})
            and not exists (select 1 from messages e where e.request_id = m.request_id and e.id < m.id
                            and e.state in ('queued','sending','unknown') and e.not_before <= ${tx.now})
          order by m.not_before, m.id limit ${limit} for update of m skip locked)
        update messages m
        set state = 'sending', claim = ${claim}::uuid, lease_until = ${lease}, attempts = attempts + 1,
            reference = case due.before when 'queued' then ${claim} else m.reference end,
            attempted_at = case due.before when 'queued' then ${tx.now} else m.attempted_at end
        from due where m.id = due.id
        returning ${messageColumns}, due.before, m.claim, due.last_reference as reference,
                  due.last_attempted_at as "attemptedAt"`,
  );
}

/** The provider does not know the last attempt: from now on the message goes by this claim's reference. */
export async function beginAttempt(tx: Tx, { claim, ids }: { claim: string; ids: string[] }): Promise<void> {
  await run(
    tx.db,
    sql`update messages set reference = ${claim}, attempted_at = ${tx.now}
        where id = any(${ids}::uuid[]) and claim = ${claim}::uuid`,
  );
}

export interface Result {
  id: string;
  state: 'accepted' | 'queued' | 'unknown' | 'dead';
  provider: string;
  providerId: string | null;
  code: string | null;
  notBefore: Date | null;
}

/**
 * Writes what the provider answered, for the whole batch. A receipt may have come first (they race): its state is not taken back. Nor is
 * anything written for a worker that was away until its lease ran out: the message is another's by now.
 */
export async function writeResults(tx: Tx, claim: string, results: Result[]): Promise<void> {
  if (results.length === 0) return;
  await run(
    tx.db,
    sql`update messages m
        set state = r.state, provider = r.provider, provider_id = coalesce(r."providerId", m.provider_id), last_code = r.code,
            not_before = coalesce(r."notBefore", m.not_before), lease_until = null, claim = null,
            accepted_at = case when r.state = 'accepted' then ${tx.now} else m.accepted_at end,
            ended_at = case when r.state = 'dead' then ${tx.now} else m.ended_at end
        from jsonb_to_recordset(${JSON.stringify(results)}::jsonb)
          as r(id uuid, state text, provider text, "providerId" text, code text, "notBefore" timestamptz)
        where m.id = r.id and m.claim = ${claim}::uuid and m.state = 'sending'`,
  );
}

export interface ReceiptRow {
  id: string;
  state: ReceiptState;
  provider: string;
  providerId: string;
  code: string;
  segments: number | null;
  at: Date;
}

/** States only move up (a late "sent" does not undo "delivered"); the rank is the same as furtherState's in gateway.ts. */
export async function writeReceipts(tx: Tx, receipts: ReceiptRow[]): Promise<void> {
  if (receipts.length === 0) return;
  const rank = (column: string) =>
    sql.raw(`case ${column} when 'accepted' then 0 when 'sent' then 1 when 'expired' then 2 when 'failed' then 2
             when 'delivered' then 3 else -1 end`);
  await run(
    tx.db,
    sql`update messages m
        set state = r.state, provider = r.provider, provider_id = r."providerId", last_code = r.code,
            segments = coalesce(r.segments, m.segments), lease_until = null, claim = null,
            accepted_at = coalesce(m.accepted_at, r.at),
            ended_at = case when r.state in ('delivered','failed','expired') then r.at else m.ended_at end
        from (select distinct on (id) * from jsonb_to_recordset(${JSON.stringify(receipts)}::jsonb)
                as x(id uuid, state text, provider text, "providerId" text, code text, segments int, at timestamptz)
              order by id, ${rank('x.state')} desc) r
        where m.id = r.id and m.state not in ('dead','cancelled') and ${rank('r.state')} > ${rank('m.state')}`,
  );
}

/** Accepted long ago and never heard of again: these the provider is asked about. */
export function awaitingReceipt(db: Db, { before, limit }: { before: Date; limit: number }): Promise<Message[]> {
  return rows<Message>(
    db,
    sql`select ${messageColumns} from messages m
        where m.state in ('accepted','sent') and m.channel = 'sms' and m.accepted_at < ${before}
          and m.accepted_at > ${new Date(before.getTime() - 3 * 86_400_000)}
        order by m.accepted_at limit ${limit}`,
  );
}

/** Reads the circuit for writing, so that workers sharing it take turns. */
export async function lockCircuit(tx: Tx, provider: string): Promise<Circuit> {
  await run(
    tx.db,
    sql`insert into provider_circuits (provider, state, changed_at) values (${provider}, ${JSON.stringify(CLOSED)}::jsonb, ${tx.now})
        on conflict do nothing`,
  );
  const row = await maybeRow<{ state: Circuit }>(
    tx.db,
    sql`select state from provider_circuits where provider = ${provider} for update`,
  );
  return row!.state;
}

/** As it stands, for those who do not mean to change it. */
export async function circuitOf(db: Db, provider: string): Promise<Circuit> {
  const row = await maybeRow<{ state: Circuit }>(
    db,
    sql`select state from provider_circuits where provider = ${provider}`,
  );
  return row?.state ?? CLOSED;
}

export async function writeCircuit(tx: Tx, provider: string, circuit: Circuit): Promise<void> {
  await run(
    tx.db,
    sql`update provider_circuits set state = ${JSON.stringify(circuit)}::jsonb, changed_at = ${tx.now} where provider = ${provider}`,
  );
}

export function circuits(db: Db): Promise<{ provider: string; state: Circuit; changedAt: Date }[]> {
  return rows(db, sql`select provider, state, changed_at as "changedAt" from provider_circuits order by provider`);
}
