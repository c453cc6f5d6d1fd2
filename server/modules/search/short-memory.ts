/** What was found out a moment ago, and need not be found out again. Bounded; of each database by itself. */
import type { Db } from '../../kernel/db/database.ts';

const MOST_KEPT = 1_000;

interface Kept<T> {
  value: T;
  until: number;
}

export interface ShortMemory<T> {
  get(db: Db, key: string): T | undefined;
  keep(db: Db, key: string, value: T): void;
}

export function shortMemory<T>(holdsMs: number): ShortMemory<T> {
  const kept = new WeakMap<Db, Map<string, Kept<T>>>();
  return {
    get(db, key) {
      const found = kept.get(db)?.get(key);
      // The machine's own steady clock: the house's clock jumps about in a replay.
      return found !== undefined && performance.now() < found.until ? found.value : undefined;
    },
    keep(db, key, value) {
      const ours = kept.get(db) ?? new Map<string, Kept<T>>();
      kept.set(db, ours);
      if (ours.size >= MOST_KEPT) ours.clear();
      ours.set(key, { value, until: performance.now() + holdsMs });
    },
  };
}
