/** How long things take and when people work. Pure. */
import { instantAt, istanbulDay, istanbulTime, shiftDay } from '../modules/calendar/door.ts';
import type { Period } from '../modules/calendar/door.ts';
import type { Random } from './random.ts';

/** What a citizen says after the answer: most nothing. In percent. */
export const AFTERWARDS = [
  ['nothing', 89],
  ['satisfied', 8.5],
  ['reopened', 1.5],
  ['refused', 1],
] as const;

const HOURS_OF: Record<Period['unit'], number> = {
  minutes: 1 / 60,
  hours: 1,
  // Eight hours of work are a day, five days of work are a week.
  'working-hours': 3,
  'calendar-days': 24,
  'business-days': 24 * 1.4,
  months: 30 * 24,
};

/** By the wall clock, roughly; a topic without a standard is given a week. */
export function periodInHours(period: Period | undefined): number {
  return period === undefined ? 7 * 24 : period.amount * HOURS_OF[period.unit];
}

const MINUTE = 60_000;

/** Nobody answers at night: what would end between 20.00 and 08.00 ends in the morning. */
export function inDaytime(instant: Date, draw: Random): Date {
  const wait = draw.below(150) * MINUTE;
  const time = istanbulTime(instant);
  if (time >= '08:00' && time < '20:00') return instant;
  const day = istanbulDay(instant);
  return new Date(instantAt(time < '08:00' ? day : shiftDay(day, 1), '08:00').getTime() + wait);
}
