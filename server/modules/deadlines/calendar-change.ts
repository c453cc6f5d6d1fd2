/**
 * What another calendar does to the clocks that run. The law's day follows the law's calendar, in both directions; the municipality's own
 * word never moves later by itself; what is late stays late; and a day once named is not taken back because a year lost its rows. Pure.
 */
import type { BusinessCalendar } from '../calendar/door.ts';
import type { Clock } from './clock.ts';
import { computeDueOf, isRunning, openStopOf } from './clock.ts';
import { countsByLaw } from './which-clocks.ts';

export interface ClockMove {
  clock: Clock;
  to: Date;
}

export function movesBy(calendar: BusinessCalendar, clocks: readonly Clock[], now: Date): ClockMove[] {
  return clocks.flatMap((clock) => {
    const to = newDayOf(calendar, clock, now);
    return to === null ? [] : [{ clock, to }];
  });
}

/** Null: it stays where it is. One that stands still is counted when it goes on. */
function newDayOf(calendar: BusinessCalendar, clock: Clock, now: Date): Date | null {
  const { dueAt } = clock;
  if (!isRunning(clock) || openStopOf(clock) !== undefined || (dueAt !== null && dueAt <= now)) return null;
  const counted = computeDueOf(calendar, clock, now)?.dueAt ?? null;
  if (counted === null || counted.getTime() === dueAt?.getTime()) return null;
  return dueAt !== null && counted > dueAt && !countsByLaw(clock) ? null : counted;
}
