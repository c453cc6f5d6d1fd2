/** Rows of clocks and of the stretches in which they stood still. */
import type { Db } from '../../kernel/db/database.ts';
import { oneRow, rows, run, sql } from '../../kernel/db/database.ts';
import type { Tx } from '../../kernel/db/transaction.ts';
import { newId } from '../../kernel/ids.ts';
import { instantAt, shiftDay } from '../calendar/door.ts';
import type { Clock, ClockStop, NewClock, StopCause } from './clock.ts';
import type { EndReason } from './what-ends-a-clock.ts';

/** All clocks of a request in one statement; a rule that already runs is left as it is. */
export async function insertClocks(tx: Tx, clocks: NewClock[]): Promise<void> {
  if (clocks.length === 0) return;
  await run(
    tx.db,
    sql`insert into clocks (id, request_id, purpose, rule, legal_basis, amount, unit, started_at, due_at, follows)
        select c.id, c."requestId", c.purpose, c.rule, c."legalBasis", c.amount, c.unit, c."startedAt", c."dueAt", c.follows
        from jsonb_to_recordset(${JSON.stringify(clocks)}::jsonb) as c(id uuid, "requestId" uuid, purpose text, rule text,
          "legalBasis" text, amount int, unit text, "startedAt" timestamptz, "dueAt" timestamptz, follows uuid)
        on conflict do nothing`,
  );
}

export const clockColumns =
  sql.raw(`c.id, c.request_id as "requestId", c.purpose, c.rule, c.legal_basis as "legalBasis",
  c.amount, c.unit, c.started_at as "startedAt", c.due_at as "dueAt", c.ended_at as "endedAt", c.end_reason as "endReason", c.follows,
  coalesce((select json_agg(json_build_object('cause', s.cause, 'from', s.started_at, 'until', s.ended_at) order by s.started_at)
            from clock_stops s where s.clock_id = c.id), '[]'::json) as stops`);

/** JSON knows no instants: those of the stops come as text. */
export type ClockRow = Omit<Clock, 'stops'> & { stops: { cause: StopCause; from: string; until: string | null }[] };

export function clockOf(row: ClockRow): Clock {
  const stops = row.stops.map(({ cause, from, until }): ClockStop => ({
    cause,
    from: new Date(from),
    until: until === null ? null : new Date(until),
  }));
  return { ...row, stops };
}

export async function clocksOfRequest(db: Db, requestId: string): Promise<Clock[]> {
  const found = await rows<ClockRow>(
    db,
    sql`select ${clockColumns} from clocks c where c.request_id = ${requestId} order by c.started_at, c.due_at, c.id`,
  );
  return found.map(clockOf);
}

export interface ClockEnd {
  requestId: string;
  reason: EndReason;
  /** Only clocks of these purposes; all running ones when both are left out. */
  purposes?: Clock['purpose'][];
  /** Only these clocks. */
  ids?: string[];
  /** When, if not now: what was paid yesterday ended yesterday. */
  at?: Date;
}

/**
 * A clock that has ended never runs on, and how it ended stays as it was. One that stood still stands no longer; gives how many did, in the
 * same statement, because most requests never stop.
 */
export async function endClocks(tx: Tx, { requestId, reason, purposes, ids, at = tx.now }: ClockEnd): Promise<number> {
  const ofPurpose = purposes ? sql`and purpose = any(${purposes})` : sql``;
  const ofThese = ids ? sql`and id = any(${ids}::uuid[])` : sql``;
  const { stood } = await oneRow<{ stood: number }>(
    tx.db,
    sql`with ended as (
          update clocks set ended_at = ${at}, end_reason = ${reason}
          where request_id = ${requestId} and ended_at is null ${ofPurpose} ${ofThese} returning id
        ),
        closed as (
          update clock_stops s set ended_at = greatest(s.started_at, ${at}::timestamptz) from ended
          where s.clock_id = ended.id and s.ended_at is null returning s.id
        )
        select count(*)::int as stood from closed`,
  );
  return stood;
}

export async function insertStops(tx: Tx, clockIds: string[], cause: StopCause, from: Date): Promise<void> {
  if (clockIds.length === 0) return;
  const stops = clockIds.map((clockId) => ({ id: newId(tx.now), clockId }));
  await run(
    tx.db,
    sql`insert into clock_stops (id, clock_id, cause, started_at)
        select s.id, s."clockId", ${cause}, ${from}
        from jsonb_to_recordset(${JSON.stringify(stops)}::jsonb) as s(id uuid, "clockId" uuid)
        on conflict do nothing`,
  );
}

/** Copies of what is over, for a clock that counts the same time anew. */
export async function insertPastStops(tx: Tx, clockIds: string[], stops: readonly ClockStop[]): Promise<void> {
  const copies = clockIds.flatMap((clockId) => stops.map((stop) => ({ ...stop, clockId, id: newId(tx.now) })));
  if (copies.length === 0) return;
  await run(
    tx.db,
    sql`insert into clock_stops (id, clock_id, cause, started_at, ended_at)
        select s.id, s."clockId", s.cause, s."from", s."until"
        from jsonb_to_recordset(${JSON.stringify(copies)}::jsonb)
          as s(id uuid, "clockId" uuid, cause text, "from" timestamptz, "until" timestamptz)`,
  );
}

/** Lets clocks go on from that moment, but never from before they stopped. */
export async function closeStops(tx: Tx, requestId: string, cause: StopCause, until: Date): Promise<void> {
  await run(
    tx.db,
    sql`update clock_stops s set ended_at = greatest(s.started_at, ${until}::timestamptz) from clocks c
        where c.id = s.clock_id and c.request_id = ${requestId} and s.cause = ${cause} and s.ended_at is null`,
  );
}

export async function writeDues(tx: Tx, dues: { id: string; dueAt: Date | null }[]): Promise<void> {
  if (dues.length === 0) return;
  await run(
    tx.db,
    sql`update clocks c set due_at = d."dueAt"
        from jsonb_to_recordset(${JSON.stringify(dues)}::jsonb) as d(id uuid, "dueAt" timestamptz) where c.id = d.id`,
  );
}

/**
 * Running clocks that count days or working hours over that day, or over any when it is null, a page at a time in the order of their ids; with
 * them those without a day, which a new year's rows may give one. What is due already is left out.
 */
export async function runningClocksOver(
  db: Db,
  { day, now, after, limit }: { day: string | null; now: Date; after: string; limit: number },
): Promise<Clock[]> {
  const beyond = after === '' ? sql`` : sql`and c.id > ${after}::uuid`;
  const over =
    day === null
      ? sql``
      : sql`and (c.due_at is null or (c.due_at >= ${instantAt(day, '00:00')} and c.started_at < ${instantAt(shiftDay(day, 1), '00:00')}))`;
  const found = await rows<ClockRow>(
    db,
    sql`select ${clockColumns} from clocks c
        where c.ended_at is null and c.unit not in ('minutes','hours') and (c.due_at is null or c.due_at > ${now}) ${over} ${beyond}
        order by c.id limit ${limit}`,
  );
  return found.map(clockOf);
}

/** Whether the citizen's clock for a fee runs: nothing of ours goes on before it is paid. */
export async function isFeeAwaited(db: Db, requestId: string): Promise<boolean> {
  const row = await oneRow<{ awaited: boolean }>(
    db,
    sql`select exists (select from clocks where request_id = ${requestId} and rule = 'foi-fee' and ended_at is null) as awaited`,
  );
  return row.awaited;
}

/** Clocks of silence and of the citizen whose last day is over, a page at a time in the order of their ids. */
export async function clocksRunOut(
  db: Db,
  { before, after, limit }: { before: Date; after: string; limit: number },
): Promise<Clock[]> {
  const beyond = after === '' ? sql`` : sql`and c.id > ${after}::uuid`;
  const found = await rows<ClockRow>(
    db,
    sql`select ${clockColumns} from clocks c
        where c.ended_at is null and c.purpose in ('silence','citizen') and c.due_at < ${before} ${beyond}
        order by c.id limit ${limit}`,
  );
  return found.map(clockOf);
}
