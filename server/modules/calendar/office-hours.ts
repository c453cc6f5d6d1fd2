/** Whether the office is open at an instant. Pure. For sorting what comes in, never for counting a period: a year without rows is not refused. */
import type { BusinessCalendar } from './business-days.ts';
import { istanbulDay, istanbulTime, weekdayOf } from './istanbul-time.ts';

/**
 * Open from the first to the last working hour of a working day that no holiday, leave or closure shuts; a half day until it begins. The
 * midday break counts as open: nobody means it by "outside office hours".
 */
export function isOfficeOpen(calendar: BusinessCalendar, instant: Date): boolean {
  const day = istanbulDay(instant);
  if (!calendar.workingDays.includes(weekdayOf(day))) return false;
  const time = istanbulTime(instant);
  const rows = calendar.rowsByDay.get(day) ?? [];
  if (rows.some(({ startsAt }) => startsAt === null || startsAt <= time)) return false;
  return time >= calendar.hours[0]!.from && time < calendar.hours.at(-1)!.to;
}
