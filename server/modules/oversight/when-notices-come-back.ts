/** A notice put off comes back on a working morning, before the morning mail is written: never at night, never into a holiday. Pure. */
import type { BusinessCalendar } from '../calendar/door.ts';
import { addBusinessDays, instantAt, istanbulDay } from '../calendar/door.ts';

const BEFORE_THE_MORNING_MAIL = '08:30';

/** @param days working days from today */
export function comesBackAt(calendar: BusinessCalendar, now: Date, days: number): Date {
  return instantAt(addBusinessDays(calendar, istanbulDay(now), days), BEFORE_THE_MORNING_MAIL);
}
