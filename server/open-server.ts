/** Opens what a process needs before it can do anything: checked configuration, a database server, the newest schema, the house. */
import { fileURLToPath } from 'node:url';
import type { Clock } from './kernel/clock.ts';
import type { Config } from './kernel/config.ts';
import { readConfig } from './kernel/config.ts';
import { migrate } from './kernel/db/migrate.ts';
import type { House } from './kernel/house.ts';
import { openDatabaseServer } from './kernel/postgres/database-server.ts';
import { hasCluster } from './kernel/postgres/home.ts';
import { openHouse } from './house.ts';
import { refuseOtherKind } from './seed/what-was-loaded.ts';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));

export interface Running {
  house: House;
  databaseUrl: string;
  close(): Promise<void>;
}

export interface OpenOptions {
  config?: Config;
  /** A command works beside a running `npm start`; a second start on the same folder is refused. */
  besideAnother: boolean;
  clock?: Clock;
  say?: (sentence: string) => void;
}

/** @throws ConfigError, StartupProblem: both in words for the operator. */
export async function openServer({
  config = readConfig(environment(), ROOT),
  besideAnother,
  clock,
  say,
}: OpenOptions): Promise<Running> {
  const server = await openDatabaseServer({
    databaseUrl: config.databaseUrl,
    besideAnother,
    dataDir: config.dataDir,
    log: say ?? (() => undefined),
  });
  const opened: (() => Promise<void>)[] = [server.stop];
  const close = async (): Promise<void> => {
    for (const stop of opened.splice(0).reverse()) await stop();
  };
  try {
    await migrate(server.url);
    const own = openHouse(config, server.url, clock);
    opened.push(own.close);
    await refuseOtherKind(own.house.db, config);
    return { house: own.house, databaseUrl: server.url, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Whether there is a database to ask, without starting one: a command that can do without need not make one. */
export function hasDatabase(): boolean {
  const { databaseUrl, dataDir } = readConfig(environment(), ROOT);
  return databaseUrl !== null || hasCluster(dataDir);
}

/** The one place that reads the process's environment; from here on it is a checked Config. */
function environment(): NodeJS.ProcessEnv {
  return process.env;
}
