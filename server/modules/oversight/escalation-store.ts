/** Which clocks are to be looked at, and which rungs have been reached. */
import type { LadderClock } from '../../../contract/ladder.ts';
import type { Db } from '../../kernel/db/database.ts';
import { rows, run, sql } from '../../kernel/db/database.ts';
import type { Tx } from '../../kernel/db/transaction.ts';
import { newId } from '../../kernel/ids.ts';
import type { TimeUnit } from '../calendar/door.ts';

export interface WatchedClock {
  id: string;
  requestId: string;
  purpose: LadderClock;
  rule: string;
  amount: number;
  unit: TimeUnit;
  dueAt: Date;
  topicCode: string | null;
}

const CLOCK = sql.raw(`c.id, c.request_id as "requestId", c.purpose, c.rule, c.amount, c.unit, c.due_at as "dueAt",
  c.topic_code as "topicCode"`);

/** Running clocks that nobody has looked at yet, or whose time has come, the ones due first before the others. */
export function clocksToLookAt(db: Db, now: Date, limit: number): Promise<WatchedClock[]> {
  return rows<WatchedClock>(
    db,
    sql`select ${CLOCK} from watched_clocks c left join escalation_watch w on w.request_id = c.request_id and w.rule = c.rule
        where w.request_id is null or w.look_at <= ${now} or w.clock_id <> c.id
        order by c.due_at, c.id limit ${limit}`,
  );
}

/** The running clocks of one request, for looking at it under its lock. */
export function watchedClocksOf(db: Db, requestId: string): Promise<WatchedClock[]> {
  return rows<WatchedClock>(db, sql`select ${CLOCK} from watched_clocks c where c.request_id = ${requestId}`);
}

export async function writeWatch(
  tx: Tx,
  looked: readonly { clock: WatchedClock; lookAt: Date | null }[],
): Promise<void> {
  const list = looked.map(({ clock, lookAt }) => ({
    ...{ requestId: clock.requestId, rule: clock.rule, clockId: clock.id },
    lookAt,
  }));
  await run(
    tx.db,
    sql`insert into escalation_watch (request_id, rule, clock_id, look_at)
        select w."requestId", w.rule, w."clockId", w."lookAt"
        from jsonb_to_recordset(${JSON.stringify(list)}::jsonb)
          as w("requestId" uuid, rule text, "clockId" uuid, "lookAt" timestamptz)
        on conflict (request_id, rule) do update set clock_id = excluded.clock_id, look_at = excluded.look_at`,
  );
}

/** What changed its clocks is looked at anew with the next round. */
export async function forgetWatch(db: Db, requestId: string): Promise<void> {
  await run(db, sql`delete from escalation_watch where request_id = ${requestId}`);
}

/** All of them: a ladder has changed. */
export async function forgetAllWatch(db: Db): Promise<void> {
  await run(db, sql`delete from escalation_watch`);
}

/** Those of clocks that have ended. */
export async function tidyWatch(db: Db): Promise<number> {
  return run(
    db,
    sql`delete from escalation_watch w
        where not exists (select from watched_clocks c where c.request_id = w.request_id and c.rule = w.rule)`,
  );
}

export interface NewEscalation {
  clockId: string;
  requestId: string;
  rung: string;
  silent: boolean;
  told: string[];
}

/** Which rungs of a clock have been reached before. */
export async function raisedRungs(db: Db, clockIds: readonly string[]): Promise<Set<string>> {
  const found = await rows<{ key: string }>(
    db,
    sql`select clock_id || ' ' || rung as key from escalations where clock_id = any(${clockIds}::uuid[])`,
  );
  return new Set(found.map(({ key }) => key));
}

/** Under the lock of the request; the unique key is the last word all the same. */
export async function insertEscalations(tx: Tx, list: readonly NewEscalation[]): Promise<void> {
  const withIds = list.map((one) => ({ ...one, id: newId(tx.now) }));
  await run(
    tx.db,
    sql`insert into escalations (id, clock_id, request_id, rung, raised_at, silent, told)
        select e.id, e."clockId", e."requestId", e.rung, ${tx.now}, e.silent,
               coalesce((select array_agg(t::uuid) from jsonb_array_elements_text(e.told) t), '{}')
        from jsonb_to_recordset(${JSON.stringify(withIds)}::jsonb)
          as e(id uuid, "clockId" uuid, "requestId" uuid, rung text, silent boolean, told jsonb)`,
  );
}
