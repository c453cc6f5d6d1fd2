/** Which queries were found to match very much a moment ago: asking the index for all of it again would only find out the same. */
import type { Db } from '../../kernel/db/database.ts';
import type { Wanted } from './entry-store.ts';

const HOLDS_MS = 60_000;
const MOST_KEPT = 1_000;

const noted = new WeakMap<object, Map<string, number>>();

/** The conditions no term says change with the clock and narrow little; the query alone is what was much. */
export function knownAsMany(db: Db, { query, conditions }: Wanted): boolean {
  // The machine's own steady clock: the house's clock jumps about in a replay.
  return conditions.length === 0 && performance.now() < (noted.get(db)?.get(query) ?? 0);
}

export function noteAsMany(db: Db, { query, conditions }: Wanted): void {
  if (conditions.length > 0) return;
  const ours = noted.get(db) ?? new Map<string, number>();
  noted.set(db, ours);
  if (ours.size >= MOST_KEPT) ours.clear();
  ours.set(query, performance.now() + HOLDS_MS);
}
