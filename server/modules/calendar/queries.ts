// The calendar as it stands in the database: what deadlines are counted on.
import type { Db } from '../../kernel/db/database.ts';
import { remembered } from '../../kernel/remembered.ts';
import type { BusinessCalendar } from './business-days.ts';
import { businessCalendar, officeWeek } from './business-days.ts';
import type { StoredHoliday, StoredWeek } from './store.ts';
import { allHolidays, holidaysOf, workingWeekRow } from './store.ts';

export const rememberedCalendar = remembered(async (db) =>
  businessCalendar(await allHolidays(db), (await workingWeekRow(db)) ?? officeWeek),
);

/** The municipality's calendar of all years it has entered. A change elsewhere is seen within two seconds. */
export function calendarInForce(db: Db): Promise<BusinessCalendar> {
  return rememberedCalendar.get(db);
}

/** A year's rows in order; empty when nobody has entered it, and then nothing is promised in it. */
export function listHolidays(db: Db, year: number): Promise<StoredHoliday[]> {
  return holidaysOf(db, year);
}

/** The working hours in force; version 0 while the municipality has not set its own. */
export async function workingWeek(db: Db): Promise<StoredWeek> {
  return (await workingWeekRow(db)) ?? { ...officeWeek, version: 0 };
}
