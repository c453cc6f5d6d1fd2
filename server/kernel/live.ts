/**
 * Tells this process about facts soon after they are committed, whoever made them: one reader of the table for all who watch.
 * It says what happened and to whom; who may know is the watcher's own question.
 */
import type { Db } from './db/database.ts';
import { oneRow, rows, sql } from './db/database.ts';
import type { House } from './house.ts';

export interface CommittedFact {
  id: number;
  name: string;
  subject: string;
}

type Watcher = (facts: readonly CommittedFact[]) => void;

const EVERY_MS = 1000;
/**
 * Ids are given before the commit, so a smaller one may appear after a larger. What is younger than this is read again and told only
 * once; a transaction that takes longer than this is not seen live, only in the next list.
 */
const SETTLED_AFTER_MS = 15_000;

interface Poller {
  watchers: Set<Watcher>;
  /** Everything up to here has been told or is too old to matter. */
  floor: number;
  /** Told ids above the floor, with the steady-clock moment of telling. */
  told: Map<number, number>;
  timer: ReturnType<typeof setTimeout> | null;
}

const pollers = new WeakMap<House, Poller>();

/** Calls `act` with new facts until the returned function is called. Reads nothing while nobody watches. */
export async function watchFacts(house: House, act: Watcher): Promise<() => void> {
  const poller = pollers.get(house) ?? { watchers: new Set(), floor: 0, told: new Map(), timer: null };
  pollers.set(house, poller);
  if (poller.watchers.size === 0) {
    poller.floor = await newestFact(house.db);
    poller.told.clear();
  }
  poller.watchers.add(act);
  poller.timer ??= setTimeout(() => void round(house, poller), EVERY_MS);
  return () => void poller.watchers.delete(act);
}

async function round(house: House, poller: Poller): Promise<void> {
  try {
    const fresh = (await factsAfter(house.db, poller.floor)).filter(({ id }) => !poller.told.has(id));
    settle(poller, fresh);
    if (fresh.length > 0) for (const act of [...poller.watchers]) act(fresh);
  } catch (error) {
    // The database is away: those who watch learn nothing for a while, and everything when it is back.
    house.log.warn({ err: error }, 'live facts could not be read');
  }
  poller.timer = poller.watchers.size === 0 ? null : setTimeout(() => void round(house, poller), EVERY_MS);
}

function settle(poller: Poller, fresh: readonly CommittedFact[]): void {
  const now = performance.now();
  for (const { id } of fresh) poller.told.set(id, now);
  for (const [id, at] of poller.told) {
    if (now - at < SETTLED_AFTER_MS) continue;
    poller.told.delete(id);
    poller.floor = Math.max(poller.floor, id);
  }
}

async function newestFact(db: Db): Promise<number> {
  return (await oneRow<{ id: number }>(db, sql`select coalesce(max(id), 0) as id from facts`)).id;
}

function factsAfter(db: Db, floor: number): Promise<CommittedFact[]> {
  return rows<CommittedFact>(db, sql`select id, name, subject from facts where id > ${floor} order by id limit 1000`);
}
