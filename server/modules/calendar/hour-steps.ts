// Counting minutes and hours: around the clock for what is urgent day and night, or inside working hours only.
// Working time stops where a half-day holiday starts and begins again with the next working day.
import type { BusinessCalendar } from './business-days.ts';
import { workingSpans } from './business-days.ts';
import type { DayStep } from './day-steps.ts';
import { instantAt, istanbulDay, shiftDay } from './istanbul-time.ts';

const minuteInMs = 60_000;

export interface TimePeriod {
  readonly from: Date;
  readonly minutes: number;
  readonly legal: boolean;
}

export interface TimedEnd {
  readonly dueAt: Date;
  readonly trace: DayStep[];
}

/** The clock never stops: nights, weekends and holidays count. Needs no holiday table. */
export function addClockMinutes({ from, minutes }: Pick<TimePeriod, 'from' | 'minutes'>): TimedEnd {
  const dueAt = new Date(from.getTime() + requireMinutes(minutes) * minuteInMs);
  const trace: DayStep[] = [];
  for (let start = from; trace.length === 0 || start < dueAt;) {
    const day = istanbulDay(start);
    const midnight = instantAt(shiftDay(day, 1), '00:00');
    const end = midnight < dueAt ? midnight : dueAt;
    trace.push({ day, counted: null, reason: 'clock-time', names: [], minutes: minutesBetween(start, end) });
    start = end;
  }
  return { dueAt, trace };
}

/** Only working hours count. Something that arrives outside them starts with the next working span. */
export function addWorkingHours(calendar: BusinessCalendar, { from, minutes, legal }: TimePeriod): TimedEnd {
  let left = requireMinutes(minutes) * minuteInMs;
  let dueAt = from;
  const trace: DayStep[] = [];
  for (let day = istanbulDay(from); left > 0 || trace.length === 0; day = shiftDay(day, 1)) {
    const before = left;
    for (const span of workingSpans(calendar, day, legal)) {
      const start = Math.max(instantAt(day, span.from).getTime(), from.getTime());
      const used = Math.min(left, Math.max(0, instantAt(day, span.to).getTime() - start));
      if (used > 0) dueAt = new Date(start + used);
      left -= used;
    }
    const names = (calendar.rowsByDay.get(day) ?? []).map((row) => row.name);
    trace.push({ day, counted: null, reason: 'working-time', names, minutes: (before - left) / minuteInMs });
  }
  return { dueAt, trace };
}

function minutesBetween(start: Date, end: Date): number {
  return (end.getTime() - start.getTime()) / minuteInMs;
}

function requireMinutes(minutes: number): number {
  if (!Number.isSafeInteger(minutes) || minutes < 0) throw new RangeError(`Not a number of minutes: ${minutes}`);
  return minutes;
}
