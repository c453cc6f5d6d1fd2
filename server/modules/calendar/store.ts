import type { Db } from '../../kernel/db/database.ts';
import { maybeRow, rows, run, sql } from '../../kernel/db/database.ts';
import type { WorkingWeek } from './business-days.ts';
import type { HolidayKind, HolidayRow } from './holiday-rows.ts';

/** A row of the table with the version that a change must name. */
export interface StoredHoliday extends HolidayRow {
  readonly version: number;
}

/** What tells one holiday from another. */
export interface HolidayKey {
  date: string;
  kind: HolidayKind;
  name: string;
}

/** As its revisions and the audit name it. */
export function keyText({ date, kind, name }: HolidayKey): string {
  return `${date} ${kind} ${name}`;
}

const HOLIDAY = sql`day as date, to_char(starts_at, 'HH24:MI') as "startsAt", json_build_object('tr', name, 'en', name_en) as name,
                    kind, source, confirmed, version`;

export function allHolidays(db: Db): Promise<StoredHoliday[]> {
  return rows<StoredHoliday>(
    db,
    sql`select ${HOLIDAY} from official_holidays order by day, starts_at nulls first, kind`,
  );
}

export function holidaysOf(db: Db, year: number): Promise<StoredHoliday[]> {
  return rows<StoredHoliday>(
    db,
    sql`select ${HOLIDAY} from official_holidays
        where day between make_date(${year}, 1, 1) and make_date(${year}, 12, 31)
        order by day, starts_at nulls first, kind`,
  );
}

export function holidayRow(db: Db, key: HolidayKey): Promise<StoredHoliday | undefined> {
  return maybeRow<StoredHoliday>(
    db,
    sql`select ${HOLIDAY} from official_holidays where day = ${key.date} and kind = ${key.kind} and name = ${key.name}`,
  );
}

export async function writeHoliday(db: Db, holiday: StoredHoliday): Promise<void> {
  await run(
    db,
    sql`insert into official_holidays (day, starts_at, name, name_en, kind, source, confirmed, version)
        values (${holiday.date}, ${holiday.startsAt}, ${holiday.name.tr}, ${holiday.name.en}, ${holiday.kind},
                ${holiday.source}, ${holiday.confirmed}, ${holiday.version})
        on conflict (day, kind, name) do update
        set starts_at = excluded.starts_at, name_en = excluded.name_en, source = excluded.source,
            confirmed = excluded.confirmed, version = excluded.version`,
  );
}

export async function deleteHoliday(db: Db, key: HolidayKey): Promise<void> {
  await run(
    db,
    sql`delete from official_holidays where day = ${key.date} and kind = ${key.kind} and name = ${key.name}`,
  );
}

/** Adds the years that have no official row yet, whole, and gives what was added: a year somebody has entered is theirs. */
export function addHolidayYears(db: Db, list: readonly HolidayRow[]): Promise<HolidayRow[]> {
  const records = list.map((row) => ({ ...row, tr: row.name.tr, en: row.name.en }));
  return rows<HolidayRow>(
    db,
    sql`insert into official_holidays (day, starts_at, name, name_en, kind, source, confirmed)
        select h.date, h."startsAt", h.tr, h.en, h.kind, h.source, h.confirmed
        from jsonb_to_recordset(${JSON.stringify(records)}::jsonb)
          as h(date date, "startsAt" time, tr text, en text, kind text, source text, confirmed boolean)
        where not exists (
          select from official_holidays o
          where o.kind = 'official' and date_part('year', o.day) = date_part('year', h.date)
        )
        on conflict (day, kind, name) do nothing
        returning ${HOLIDAY}`,
  );
}

export interface StoredWeek extends WorkingWeek {
  readonly version: number;
}

export async function workingWeekRow(db: Db): Promise<StoredWeek | undefined> {
  const row = await maybeRow<{ definition: WorkingWeek; version: number }>(
    db,
    sql`select definition, version from working_week`,
  );
  return row && { ...row.definition, version: row.version };
}

export async function writeWorkingWeek(db: Db, { version, ...definition }: StoredWeek): Promise<void> {
  await run(
    db,
    sql`insert into working_week (definition, version) values (${JSON.stringify(definition)}::jsonb, ${version})
        on conflict (only_one) do update set definition = excluded.definition, version = excluded.version`,
  );
}
