import type { Db } from '../../kernel/db/database.ts';
import { maybeRow, rows, run, sql } from '../../kernel/db/database.ts';
import type { AwayToday } from './stand-in.ts';

export interface Absence {
  id: string;
  staffId: string;
  /** Both are days away. */
  from: string;
  to: string;
  delegateId: string | null;
}

const ABSENCE = sql`a.id, a.staff_id as "staffId", a.from_day as "from", a.to_day as "to", a.delegate_id as "delegateId"`;

export async function insertAbsence(
  db: Db,
  { id, staffId, from, to, delegateId, recordedBy, now }: Absence & { recordedBy: string; now: Date },
): Promise<void> {
  await run(
    db,
    sql`insert into staff_absences (id, staff_id, from_day, to_day, delegate_id, recorded_by, recorded_at)
        values (${id}, ${staffId}, ${from}, ${to}, ${delegateId}, ${recordedBy}, ${now})`,
  );
}

/** Locks the row; undefined also for one that was cancelled. */
export function absenceForChange(db: Db, id: string): Promise<Absence | undefined> {
  return maybeRow<Absence>(
    db,
    sql`select ${ABSENCE} from staff_absences a where a.id = ${id} and a.cancelled_at is null for update`,
  );
}

/** It never happened: it lay ahead. */
export async function cancelAbsence(db: Db, id: string, now: Date): Promise<void> {
  await run(db, sql`update staff_absences set cancelled_at = ${now} where id = ${id}`);
}

/** The person is back earlier than was said. */
export async function shortenAbsence(db: Db, id: string, to: string): Promise<void> {
  await run(db, sql`update staff_absences set to_day = ${to} where id = ${id}`);
}

export interface NamedAbsence extends Absence {
  name: string;
  directorate: string | null;
  unit: string | null;
  delegateName: string | null;
}

/** The absences that touch these days, of everybody or of one person, in the order in which they begin. */
export function absencesBetween(
  db: Db,
  { from, to, staffId }: { from: string; to: string; staffId?: string },
): Promise<NamedAbsence[]> {
  const ofOne = staffId === undefined ? sql`` : sql`and a.staff_id = ${staffId}::uuid`;
  return rows<NamedAbsence>(
    db,
    sql`select ${ABSENCE}, m.display_name as name, m.directorate_code as directorate, m.unit_code as unit, d.display_name as "delegateName"
        from staff_absences a join staff_members m on m.id = a.staff_id left join staff_members d on d.id = a.delegate_id
        where a.cancelled_at is null and a.to_day >= ${from}::date and a.from_day <= ${to}::date ${ofOne}
        order by a.from_day, m.display_name, a.id`,
  );
}

/** Everybody who is away on that day. */
export async function awayOn(db: Db, day: string): Promise<AwayToday> {
  const found = await rows<{ staffId: string; delegateId: string | null; until: string; isDelegateHere: boolean }>(
    db,
    sql`select a.staff_id as "staffId", a.delegate_id as "delegateId", a.to_day as until, coalesce(d.active, false) as "isDelegateHere"
        from staff_absences a left join staff_members d on d.id = a.delegate_id
        where a.cancelled_at is null and a.from_day <= ${day}::date and a.to_day >= ${day}::date`,
  );
  return new Map(found.map(({ staffId, ...away }) => [staffId, away]));
}

/** Absences under way or ahead in which this person stands in for somebody. */
export function standInsOf(db: Db, staffId: string, today: string): Promise<Absence[]> {
  return rows<Absence>(
    db,
    sql`select ${ABSENCE} from staff_absences a
        where a.delegate_id = ${staffId} and a.cancelled_at is null and a.to_day >= ${today}::date order by a.from_day, a.id`,
  );
}

export async function writeDelegate(db: Db, id: string, delegateId: string | null): Promise<void> {
  await run(db, sql`update staff_absences set delegate_id = ${delegateId} where id = ${id}`);
}
