/** When a rung of the ladder is reached by a running clock. Pure. A clock that stands still is not asked. */
import type { Rung, RungWhen } from '../../../contract/ladder.ts';
import type { BusinessCalendar, TimeUnit } from '../calendar/door.ts';
import { minutesOfWork, officeDaysAway, officeMinutesBefore } from '../calendar/door.ts';

export interface TimedClock {
  amount: number;
  unit: TimeUnit;
  dueAt: Date;
}

/**
 * The share is of the period itself, counted back from its end, so that a clock which stood still or was lengthened is measured by what is left:
 * business days and working hours in office time, all else in plain time. Days before and after the end are working days.
 */
export function reachedAt(calendar: BusinessCalendar, when: RungWhen, clock: TimedClock): Date {
  if ('days' in when) return officeDaysAway(calendar, clock.dueAt, when.days);
  return leftAt(calendar, clock, 1 - when.percent / 100);
}

const PLAIN_MINUTES = { minutes: 1, hours: 60, 'calendar-days': 1440, months: 43_200 } as const;

function leftAt(calendar: BusinessCalendar, { amount, unit, dueAt }: TimedClock, share: number): Date {
  if (unit === 'business-days')
    return officeMinutesBefore(calendar, dueAt, Math.round(amount * share * minutesOfWork(calendar)));
  if (unit === 'working-hours') return officeMinutesBefore(calendar, dueAt, Math.round(amount * share * 60));
  return new Date(dueAt.getTime() - Math.round(amount * share * PLAIN_MINUTES[unit]) * 60_000);
}

export interface Climb {
  /** Rungs whose time has come, the highest last. */
  reached: Rung[];
  /** When the next one will be; null: there is none. */
  next: Date | null;
}

export interface ClimbQuestion {
  calendar: BusinessCalendar;
  rungs: readonly Rung[];
  clock: TimedClock;
  now: Date;
}

export function climb({ calendar, rungs, clock, now }: ClimbQuestion): Climb {
  const timed = rungs
    .map((rung, place) => ({ rung, place, at: reachedAt(calendar, rung.when, clock) }))
    .sort((left, right) => left.at.getTime() - right.at.getTime() || left.place - right.place);
  return {
    reached: timed.filter(({ at }) => at <= now).map(({ rung }) => rung),
    next: timed.find(({ at }) => at > now)?.at ?? null,
  };
}
