/** Counts for the head of the list. Many desks ask for the same ones again and again, so an answer holds for some seconds. */
import type { FilterQuery, WorkListCounts } from '../../../contract/finding.ts';
import type { StaffActor } from '../../kernel/actor.ts';
import type { Db } from '../../kernel/db/database.ts';
import type { House } from '../../kernel/house.ts';
import type { DueCounts, Wanted } from './entry-store.ts';
import { countDue, countMatches, countsOfFew } from './entry-store.ts';
import { facetTerm, openTerm } from './facets.ts';
import { MOST_COUNTED } from './find.ts';
import { nextMidnights, quoted } from './list-filter.ts';
import type { OpenList } from './list.ts';
import { openList } from './list.ts';
import { knownAsMany, noteAsMany } from './many.ts';
import { newestFirst } from './stretches.ts';

/** Five seconds old at most; asked for anew a little earlier, because counting takes its time too. */
const HOLDS_MS = 4_000;
const MOST_KEPT = 500;

interface Kept {
  counts: WorkListCounts;
  until: number;
}

const kept = new WeakMap<object, Map<string, Kept>>();

export async function countsOfList(house: House, actor: StaffActor, query: FilterQuery): Promise<WorkListCounts> {
  const list = await openList(house.db, actor, { query, now: house.clock.now() });
  // Whoever sees the same and asks the same is told the same; the rights are in the query.
  const key = JSON.stringify([list.wanted?.query ?? null, query]);
  const ours = kept.get(house.db) ?? new Map<string, Kept>();
  kept.set(house.db, ours);
  const before = ours.get(key);
  // The machine's own steady clock: the house's clock jumps about in a replay.
  if (before && performance.now() < before.until) return before.counts;
  const counts = await countList(house.db, list);
  if (ours.size >= MOST_KEPT) ours.clear();
  ours.set(key, { counts, until: performance.now() + HOLDS_MS });
  return counts;
}

/** Up to so many open ones are counted to the last; beyond, each number ends at MOST_COUNTED. */
const MOST_EXACT = 10_000;

type Numbers = Omit<WorkListCounts, 'bounded'>;

/** Of the open ones that the filter holds; and of all that it lists. */
export async function countList(db: Db, { wanted, open, filter, now }: OpenList): Promise<WorkListCounts> {
  if (wanted === null || open === null)
    return { overdue: 0, today: 0, week: 0, open: 0, waiting: 0, listed: 0, bounded: [] };
  const windows = { now, ...nextMidnights(now), most: MOST_EXACT };
  const exact = knownAsMany(db, open) ? undefined : await countsOfFew(db, open, windows);
  if (exact === undefined) noteAsMany(db, open);
  const stretches = newestFirst(now, filter.period);
  const counts = exact ?? (await countsOfMany(db, open, now));
  const listed = filter.onlyOpen ? counts.open : await countMatches(db, wanted, { stretches, most: MOST_COUNTED });
  const mayBeMore = exact ? (filter.onlyOpen ? [] : ['listed']) : [...Object.keys(counts), 'listed'];
  const numbers: Numbers = { ...counts, listed };
  return { ...numbers, bounded: mayBeMore.filter((name) => numbers[name as keyof Numbers] >= MOST_COUNTED) };
}

async function countsOfMany(db: Db, open: Wanted, now: Date): Promise<DueCounts> {
  const { endOfToday, endOfWeek } = nextMidnights(now);
  const between = (from: Date | null, before: Date | null) => countDue(db, open, { from, before, most: MOST_COUNTED });
  const waits = { ...open, query: `${open.query} & ${quoted(openTerm(facetTerm('states', 'waiting-for-citizen')))}` };
  return {
    overdue: await between(null, now),
    today: await between(now, endOfToday),
    week: await between(endOfToday, endOfWeek),
    waiting: await countMatches(db, waits, { stretches: newestFirst(now, {}), most: MOST_COUNTED }),
    open: MOST_COUNTED,
  };
}
