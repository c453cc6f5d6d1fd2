// What kind of day a day is: the holiday table, the week and the working hours as one value, and the questions asked of it.
// Legal counting sees the law's holidays only; service counting may also see the days on which the office was really shut.
// A year without rows is never guessed: the question is refused.
import { refuse } from '../../kernel/refusals.ts';
import type { HolidayName, HolidayRow } from './holiday-rows.ts';
import { weekdayOf, yearOf } from './istanbul-time.ts';

/** A stretch of work inside one day, 'HH:MM' to 'HH:MM'. */
export interface WorkingSpan {
  readonly from: string;
  readonly to: string;
}

export interface WorkingWeek {
  /** 1 = Monday … 7 = Sunday. */
  readonly workingDays: readonly number[];
  /** In order and not overlapping; the end of the last one is the end of the working day. */
  readonly hours: readonly WorkingSpan[];
  /** Whether administrative leave and local closures stop service targets. They never stop a legal period. */
  readonly closuresPauseService: boolean;
}

export const officeWeek: WorkingWeek = {
  workingDays: [1, 2, 3, 4, 5],
  hours: [
    { from: '08:30', to: '12:30' },
    { from: '13:30', to: '17:30' },
  ],
  closuresPauseService: true,
};

export interface BusinessCalendar extends WorkingWeek {
  readonly rowsByDay: ReadonlyMap<string, readonly HolidayRow[]>;
  /** Years that hold official rows, with the number of whole days off in each. */
  readonly wholeHolidaysByYear: ReadonlyMap<number, number>;
}

export interface DayStanding {
  readonly open: 'whole' | 'half' | 'closed';
  readonly because: 'working-day' | 'weekend' | 'holiday' | 'closure';
  /** Names of every row of the day, whether or not it closes it. */
  readonly names: readonly HolidayName[];
  /** 'HH:MM' up to which something can be handed in on that day; null when closed. */
  readonly safeUntil: string | null;
}

export function businessCalendar(rows: readonly HolidayRow[], week: WorkingWeek = officeWeek): BusinessCalendar {
  if (week.workingDays.length === 0 || week.hours.length === 0)
    throw new RangeError('A working week needs days and hours.');
  return { ...week, rowsByDay: groupByDay(rows), wholeHolidaysByYear: countWholeHolidays(rows) };
}

/**
 * How the day stands for a legal period (legal) or for a service target (not legal).
 * Refuses with 'calendar-year-missing' when the table holds no official holiday of that year.
 */
export function dayStanding(calendar: BusinessCalendar, day: string, legal: boolean): DayStanding {
  const remembered = standingsOf(calendar, legal);
  const known = remembered.get(day);
  if (known) return known;
  requireYear(calendar, yearOf(day));
  const standing = lookUpStanding(calendar, day, legal);
  remembered.set(day, standing);
  return standing;
}

function lookUpStanding(calendar: BusinessCalendar, day: string, legal: boolean): DayStanding {
  const rows = calendar.rowsByDay.get(day) ?? [];
  const names = rows.map((row) => row.name);
  const closed = (because: DayStanding['because']): DayStanding => ({
    open: 'closed',
    because,
    names,
    safeUntil: null,
  });
  if (!calendar.workingDays.includes(weekdayOf(day))) return closed('weekend');
  const closing = rows.filter((row) => row.kind === 'official' || (!legal && calendar.closuresPauseService));
  const whole = closing.filter((row) => row.startsAt === null);
  if (whole.some((row) => row.kind === 'official')) return closed('holiday');
  if (whole.length > 0) return closed('closure');
  const endOfWork = calendar.hours.at(-1)?.to ?? '24:00';
  const safeUntil = closing.reduce(
    (end, row) => (row.startsAt !== null && row.startsAt < end ? row.startsAt : end),
    endOfWork,
  );
  return { open: safeUntil < endOfWork ? 'half' : 'whole', because: 'working-day', names, safeUntil };
}

// A calendar never changes once built, so each of its days is judged once; only days of covered years are kept.
const legalStandings = new WeakMap<BusinessCalendar, Map<string, DayStanding>>();
const serviceStandings = new WeakMap<BusinessCalendar, Map<string, DayStanding>>();

function standingsOf(calendar: BusinessCalendar, legal: boolean): Map<string, DayStanding> {
  const byCalendar = legal ? legalStandings : serviceStandings;
  const known = byCalendar.get(calendar) ?? new Map<string, DayStanding>();
  byCalendar.set(calendar, known);
  return known;
}

/** A half day counts as a business day; administrative leave and local closures do not unmake one for legal periods. */
export function isBusinessDay(calendar: BusinessCalendar, day: string, legal = true): boolean {
  return dayStanding(calendar, day, legal).open !== 'closed';
}

/**
 * Why the office is shut that day, for work that is foreseen years ahead: nothing is refused, and a year nobody has entered yet is read as one
 * without holidays. A holiday on a Sunday is a holiday. Never for a period that somebody is promised.
 */
export function whyShut(calendar: BusinessCalendar, day: string): 'weekend' | 'holiday' | null {
  const closing = (calendar.rowsByDay.get(day) ?? []).some(
    ({ kind, startsAt }) => startsAt === null && (kind === 'official' || calendar.closuresPauseService),
  );
  if (closing) return 'holiday';
  return calendar.workingDays.includes(weekdayOf(day)) ? null : 'weekend';
}

/** The stretches in which work is done on that day; a half day stops where the holiday starts. */
export function workingSpans(calendar: BusinessCalendar, day: string, legal: boolean): WorkingSpan[] {
  const { safeUntil } = dayStanding(calendar, day, legal);
  if (safeUntil === null) return [];
  return calendar.hours
    .filter(({ from }) => from < safeUntil)
    .map(({ from, to }) => ({ from, to: to < safeUntil ? to : safeUntil }));
}

/** True when the day is a working day in law while the office is shut: a legal period ending there deserves a warning. */
export function hasClosure(calendar: BusinessCalendar, day: string): boolean {
  return (calendar.rowsByDay.get(day) ?? []).some((row) => row.kind !== 'official');
}

export function hasUnconfirmedRow(calendar: BusinessCalendar, day: string): boolean {
  return (calendar.rowsByDay.get(day) ?? []).some((row) => !row.confirmed);
}

// Six fixed days and seven days of feasts; one may fall on another. Fewer means that somebody has begun to enter a year.
const fewestWholeHolidays = 12;

/** True when a year has rows, but fewer than the law gives any year. */
export function looksIncomplete(calendar: BusinessCalendar, year: number): boolean {
  return (calendar.wholeHolidaysByYear.get(year) ?? 0) < fewestWholeHolidays;
}

function requireYear(calendar: BusinessCalendar, year: number): void {
  if (!calendar.wholeHolidaysByYear.has(year)) throw refuse('calendar-year-missing', { year });
}

function groupByDay(rows: readonly HolidayRow[]): Map<string, HolidayRow[]> {
  const byDay = new Map<string, HolidayRow[]>();
  for (const row of rows) byDay.set(row.date, [...(byDay.get(row.date) ?? []), row]);
  return byDay;
}

function countWholeHolidays(rows: readonly HolidayRow[]): Map<number, number> {
  const official = rows.filter((row) => row.kind === 'official');
  const counts = new Map(official.map((row) => [yearOf(row.date), 0]));
  const wholeDays = new Set(official.filter((row) => row.startsAt === null).map((row) => row.date));
  for (const day of wholeDays) counts.set(yearOf(day), (counts.get(yearOf(day)) ?? 0) + 1);
  return counts;
}
