/**
 * Keeps one PostgreSQL server running on a data folder for as long as this process wants it.
 * One process at a time looks after a folder; a server its killed predecessor left running is taken over, and one that dies is
 * started again on the same port. It never deletes data, and never signals a process that is not the server of this folder.
 */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findPrograms, majorOfCluster } from './binaries.ts';
import { addressOf, answers, choosePort, makeCluster, makeDatabase } from './cluster.ts';
import { lockFolder, lockHolder } from './folder-lock.ts';
import { clusterIn, homesOf, openHome, type Home } from './home.ts';
import {
  cutOffPostmaster,
  findPostmaster,
  lastWords,
  launchPostmaster,
  stopPostmaster,
  waitForAnswer,
  type Launch,
  type Postmaster,
} from './postmaster.ts';
import { isAlive } from './processes.ts';
import { buffersWithin, memoryHere } from './share-of-memory.ts';
import { StartupProblem } from '../startup-problem.ts';

export interface EmbeddedPostgres {
  /** Address of the database, with its password. */
  url: string;
  /** True when a running server was taken over. */
  adopted: boolean;
  /** Stops the server; everything committed is on the disk when it returns. */
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  dataDir: string;
  log: (sentence: string) => void;
  /** Server settings that differ from ours, as `{ fsync: 'off' }` for a server that is thrown away. */
  settings?: Record<string, string>;
}

/** Recovery after a crash of a large database may take this long. */
const patienceForStart = 180_000;
const patienceForAdoption = 5_000;
const watchInterval = 250;

const ourSettings: Record<string, string> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  password_encryption: 'scram-sha-256',
  shared_buffers: buffersWithin(memoryHere()),
  max_connections: '100',
  fsync: 'on',
  timezone: 'UTC',
  // The log must hold no personal data (KVKK 6698 m.12): no statements, no values of the rows that clashed.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
};

/**
 * Starts the server of the data folder, or takes over the one that runs on it.
 * @throws StartupProblem in words for the operator, as when another process of ours has the folder.
 */
export async function startEmbeddedPostgres({ dataDir, log, settings }: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const home = openHome(dataDir);
  const lock = await lockFolder(lockIn(home.folder));
  if ('heldBy' in lock) throw alreadyInUse(dataDir, lock.heldBy);
  const start = (port?: number) => startServer(home, { settings: { ...ourSettings, ...settings }, port, log });
  try {
    const running = await adopt(home, log);
    const server = running ?? (await start());
    await makeDatabase(home.folder, server.port);
    const watch = keepRunning(server, { restart: () => start(server.port), log });
    const stop = async (): Promise<void> => {
      await watch.stop();
      await lock.release();
    };
    return { url: await addressOf(home.folder, server.port), adopted: running !== undefined, stop };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** Address of the database that a running process of ours keeps on the data folder; undefined when none does. */
export async function findRunningPostgres({ dataDir }: { dataDir: string }): Promise<string | undefined> {
  for (const home of homesOf(dataDir)) {
    const server = (await lockHolder(lockIn(home))) && findPostmaster(home);
    if (!server) continue;
    const url = await addressOf(home, server.port);
    if (await answers(url, clusterIn(home))) return url;
  }
  return undefined;
}

/** Stops and deletes the data folder's server with its data; false when a living process looks after it. For tests and demos. */
export async function discardEmbeddedPostgres({ dataDir }: { dataDir: string }): Promise<boolean> {
  for (const home of homesOf(dataDir)) {
    if (await lockHolder(lockIn(home))) return false;
    const server = findPostmaster(home);
    if (server) await stopPostmaster(server.pid);
    await rm(home, { recursive: true, force: true });
  }
  return true;
}

async function adopt(home: Home, log: (sentence: string) => void): Promise<Postmaster | undefined> {
  const found = findPostmaster(home.folder);
  if (!found) return undefined;
  const url = await addressOf(home.folder, found.port, 'postgres');
  const ready = await waitForAnswer(found.pid, patienceForAdoption, () => answers(url, clusterIn(home.folder)));
  if (ready) {
    log(`The database server that an earlier start left running (process ${found.pid}) was taken over.`);
    return found;
  }
  log(`The database server that an earlier start left running (process ${found.pid}) does not answer; it is replaced.`);
  await cutOffPostmaster(found.pid);
  return undefined;
}

interface Start {
  settings: Record<string, string>;
  /** Given for a restart: the pool that lost its server asks at the same address. */
  port: number | undefined;
  log: (sentence: string) => void;
}

async function startServer(home: Home, { settings, port: samePort, log }: Start): Promise<Postmaster> {
  const cluster = clusterIn(home.folder);
  const programs = await findPrograms(home.folder, home.account, await majorOfCluster(cluster));
  const port = samePort ?? (await choosePort(home.folder));
  await makeCluster(home, programs.bin);
  if (!findPostmaster(home.folder)) await rm(join(cluster, 'postmaster.pid'), { force: true });
  const pid = await launchAndWait({ home, bin: programs.bin, port, settings });
  log(`PostgreSQL ${programs.major} runs on port ${port} with its data in ${cluster}.`);
  return { pid, port };
}

/** The children of a server that was killed hold its memory for a moment longer; a start in that moment is tried again. */
async function launchAndWait(launch: Launch, triesLeft = 20): Promise<number> {
  const { folder } = launch.home;
  const url = await addressOf(folder, launch.port, 'postgres');
  const pid = launchPostmaster(launch);
  if (await waitForAnswer(pid, patienceForStart, () => answers(url, clusterIn(folder)))) return pid;
  await stopPostmaster(pid);
  const reason = lastWords(folder);
  if (triesLeft === 0 || !reason.includes('pre-existing shared memory')) {
    throw new StartupProblem(`The database server did not start. Its last lines:\n${reason}`);
  }
  await sleep(250);
  return await launchAndWait(launch, triesLeft - 1);
}

interface Watch {
  restart: () => Promise<Postmaster>;
  log: (sentence: string) => void;
}

/** Looks at the server now and then, and starts it again when it is gone. Stopping it also ends the looking. */
function keepRunning(first: Postmaster, { restart, log }: Watch): { stop(): Promise<void> } {
  const over = new AbortController();
  let server = first;
  const watching = (async () => {
    for (;;) {
      await sleep(watchInterval, undefined, { signal: over.signal, ref: false }).catch(() => {});
      if (over.signal.aborted) return;
      if (isAlive(server.pid)) continue;
      log('The database server ended by itself; it is started again.');
      server = await restart().catch((error: unknown) => {
        log(error instanceof Error ? error.message : String(error));
        return server;
      });
    }
  })();
  const stop = async (): Promise<void> => {
    over.abort();
    await watching;
    await stopPostmaster(server.pid);
  };
  return { stop };
}

function lockIn(home: string): string {
  return join(home, 'lock');
}

function alreadyInUse(dataDir: string, pid: number): StartupProblem {
  return new StartupProblem(
    `Another Hemşehri (process ${pid}) already runs on ${dataDir}. Stop it, or give this one a folder of its own in ` +
      'HEMSEHRI_DATA_DIR; to run several processes on one database, name a server in DATABASE_URL.',
  );
}
