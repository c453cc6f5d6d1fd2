/**
 * When a part with a period of its own is due: counted on the business calendar from the day it was given, and never later than the law's or a
 * partner's day for the whole request. The promise to the citizen stays as it was given: splitting the work is our affair, and a promise that
 * moved with every part would be none. Pure.
 */
import type { BusinessCalendar, DueDate } from '../calendar/door.ts';
import { computeDue } from '../calendar/door.ts';
import type { Period } from '../calendar/door.ts';
import type { Clock } from './clock.ts';
import { orNullWithoutYear } from './clock.ts';

export interface PartQuestion {
  part: { assignedAt: Date; ownPeriod: Period };
  clocks: readonly Pick<Clock, 'purpose' | 'rule' | 'dueAt'>[];
}

export interface PartDue {
  dueAt: Date;
  /** Day by day. */
  counted: DueDate;
  /** The clock that ends before the own period would; null: the own period holds. */
  cutBy: string | null;
}

/** Null: the calendar does not know a year it touches. */
export function dueOfPart(calendar: BusinessCalendar, { part, clocks }: PartQuestion): PartDue | null {
  const { amount, unit } = part.ownPeriod;
  const counted = orNullWithoutYear(() =>
    computeDue(calendar, { receivedAt: part.assignedAt, amount, unit, legal: false }),
  );
  if (counted === null) return null;
  const limits = clocks.filter(
    ({ purpose, dueAt }) => dueAt !== null && (purpose === 'statutory' || purpose === 'partner'),
  );
  const first = limits.sort((one, other) => +one.dueAt! - +other.dueAt!)[0];
  const isCut = first !== undefined && first.dueAt! < counted.dueAt;
  return { counted, dueAt: isCut ? first.dueAt! : counted.dueAt, cutBy: isCut ? first.rule : null };
}
