import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import type { Db } from './db/database.ts';
import type { Reaction } from './facts.ts';
import type { FileStore } from './files.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';
import type { Secrets } from './secrets.ts';

/**
 * What every room of one running process shares. Made once, in server/house.ts, and handed down; it names no module,
 * so that the kernel stays at the bottom.
 */
export interface House {
  config: Config;
  db: Db;
  clock: Clock;
  log: Log;
  metrics: Metrics;
  files: FileStore;
  secrets: Secrets;
  reactions: Reaction[];
  /** Wakes loops of this process that would otherwise find new work only at their next round: 'outbox', 'live'. */
  wake: Wake;
}

export interface Wake {
  on(what: string, act: () => void): () => void;
  call(what: string): void;
}

export function makeWake(): Wake {
  const acts = new Map<string, Set<() => void>>();
  return {
    on(what, act) {
      const set = acts.get(what) ?? new Set();
      set.add(act);
      acts.set(what, set);
      return () => void set.delete(act);
    },
    call(what) {
      for (const act of acts.get(what) ?? []) act();
    },
  };
}
