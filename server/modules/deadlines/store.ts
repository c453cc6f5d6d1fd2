import type { Db } from '../../kernel/db/database.ts';
import { rows, run, sql } from '../../kernel/db/database.ts';
import type { Tx } from '../../kernel/db/transaction.ts';
import type { TimeUnit } from '../calendar/door.ts';
import type { ClockRule } from './which-clocks.ts';

export interface Clock {
  id: string;
  requestId: string;
  purpose: ClockRule['purpose'];
  rule: string;
  /** Law and article, as they were in force when the clock started. */
  legalBasis: string;
  amount: number;
  unit: TimeUnit;
  startedAt: Date;
  dueAt: Date;
  endedAt: Date | null;
  endReason: 'met' | 'withdrawn' | 'cancelled' | null;
}

/** All clocks of a request in one statement; a rule that already runs is left as it is. */
export async function insertClocks(tx: Tx, clocks: Omit<Clock, 'endedAt' | 'endReason'>[]): Promise<void> {
  if (clocks.length === 0) return;
  await run(
    tx.db,
    sql`insert into clocks (id, request_id, purpose, rule, legal_basis, amount, unit, started_at, due_at)
        select c.id, c."requestId", c.purpose, c.rule, c."legalBasis", c.amount, c.unit, c."startedAt", c."dueAt"
        from jsonb_to_recordset(${JSON.stringify(clocks)}::jsonb) as c(id uuid, "requestId" uuid, purpose text, rule text,
          "legalBasis" text, amount int, unit text, "startedAt" timestamptz, "dueAt" timestamptz)
        on conflict do nothing`,
  );
}

export function clocksOfRequest(db: Db, requestId: string): Promise<Clock[]> {
  return rows<Clock>(
    db,
    sql`select id, request_id as "requestId", purpose, rule, legal_basis as "legalBasis", amount, unit,
               started_at as "startedAt", due_at as "dueAt", ended_at as "endedAt", end_reason as "endReason"
        from clocks where request_id = ${requestId} order by started_at, due_at`,
  );
}

export interface ClockEnd {
  requestId: string;
  reason: 'met' | 'withdrawn' | 'cancelled';
  /** Only clocks of these purposes; all running ones when left out. */
  purposes?: ClockRule['purpose'][];
}

/** A clock that has ended never runs on, and how it ended stays as it was. */
export async function endClocks(tx: Tx, { requestId, reason, purposes }: ClockEnd): Promise<void> {
  const only = purposes ? sql`and purpose = any(${purposes})` : sql``;
  await run(
    tx.db,
    sql`update clocks set ended_at = ${tx.now}, end_reason = ${reason}
        where request_id = ${requestId} and ended_at is null ${only}`,
  );
}
