/**
 * Moving about in office time: the business day before, so many hours of work earlier. Pure. For reminders and ladders, never for counting a
 * period that somebody was promised: a year without rows is not refused, its weekdays count.
 */
import type { BusinessCalendar } from './business-days.ts';
import { instantAt, istanbulDay, istanbulTime, shiftDay, weekdayOf } from './istanbul-time.ts';

/** Whether work is done on that day at all; a half day is one. */
export function isOfficeDay(calendar: BusinessCalendar, day: string): boolean {
  return officeSpans(calendar, day).length > 0;
}

/** The same time of day so many office days later, or earlier when negative; 0 is the instant itself. */
export function officeDaysAway(calendar: BusinessCalendar, instant: Date, days: number): Date {
  const step = Math.sign(days);
  let day = istanbulDay(instant);
  for (let left = Math.abs(days); left > 0;) {
    day = shiftDay(day, step);
    if (isOfficeDay(calendar, day)) left -= 1;
  }
  return days === 0 ? instant : instantAt(day, istanbulTime(instant));
}

/** The instant before which so many minutes of work lie, up to the given one. */
export function officeMinutesBefore(calendar: BusinessCalendar, instant: Date, minutes: number): Date {
  let left = minutes * 60_000;
  let at = instant.getTime();
  for (let day = istanbulDay(instant); left > 0; day = shiftDay(day, -1)) {
    for (const { from, to } of officeSpans(calendar, day).toReversed()) {
      const end = Math.min(instant.getTime(), instantAt(day, to).getTime());
      const used = Math.min(left, Math.max(0, end - instantAt(day, from).getTime()));
      if (used > 0) at = end - used;
      left -= used;
    }
  }
  return new Date(at);
}

/** Minutes of work in a whole day. */
export function minutesOfWork({ hours }: BusinessCalendar): number {
  return hours.reduce((sum, { from, to }) => sum + minutesOf(to) - minutesOf(from), 0);
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

function officeSpans(calendar: BusinessCalendar, day: string): { from: string; to: string }[] {
  if (!calendar.workingDays.includes(weekdayOf(day))) return [];
  const closedFrom = (calendar.rowsByDay.get(day) ?? []).reduce(
    (first, { startsAt }) => (startsAt === null ? '00:00' : startsAt < first ? startsAt : first),
    '24:00',
  );
  return calendar.hours
    .filter(({ from }) => from < closedFrom)
    .map(({ from, to }) => ({ from, to: to < closedFrom ? to : closedFrom }));
}
