/** What was counted a moment ago for the same list, and need not be counted again because the picture of it was moved a little. */
import type { Db } from '../../kernel/db/database.ts';
import type { Wanted } from './entry-store.ts';
import type { Period } from './stretches.ts';

const HOLDS_MS = 10_000;
const MOST_KEPT = 1_000;

interface Counted {
  many: number;
  until: number;
}

const kept = new WeakMap<object, Map<string, Counted>>();

/**
 * Who may see what stands in the query itself, so that nobody is given what was counted for another, and a right that was taken counts at once.
 * A list with conditions that no term says is counted each time: they move with the clock.
 */
export async function countedLately(
  db: Db,
  { wanted: { query, conditions }, period }: { wanted: Wanted; period: Period },
  count: () => Promise<number>,
): Promise<number> {
  if (conditions.length > 0) return count();
  const ours = kept.get(db) ?? new Map<string, Counted>();
  kept.set(db, ours);
  const key = JSON.stringify([query, period.from ?? null, period.before ?? null]);
  const found = ours.get(key);
  // The machine's own steady clock: the house's clock jumps about in a replay.
  if (found !== undefined && performance.now() < found.until) return found.many;
  const many = await count();
  if (ours.size >= MOST_KEPT) ours.clear();
  ours.set(key, { many, until: performance.now() + HOLDS_MS });
  return many;
}
