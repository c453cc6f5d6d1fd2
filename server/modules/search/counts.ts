/** Counts for the head of the list. Many desks ask for the same ones again and again, so an answer holds for some seconds. */
import type { Static } from 'typebox';
import type { FilterQuery, WorkListCounts } from '../../../contract/finding.ts';
import type { StaffActor } from '../../kernel/actor.ts';
import type { House } from '../../kernel/house.ts';
import { countList, openList } from './list.ts';

/** Five seconds old at most; asked for anew a little earlier, because counting takes its time too. */
const HOLDS_MS = 4_000;
const MOST_KEPT = 500;

interface Kept {
  counts: Static<typeof WorkListCounts>;
  until: number;
}

const kept = new WeakMap<object, Map<string, Kept>>();

export async function countsOfList(
  house: House,
  actor: StaffActor,
  query: FilterQuery,
): Promise<Static<typeof WorkListCounts>> {
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
