/**
 * HEART FILE. On which days a plan comes: what its rhythm names, less what lies outside its period, its season and its last day, and where a
 * holiday moves it. Plain calendar days, no clock: whoever asks on whatever day is given the same days. Pure.
 */
import type { NewWorkPlan, Rhythm } from '../../../contract/planned-work.ts';
import { daysBetween, shiftDay, weekdayOf } from '../calendar/door.ts';
import { isSeasonOn } from '../catalogue/door.ts';

export type Shut = 'weekend' | 'holiday' | null;

/** What a plan's days depend on beside itself. */
export interface Circumstances {
  /** Why the office is shut that day, as far as anybody has entered; null: it is open. A holiday on a Sunday is a holiday. */
  shut: (day: string) => Shut;
  /** Whether the season without which it does not come is on; a plan that waits for none is never asked. */
  inSeason: (day: string) => boolean;
}

export interface PlannedDay {
  day: string;
  /** The day the rhythm names; null: this one. */
  movedFrom: string | null;
}

export type WhenItComes = Pick<NewWorkPlan, 'rhythm' | 'season' | 'onHoliday' | 'lastDay'>;

export interface Stretch {
  /** Both are days in it. */
  from: string;
  to: string;
}

/** The days on which it comes within a stretch, in order, each once. A day moved onto another of its days falls together with it. */
export function daysOf(plan: WhenItComes, { from, to }: Stretch, around: Circumstances): PlannedDay[] {
  const first = plan.onHoliday === 'next-working-day' ? beforeTheShut(from, around) : from;
  const days = new Map<string, PlannedDay>();
  for (let named = later(first, plan.rhythm.from); named <= to; named = shiftDay(named, 1)) {
    if (!comesOn(plan, named, around)) continue;
    const day = whereItFalls(plan, named, around);
    if (day < from || day > to) continue;
    if (day === named || !days.has(day)) days.set(day, { day, movedFrom: day === named ? null : named });
  }
  return [...days.values()].sort((one, other) => (one.day < other.day ? -1 : 1));
}

/** Nobody plans further ahead, and a rhythm that names no day in so long names none. */
const YEARS_AHEAD = 12;

/** The next few days from that one on. */
export function nextDays(plan: WhenItComes, from: string, count: number, around: Circumstances): PlannedDay[] {
  const found: PlannedDay[] = [];
  let start = later(from, plan.rhythm.from);
  for (let year = 0; year < YEARS_AHEAD && found.length < count; year += 1) {
    const to = shiftDay(start, 365);
    found.push(...daysOf(plan, { from: start, to }, around));
    start = shiftDay(to, 1);
  }
  return found.slice(0, count);
}

/** Whether the rhythm names the day. */
function comesOn(plan: WhenItComes, day: string, around: Circumstances): boolean {
  return NAMES[plan.rhythm.kind](plan.rhythm, day) && isWithin(plan, day, around);
}

/** Whether it lies within the plan's period, its season and its last day, whatever the rhythm names. */
export function isWithin({ rhythm, season, lastDay }: WhenItComes, day: string, { inSeason }: Circumstances): boolean {
  if (lastDay !== null && day > lastDay) return false;
  if (rhythm.within !== null && !isSeasonOn({ active: true, switched: 'dates', ...rhythm.within }, day)) return false;
  return season === null || inSeason(day);
}

const NAMES: Record<Rhythm['kind'], (rhythm: Rhythm, day: string) => boolean> = {
  once: ({ from }, day) => day === from,
  weeks: ({ from, every, weekdays }, day) =>
    weekdays.includes(weekdayOf(day)) && (daysBetween(mondayOf(from), mondayOf(day)) / 7) % every === 0,
  // What is due on the 31st is due in every month, so a shorter one has it on its last day.
  months: ({ from, every, monthDay }, day) =>
    Number(day.slice(8)) === Math.min(monthDay, lengthOfMonth(day)) && (monthsTo(day) - monthsTo(from)) % every === 0,
};

function whereItFalls(plan: WhenItComes, named: string, around: Circumstances): string {
  if (!isShutFor(plan, named, around)) return named;
  let day = named;
  while (around.shut(day) !== null) day = shiftDay(day, 1);
  return day;
}

/**
 * Whether the plan makes way because the office is shut that day. A weekend that the rhythm names itself is meant: a weekday, a single day. One
 * that the day of a month falls on is not.
 */
export function isShutFor({ rhythm, onHoliday }: WhenItComes, day: string, { shut }: Circumstances): boolean {
  const why = shut(day);
  if (onHoliday === 'same-day' || why === null) return false;
  return why === 'holiday' || !MEANS_WEEKENDS[rhythm.kind](rhythm, day, shut);
}

const MEANS_WEEKENDS: Record<Rhythm['kind'], (rhythm: Rhythm, day: string, shut: Circumstances['shut']) => boolean> = {
  once: ({ from }, _day, shut) => shut(from) === 'weekend',
  weeks: ({ weekdays }, day) => weekdays.includes(weekdayOf(day)),
  months: () => false,
};

/** What was named while the office was shut may fall on the day it opens again. */
function beforeTheShut(from: string, { shut }: Circumstances): string {
  let day = from;
  while (shut(shiftDay(day, -1)) !== null) day = shiftDay(day, -1);
  return day;
}

const later = (one: string, other: string) => (one > other ? one : other);
const mondayOf = (day: string) => shiftDay(day, 1 - weekdayOf(day));
const monthsTo = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
const lengthOfMonth = (day: string) =>
  new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0)).getUTCDate();
