// The calendar as it stands in the database: what deadlines are counted on.
import type { Db } from '../../kernel/db/database.ts';
import { remembered } from '../../kernel/remembered.ts';
import type { Revision } from '../../kernel/revisions.ts';
import { revisionsOf } from '../../kernel/revisions.ts';
import type { BusinessCalendar } from './business-days.ts';
import { businessCalendar, officeWeek } from './business-days.ts';
import type { HolidayKey, StoredHoliday, StoredWeek } from './store.ts';
import { allHolidays, holidaysOf, keyText, workingWeekRow } from './store.ts';

export const rememberedCalendar = remembered(async (db) =>
  businessCalendar(await allHolidays(db), (await workingWeekRow(db)) ?? officeWeek),
);

/** The municipality's calendar of all years it has entered. A change elsewhere is seen within two seconds. */
export function calendarInForce(db: Db): Promise<BusinessCalendar> {
  return rememberedCalendar.get(db);
}

/** The calendar as it would be with that holiday so, or without it; for looking before anything is saved. */
export async function calendarWith(
  db: Db,
  trial: HolidayKey & { startsAt: string | null; removed: boolean },
): Promise<BusinessCalendar> {
  const { date, kind, startsAt, removed } = trial;
  const others = (await allHolidays(db)).filter((row) => keyText({ ...row, name: row.name.tr }) !== keyText(trial));
  const name = { tr: trial.name, en: trial.name };
  const tried = removed ? [] : [{ date, startsAt, name, kind, source: '', confirmed: true }];
  return businessCalendar([...others, ...tried], (await workingWeekRow(db)) ?? officeWeek);
}

/** A year's rows in order; empty when nobody has entered it, and then nothing is promised in it. */
export function listHolidays(db: Db, year: number): Promise<StoredHoliday[]> {
  return holidaysOf(db, year);
}

/** The working hours in force; version 0 while the municipality has not set its own. */
export async function workingWeek(db: Db): Promise<StoredWeek> {
  return (await workingWeekRow(db)) ?? { ...officeWeek, version: 0 };
}

export function workingWeekRevisions(db: Db): Promise<Revision<Omit<StoredWeek, 'version'>>[]> {
  return revisionsOf(db, 'working-week', 'municipality');
}

/** Also of one that was taken out since: its last version has no body then. */
export function holidayRevisions(db: Db, key: HolidayKey): Promise<Revision<Omit<StoredHoliday, 'version'> | null>[]> {
  return revisionsOf(db, 'holiday', keyText(key));
}
