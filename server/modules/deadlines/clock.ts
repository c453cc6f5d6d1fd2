/** One clock of one request, and when it is due by the calendar and its stops. Pure. */
import { RefusalError } from '../../kernel/refusals.ts';
import type { BusinessCalendar, DueDate, Period, Stop } from '../calendar/door.ts';
import { computeDue } from '../calendar/door.ts';
import type { EndReason } from './what-ends-a-clock.ts';
import type { ClockRule, Purpose } from './which-clocks.ts';
import { countsByLaw } from './which-clocks.ts';

export type StopCause = 'waiting-for-citizen' | 'fee-notice';

export interface ClockStop {
  cause: StopCause;
  from: Date;
  /** Null: it still stands. */
  until: Date | null;
}

export interface Clock extends Period {
  id: string;
  requestId: string;
  purpose: Exclude<Purpose, 'remedy' | 'decision'>;
  /** Which rule of which-clocks.ts. */
  rule: string;
  /** Law and article, as they were in force when the clock started. */
  legalBasis: string;
  startedAt: Date;
  /** Null: a year it touches has no holiday rows, and nothing is promised in it. Of a stopped clock, the day as known when it stopped. */
  dueAt: Date | null;
  endedAt: Date | null;
  endReason: EndReason | null;
  /** The clock in whose place this one runs. */
  follows: string | null;
  stops: ClockStop[];
}

export type NewClock = Omit<Clock, 'endedAt' | 'endReason' | 'stops'>;

export function isRunning({ endedAt }: Pick<Clock, 'endedAt'>): boolean {
  return endedAt === null;
}

/** Whether a first response that ended it turned out to be none: another clock runs in its place, so it was neither kept nor late. */
export function wasTakenBack(
  { id, endReason }: Pick<Clock, 'id' | 'endReason'>,
  all: readonly Pick<Clock, 'follows'>[],
): boolean {
  return endReason === 'responded' && all.some(({ follows }) => follows === id);
}

export function openStopOf({ stops }: Pick<Clock, 'stops'>): ClockStop | undefined {
  return stops.find(({ until }) => until === null);
}

/** The stops as the calendar counts them; one that still stands is taken to end at that moment. */
export function stopsUntil({ stops }: Pick<Clock, 'stops'>, asOf: Date): Stop[] {
  return stops.map(({ cause, from, until }) => ({ cause, from, until: until ?? (asOf > from ? asOf : from) }));
}

/** The due date day by day; null when a year it touches has no rows. */
export function computeDueOf(
  calendar: BusinessCalendar,
  clock: Pick<Clock, 'purpose' | 'amount' | 'unit' | 'startedAt' | 'stops'>,
  asOf: Date,
): DueDate | null {
  const { amount, unit, startedAt: receivedAt } = clock;
  const stops = stopsUntil(clock, asOf);
  return orNullWithoutYear(() => computeDue(calendar, { receivedAt, amount, unit, legal: countsByLaw(clock), stops }));
}

/** When a clock of that rule is due that starts then and has not stopped. */
export function firstDueOf(calendar: BusinessCalendar, rule: ClockRule, from: Date): Date | null {
  const { amount, unit } = rule;
  return orNullWithoutYear(
    () => computeDue(calendar, { receivedAt: from, amount, unit, legal: countsByLaw(rule) }).dueAt,
  );
}

/** Null where the calendar has no rows for a year that is touched: nothing is promised in it. */
export function orNullWithoutYear<T>(compute: () => T): T | null {
  try {
    return compute();
  } catch (error) {
    if (error instanceof RefusalError && error.code === 'calendar-year-missing') return null;
    throw error;
  }
}

/**
 * The day the present round counts from: the original receipt, or the last reopening. Clocks that run in the place of others begin later or count
 * anew; the first of a round follows none.
 */
export function beginOf(clocks: readonly Pick<Clock, 'purpose' | 'follows' | 'startedAt'>[]): Date | null {
  const firsts = clocks.filter(({ purpose, follows }) => purpose === 'statutory' && follows === null);
  return firsts.reduce<Date | null>((last, { startedAt }) => (last && last > startedAt ? last : startedAt), null);
}

/** What is owed to the citizen by day: the clocks among which the promise is the earliest. */
export function carriesPromise({ purpose }: Pick<Clock, 'purpose'>): boolean {
  return purpose === 'conclusion' || purpose === 'statutory' || purpose === 'partner';
}

/** What the municipality must do in time. Silence and the citizen's own clocks hurt nobody here. */
export function isOurs(clock: Pick<Clock, 'purpose'>): boolean {
  return clock.purpose === 'first-response' || carriesPromise(clock);
}
