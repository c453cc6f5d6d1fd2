/** What was counted a moment ago for the same list, and need not be counted again because the picture of it was moved a little. */
import type { Db } from '../../kernel/db/database.ts';
import type { Wanted } from './entry-store.ts';
import { shortMemory } from './short-memory.ts';
import type { Period } from './stretches.ts';

const counted = shortMemory<number>(10_000);

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
  const key = JSON.stringify([query, period.from ?? null, period.before ?? null]);
  const found = counted.get(db, key);
  if (found !== undefined) return found;
  const many = await count();
  counted.keep(db, key, many);
  return many;
}
