/**
 * Keeps what every request reads and hardly anybody changes (topics, directorates, the calendar) in this process for two seconds.
 * A change made elsewhere is therefore seen two seconds later at most; one made here at once, because its writer forgets.
 * Never for rights or sessions: those change with the next call.
 */
import type { Db } from './db/database.ts';
import type { Tx } from './db/transaction.ts';

export interface Remembered<T> {
  get(db: Db): Promise<T>;
  /** Forgets when the change has been committed; earlier, another request would put the old state back. */
  forgetAfter(tx: Tx): void;
}

const SECONDS = 2;

interface Kept<T> {
  value: T;
  until: number;
}

/**
 * Values are shared, never reads under way: a read that waits for another transaction's connection would fail with that
 * transaction, and two that wait for each other would wait for ever. Inside a transaction that changed the thing itself,
 * read the store instead: what is not committed must not be remembered.
 */
export function remembered<T>(load: (db: Db) => Promise<T>): Remembered<T> {
  const kept = new WeakMap<object, Kept<T>>();
  return {
    async get(db) {
      const home = databaseOf(db);
      const found = kept.get(home);
      // The machine's own steady clock: the house's clock jumps about in a replay.
      if (found !== undefined && performance.now() < found.until) return found.value;
      const value = await load(db);
      kept.set(home, { value, until: performance.now() + SECONDS * 1000 });
      return value;
    },
    forgetAfter(tx) {
      tx.afterCommit(() => void kept.delete(databaseOf(tx.house.db)));
    },
  };
}

/**
 * The same for what takes long to read or to build from what was read: every two seconds only its stamp is asked (a version, a count), and
 * the value stays until the stamp is another one.
 */
export function rememberedByStamp<T>(ask: {
  stamp(db: Db): Promise<string | number>;
  load(db: Db): Promise<T>;
}): Remembered<T> {
  const built = new WeakMap<object, { stamp: string | number; value: T }>();
  return remembered(async (db) => {
    const stamp = await ask.stamp(db);
    const home = databaseOf(db);
    const found = built.get(home);
    if (found?.stamp === stamp) return found.value;
    const value = await ask.load(db);
    built.set(home, { stamp, value });
    return value;
  });
}

/**
 * A figure that many people read and that costs much to count, by a key its caller names (the day it is of): counted once in the given
 * time, however many ask at once. While a new count is under way everybody gets the one before.
 * Only with the house's pool: inside a transaction, waiting for another's read could wait for ever.
 */
export function rememberedFor<T>(seconds: number, load: (db: Db, key: string) => Promise<T>) {
  const kept = new WeakMap<object, { key: string; value: Promise<T>; until: number; loading: boolean }>();
  return (db: Db, key: string): Promise<T> => {
    const home = databaseOf(db);
    const found = kept.get(home);
    if (found?.key === key && (found.loading || performance.now() < found.until)) return found.value;
    const fresh = { key, value: load(db, key), until: performance.now() + seconds * 1000, loading: true };
    const before = found?.key === key ? { ...found, loading: true } : fresh;
    kept.set(home, before);
    fresh.value.then(
      () => void kept.set(home, { ...fresh, loading: false }),
      () => void kept.delete(home),
    );
    return before.value;
  };
}

/** A transaction and the pool it came from share their adapter, and two databases never do. */
function databaseOf(db: Db): object {
  return db.getExecutor().adapter;
}
