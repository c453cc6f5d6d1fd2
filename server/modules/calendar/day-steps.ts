// Counting whole days, one step per day, so that every due date can say how it was reached.
// The day of receipt is day 0: the period starts the day after, also when something arrives on a weekend (3071, 4982; general rule of 2577 m.8).
import type { BusinessCalendar, DayStanding } from './business-days.ts';
import { dayStanding } from './business-days.ts';
import type { HolidayName } from './holiday-rows.ts';
import { shiftDay } from './istanbul-time.ts';
import type { Stop } from './stops.ts';
import { stopAtEndOf } from './stops.ts';

export type StepReason =
  /** Day 0. */
  | 'received'
  /** A working day, counted. */
  | 'working-day'
  /** Closed from some hour on; counts as a business day all the same. */
  | 'half-day'
  /** The office was shut, but not by law: counted. */
  | 'closure-counts'
  /** Calendar periods count weekends and holidays too. */
  | 'weekend-counts'
  | 'holiday-counts'
  /** Not counted. */
  | 'weekend'
  | 'holiday'
  | 'closure'
  /** The clock stood still when the day ended. */
  | 'stopped'
  /** The last day was closed: the period runs to the end of this day (2577 m.8). */
  | 'moved-end'
  /** Periods in hours: the time of that day that was used. */
  | 'clock-time'
  | 'working-time';

export interface DayStep {
  readonly day: string;
  /** Which day of the period it is: 0 for the day of receipt, null when the day is skipped or the period is one of hours. */
  readonly counted: number | null;
  readonly reason: StepReason;
  readonly names: readonly HolidayName[];
  /** For periods in minutes or hours: how many minutes were used on that day. */
  readonly minutes?: number;
  /** Why the clock stood still on that day, whole or in part. */
  readonly stop?: string;
}

/** A period in whole days. */
export interface DayPeriod {
  /** 'YYYY-MM-DD', day 0. */
  readonly from: string;
  readonly count: number;
  /** Legal periods know the law's holidays only; service targets may stop while the office is shut. */
  readonly legal: boolean;
  readonly stops?: readonly Stop[] | undefined;
}

/** The n-th business day after `from`; `from` itself when n is 0. */
export function addBusinessDays(calendar: BusinessCalendar, from: string, count: number): string {
  return lastDay(businessDaySteps(calendar, { from, count, legal: true }));
}

/** The n-th day after `from`, moved to the next working day when it is closed (2577 m.8). */
export function addCalendarDays(calendar: BusinessCalendar, from: string, count: number): string {
  return lastDay(calendarDaySteps(calendar, { from, count, legal: true }));
}

/** Every day from day 0 to the last counted one; weekends, holidays and days on which the clock stood still are skipped by name. */
export function businessDaySteps(calendar: BusinessCalendar, period: DayPeriod): DayStep[] {
  const { from, count, legal, stops = [] } = period;
  const steps = [dayZero(calendar, period)];
  for (let day = from, counted = 0; counted < count;) {
    day = shiftDay(day, 1);
    const standing = dayStanding(calendar, day, legal);
    const stop = stopAtEndOf(day, stops);
    if (standing.open === 'closed') steps.push(skipped(day, closedReason(standing), standing));
    else if (stop) steps.push(stoodStill(day, stop, standing));
    else steps.push({ day, counted: (counted += 1), reason: openReason(standing), names: standing.names });
  }
  return steps;
}

/** Every day from day 0 to the end; all days count on which the clock ran, and a closed last day is carried to the next working day. */
export function calendarDaySteps(calendar: BusinessCalendar, period: DayPeriod): DayStep[] {
  const { from, count, legal, stops = [] } = period;
  const steps = [dayZero(calendar, period)];
  for (let day = from, counted = 0; counted < count;) {
    day = shiftDay(day, 1);
    const standing = dayStanding(calendar, day, legal);
    const stop = stopAtEndOf(day, stops);
    if (stop) steps.push(stoodStill(day, stop, standing));
    else steps.push({ day, counted: (counted += 1), reason: calendarReason(standing), names: standing.names });
  }
  return count > 0 ? [...steps, ...carriedSteps(calendar, { ...period, from: lastDay(steps) })] : steps;
}

/** Months end on the day of the same number, or on the last day of a shorter month (2577 m.10: four months from the application). */
export function monthSteps(calendar: BusinessCalendar, { from, count, legal }: DayPeriod): DayStep[] {
  const days = (Date.parse(sameDayOfMonth(from, count)) - Date.parse(from)) / 86_400_000;
  return calendarDaySteps(calendar, { from, count: days, legal });
}

function sameDayOfMonth(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0));
  return new Date(lastOfMonth.setUTCDate(Math.min(date, lastOfMonth.getUTCDate()))).toISOString().slice(0, 10);
}

export function lastDay(steps: readonly DayStep[]): string {
  const last = steps.at(-1);
  if (!last) throw new RangeError('A trace has at least its day 0.');
  return last.day;
}

/** The days after the last counted one up to the first that is open and on which the clock runs; none if the last one is. */
function carriedSteps(calendar: BusinessCalendar, { from, legal, stops = [] }: DayPeriod): DayStep[] {
  const steps: DayStep[] = [];
  let day = from;
  let standing = dayStanding(calendar, day, legal);
  let stop: Stop | undefined;
  while (standing.open === 'closed' || stop) {
    day = shiftDay(day, 1);
    standing = dayStanding(calendar, day, legal);
    stop = stopAtEndOf(day, stops);
    if (standing.open === 'closed') steps.push(skipped(day, closedReason(standing), standing));
    else if (stop) steps.push(stoodStill(day, stop, standing));
    else steps.push(skipped(day, 'moved-end', standing));
  }
  return steps;
}

function skipped(day: string, reason: StepReason, { names }: DayStanding): DayStep {
  return { day, counted: null, reason, names };
}

function stoodStill(day: string, { cause }: Stop, { names }: DayStanding): DayStep {
  return { day, counted: null, reason: 'stopped', names, stop: cause };
}

function dayZero(calendar: BusinessCalendar, { from, count, legal }: DayPeriod): DayStep {
  if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`Not a number of days: ${count}`);
  return { day: from, counted: 0, reason: 'received', names: dayStanding(calendar, from, legal).names };
}

function openReason({ open, names }: DayStanding): StepReason {
  if (open === 'half') return 'half-day';
  return names.length > 0 ? 'closure-counts' : 'working-day';
}

function closedReason({ because }: DayStanding): StepReason {
  return because === 'weekend' || because === 'closure' ? because : 'holiday';
}

function calendarReason(standing: DayStanding): StepReason {
  if (standing.open !== 'closed') return openReason(standing);
  if (standing.because === 'closure') return 'closure-counts';
  return standing.because === 'weekend' ? 'weekend-counts' : 'holiday-counts';
}
