/** In which order the years and weeks of the index are read, so that the newest matches come first and reading ends when there are enough. Pure. */
import { beginOfWeek, weekOf, weekTerm } from './facets.ts';

/** A part of the index that is read by itself: one year, and in it perhaps only some weeks. */
export interface Stretch {
  year: number;
  /** Terms of which one must be there besides; empty: none need. */
  weeks: readonly string[];
  from: Date | null;
  before: Date | null;
}

export interface Period {
  from?: Date | undefined;
  before?: Date | undefined;
}

/** Nothing in a house of ours is older; what is, stands in one partition with this year. */
const FIRST_YEAR = 2000;
/** The newest weeks are read first and by themselves: a word of every third request is found there often enough. */
const WEEKS = [
  [1, 0, -1],
  [-2, -3, -4, -5, -6, -7, -8],
] as const;

export const yearOf = (instant: Date): number => instant.getUTCFullYear();

export function newestFirst(now: Date, { from, before }: Period): Stretch[] {
  const upper = before && before < now ? before : now;
  const week = weekOf(upper);
  const clipped = { from: from ?? null, before: before ?? null };
  const weeks = WEEKS.flatMap((group) => byYear(group.map((distance) => week + distance))).map(({ year, terms }) => ({
    year,
    weeks: terms,
    ...clipped,
  }));
  const oldestWeek = beginOfWeek(week + WEEKS.flat().at(-1)!);
  const years = yearsDown(yearOf(oldestWeek), from ? yearOf(from) : FIRST_YEAR).map((year) => ({
    year,
    weeks: [],
    from: clipped.from,
    before: oldestWeek,
  }));
  return [...weeks, ...years].filter((each) => !from || each.before === null || each.before > from);
}

export function oldestFirst(now: Date, { from, before }: Period): Stretch[] {
  const last = Math.max(yearOf(now) + 1, before ? yearOf(before) : 0);
  return yearsDown(before ? yearOf(before) : last, from ? yearOf(from) : FIRST_YEAR)
    .reverse()
    .map((year) => ({ year, weeks: [], from: from ?? null, before: before ?? null }));
}

/** A week at the turn of the year lies in two. */
function byYear(weeks: readonly number[]): { year: number; terms: string[] }[] {
  const years = new Map<number, string[]>();
  for (const week of weeks) {
    for (const year of new Set([yearOf(new Date(beginOfWeek(week + 1).getTime() - 1)), yearOf(beginOfWeek(week))])) {
      years.set(year, [...(years.get(year) ?? []), weekTerm(week)]);
    }
  }
  return [...years].map(([year, terms]) => ({ year, terms })).sort((one, other) => other.year - one.year);
}

function yearsDown(last: number, first: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, place) => last - place);
}
