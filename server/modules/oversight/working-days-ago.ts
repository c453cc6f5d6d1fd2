/** The same time of the day, so many working days earlier. Pure. */
import type { BusinessCalendar } from '../calendar/door.ts';
import { instantAt, isBusinessDay, istanbulDay, istanbulTime, shiftDay } from '../calendar/door.ts';

export function workingDaysAgo(calendar: BusinessCalendar, now: Date, days: number): Date {
  let day = istanbulDay(now);
  for (let left = days; left > 0;) {
    day = shiftDay(day, -1);
    if (isBusinessDay(calendar, day)) left -= 1;
  }
  return instantAt(day, istanbulTime(now));
}
