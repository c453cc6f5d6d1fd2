// From "received then, so much time of that unit" to the instant it is due, with the day-by-day trace and what a person must know.
import type { BusinessCalendar } from './business-days.ts';
import { dayStanding, hasClosure, hasUnconfirmedRow, looksIncomplete } from './business-days.ts';
import type { DayStep } from './day-steps.ts';
import { businessDaySteps, calendarDaySteps, lastDay, monthSteps } from './day-steps.ts';
import { addClockMinutes, addWorkingHours } from './hour-steps.ts';
import { instantAt, istanbulDay, shiftDay, yearOf } from './istanbul-time.ts';
import type { Stop } from './stops.ts';
import { stopAt } from './stops.ts';

/** minutes and hours run around the clock; working-hours run while the office is open. */
export const timeUnits = ['minutes', 'hours', 'working-hours', 'calendar-days', 'business-days', 'months'] as const;
export type TimeUnit = (typeof timeUnits)[number];

export interface Period {
  readonly amount: number;
  readonly unit: TimeUnit;
}

export interface DueRequest extends Period {
  readonly receivedAt: Date;
  /** True for a period that a law sets: closures that are no holiday in law do not stop it. */
  readonly legal: boolean;
  /** When the clock stood still. A period in months knows none: no law stops one. */
  readonly stops?: readonly Stop[] | undefined;
}

export type DueWarning =
  /** The last day is a half day: 13.00 is the safe end. */
  | 'half-day-end'
  /** A working day in law, but the office is shut: act a day earlier. */
  | 'closed-on-due-day'
  /** A holiday in or next to the period is computed, not yet announced: the date may move. */
  | 'holidays-unconfirmed'
  /** A year has fewer holidays than the law gives: somebody has begun to enter it. */
  | 'year-incomplete';

export interface DueDate {
  readonly dueAt: Date;
  /** The day in Istanbul on which it is due. */
  readonly dueDay: string;
  readonly trace: DayStep[];
  readonly warnings: DueWarning[];
}

/**
 * When it is due. Periods in days end with the working day (or at 13.00 on a half day), never before it was received; periods in hours end
 * to the minute. A day counts if the clock was running when it ended; stopped hours are added exactly.
 * Refuses with 'calendar-year-missing' when a day it must look at lies in a year without holidays; clock hours look at none.
 */
export function computeDue(calendar: BusinessCalendar, request: DueRequest): DueDate {
  const { receivedAt, unit, legal, stops = [] } = request;
  if (unit === 'minutes' || unit === 'hours')
    return timed(addClockMinutes({ from: receivedAt, minutes: inMinutes(request), stops }), []);
  if (unit === 'working-hours') {
    const end = addWorkingHours(calendar, { from: receivedAt, minutes: inMinutes(request), legal, stops });
    return timed(end, tableWarnings(calendar, end.trace));
  }
  const trace = daySteps(calendar, request);
  const dueDay = lastDay(trace);
  const { safeUntil } = dayStanding(calendar, dueDay, legal);
  const warnings = [...endWarnings(calendar, dueDay, legal), ...tableWarnings(calendar, trace)];
  const end = instantAt(dueDay, safeUntil ?? endOfWork(calendar));
  return { dueAt: notBefore(receivedAt, end, stops), dueDay, trace, warnings };
}

function daySteps(calendar: BusinessCalendar, { receivedAt, amount, unit, legal, stops }: DueRequest): DayStep[] {
  const period = { from: istanbulDay(receivedAt), count: amount, legal, stops };
  if (unit === 'business-days') return businessDaySteps(calendar, period);
  if (unit === 'calendar-days') return calendarDaySteps(calendar, period);
  if (stops && stops.length > 0) throw new RangeError('A period in months knows no stop.');
  return monthSteps(calendar, period);
}

/** Nothing is due before it was received (a period of no days), nor while its clock stands still on that very day. */
function notBefore(receivedAt: Date, end: Date, stops: readonly Stop[]): Date {
  const standing = stopAt(end, stops);
  const dueAt = standing ? standing.until : end;
  return dueAt < receivedAt ? receivedAt : dueAt;
}

function timed({ dueAt, trace }: { dueAt: Date; trace: DayStep[] }, warnings: DueWarning[]): DueDate {
  return { dueAt, dueDay: istanbulDay(dueAt), trace, warnings };
}

function inMinutes({ amount, unit }: Period): number {
  return unit === 'minutes' ? amount : amount * 60;
}

function endOfWork(calendar: BusinessCalendar): string {
  return calendar.hours.at(-1)?.to ?? '24:00';
}

function endWarnings(calendar: BusinessCalendar, dueDay: string, legal: boolean): DueWarning[] {
  const warnings: DueWarning[] = [];
  if (dayStanding(calendar, dueDay, legal).open === 'half') warnings.push('half-day-end');
  if (legal && hasClosure(calendar, dueDay)) warnings.push('closed-on-due-day');
  return warnings;
}

function tableWarnings(calendar: BusinessCalendar, trace: readonly DayStep[]): DueWarning[] {
  const days = trace.map((step) => step.day);
  // A computed feast can be announced a day earlier, so the day after the end belongs to the question.
  const touched = [...days, shiftDay(lastDay(trace), 1)];
  const warnings: DueWarning[] = [];
  if (touched.some((day) => hasUnconfirmedRow(calendar, day))) warnings.push('holidays-unconfirmed');
  if ([...new Set(days.map(yearOf))].some((year) => looksIncomplete(calendar, year))) warnings.push('year-incomplete');
  return warnings;
}
