import { join } from 'node:path';
import type { Clock } from './kernel/clock.ts';
import { systemClock } from './kernel/clock.ts';
import type { Config } from './kernel/config.ts';
import { openDatabase } from './kernel/db/database.ts';
import { makeFileStore } from './kernel/files.ts';
import type { House } from './kernel/house.ts';
import { makeWake } from './kernel/house.ts';
import { makeLog } from './kernel/log.ts';
import { makeMetrics } from './kernel/metrics.ts';
import { makeSecrets } from './kernel/secrets.ts';
import { heldActs } from './held-acts.ts';
import { liveNews } from './live-news.ts';
import { reactions } from './reactions.ts';
import { works } from './works.ts';

export interface OpenHouse {
  house: House;
  close(): Promise<void>;
}

/** Puts one process's house together: config, database, clock, log, files, and who reacts to what. */
export function openHouse(config: Config, databaseUrl: string, clock: Clock = systemClock): OpenHouse {
  const { db, close } = openDatabase(databaseUrl, config.databaseConnections);
  const house: House = {
    config,
    db,
    clock,
    log: makeLog(config.logLevel),
    metrics: makeMetrics(),
    files: makeFileStore(join(config.dataDir, 'files')),
    secrets: makeSecrets(config.secret),
    reactions,
    heldActs,
    works,
    liveNews,
    wake: makeWake(),
  };
  return { house, close };
}
