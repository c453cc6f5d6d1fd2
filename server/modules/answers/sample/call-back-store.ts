/** Rows of call_back_draws and call_backs. */
import type { Db } from '../../../kernel/db/database.ts';
import { maybeRow, rows, run, sql } from '../../../kernel/db/database.ts';
import type { Tx } from '../../../kernel/db/transaction.ts';
import type { Likelier } from './who-is-called.ts';

export type CallBackResult = 'true' | 'not-true' | 'unclear' | 'not-reached' | 'too-late';

export interface CallBack {
  id: string;
  requestId: string;
  concludedAt: Date;
  /** 'YYYY-MM-DD'. */
  day: string;
  because: Likelier[];
  tries: number;
  triedAt: Date | null;
  result: CallBackResult | null;
}

export interface Draw {
  day: string;
  seed: string;
  percent: number;
  concluded: number;
  drawn: number;
}

/** False: that day has been drawn already, and stays as it was drawn. */
export async function insertDraw(tx: Tx, draw: Draw): Promise<boolean> {
  const inserted = await run(
    tx.db,
    sql`insert into call_back_draws (day, seed, percent, concluded, drawn, drawn_at)
        values (${draw.day}::date, ${draw.seed}, ${draw.percent}, ${draw.concluded}, ${draw.drawn}, ${tx.now})
        on conflict (day) do nothing`,
  );
  return inserted > 0;
}

export function drawOf(db: Db, day: string): Promise<Draw | undefined> {
  return maybeRow<Draw>(
    db,
    sql`select day::text, seed, percent, concluded, drawn from call_back_draws where day = ${day}::date`,
  );
}

export interface Drawn {
  id: string;
  requestId: string;
  concludedAt: Date;
  day: string;
  chance: number;
  because: readonly Likelier[];
}

export async function insertCallBacks(tx: Tx, drawn: readonly Drawn[]): Promise<void> {
  if (drawn.length === 0) return;
  await run(
    tx.db,
    sql`insert into call_backs (id, request_id, concluded_at, day, chance, because)
        select d.id, d."requestId", d."concludedAt", d.day, d.chance, d.because
        from jsonb_to_recordset(${JSON.stringify(drawn)}::jsonb)
          as d(id uuid, "requestId" uuid, "concludedAt" timestamptz, day date, chance real, because text[])
        on conflict (request_id, concluded_at) do nothing`,
  );
}

const columns = sql.raw(`id, request_id as "requestId", concluded_at as "concludedAt", day::text, because, tries,
  tried_at as "triedAt", result`);

/** Those that wait for a call, longest concluded first. */
export function waitingCallBacks(db: Db): Promise<CallBack[]> {
  return rows<CallBack>(
    db,
    sql`select ${columns} from call_backs where result is null order by concluded_at, id limit 500`,
  );
}

export function callBackById(db: Db, id: string): Promise<CallBack | undefined> {
  return maybeRow<CallBack>(db, sql`select ${columns} from call_backs where id = ${id}`);
}

export function lockCallBack(tx: Tx, id: string): Promise<CallBack | undefined> {
  return maybeRow<CallBack>(tx.db, sql`select ${columns} from call_backs where id = ${id} for update`);
}

export interface Called {
  tries: number;
  /** Null: somebody will try again. */
  result: CallBackResult | null;
  satisfied: boolean | null;
  note: string;
  by: string | null;
}

export async function writeCall(tx: Tx, id: string, called: Called): Promise<void> {
  await run(
    tx.db,
    sql`update call_backs set tries = ${called.tries}, tried_at = ${tx.now}, result = ${called.result},
               satisfied = ${called.satisfied}, note = ${called.note}, called_by = ${called.by},
               ended_at = ${called.result === null ? null : tx.now}
        where id = ${id}`,
  );
}

/** Gives how many. */
export function giveUpBefore(tx: Tx, concludedBefore: Date): Promise<number> {
  return run(
    tx.db,
    sql`update call_backs set result = 'too-late', ended_at = ${tx.now}
        where result is null and concluded_at < ${concludedBefore}`,
  );
}

export interface ResultRow {
  requestId: string;
  result: CallBackResult | null;
  satisfied: boolean | null;
}

/** Of the days from `from` to `to`, both included. */
export function resultsOf(db: Db, { from, to }: { from: string; to: string }): Promise<ResultRow[]> {
  return rows<ResultRow>(
    db,
    sql`select request_id as "requestId", result, satisfied from call_backs
        where day between ${from}::date and ${to}::date order by day, id`,
  );
}
