/**
 * A Hemşehri to be killed: the program as `npm start` runs it, with its own embedded database. Starts again like a service manager would,
 * and can kill the program or the database server under it with SIGKILL, which leaves neither of them a word.
 */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { addressOf } from '../../kernel/postgres/cluster.ts';
import { homesOf } from '../../kernel/postgres/home.ts';
import { findPostmaster } from '../../kernel/postgres/postmaster.ts';
import { discardEmbeddedPostgres } from '../../kernel/postgres/supervisor.ts';
import type { AppProcess, Environment } from '../app-process.ts';
import { isReady, startProcess } from '../app-process.ts';

export interface Victim {
  address: string;
  start(): void;
  /** Resolves to the milliseconds it took. @throws with the program's last words when it does not get so far. */
  untilReady(): Promise<number>;
  killApp(): Promise<void>;
  /** False when no server was running. */
  killDatabase(): boolean;
  /** Ends the program as an operator does. */
  stop(): Promise<void>;
  /** How often the program ended although nobody killed it. */
  endedByItself(): number;
  databaseUrl(): Promise<string>;
  discard(): Promise<void>;
}

const PATIENCE_MS = 120_000;

export async function makeVictim(port: number, environment: Environment): Promise<Victim> {
  const dataDir = await mkdtemp(join(tmpdir(), 'hemsehri-drill-'));
  await chmod(dataDir, 0o755); // under root the server runs as another user, who must get in
  const address = `http://127.0.0.1:${port}`;
  let app: AppProcess | undefined;
  let wanted = false;
  let endedByItself = 0;
  const postmaster = () =>
    homesOf(dataDir)
      .map((home) => ({ home, server: findPostmaster(home) }))
      .find(({ server }) => server !== undefined);
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    wanted = false;
    await app?.end(signal);
  };
  return {
    address,
    start() {
      wanted = true;
      app = startProcess({ ...environment, PORT: String(port), HEMSEHRI_DATA_DIR: dataDir, HEMSEHRI_LOG: 'error' });
      void app.ended.then(() => void (endedByItself += wanted ? 1 : 0));
    },
    async untilReady() {
      const from = performance.now();
      while (!(await isReady(address))) {
        if (!isRunning(app) || performance.now() - from > PATIENCE_MS) throw new Error(lastWords(app));
        await sleep(20);
      }
      return performance.now() - from;
    },
    killApp: () => end('SIGKILL'),
    killDatabase() {
      const pid = postmaster()?.server?.pid;
      if (pid !== undefined) process.kill(pid, 'SIGKILL');
      return pid !== undefined;
    },
    stop: () => end('SIGTERM'),
    endedByItself: () => endedByItself,
    async databaseUrl() {
      const found = postmaster();
      if (!found) throw new Error('the database server is not running');
      return addressOf(found.home, found.server!.port);
    },
    async discard() {
      await end('SIGKILL');
      await discardEmbeddedPostgres({ dataDir });
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

function isRunning(app: AppProcess | undefined): boolean {
  return app !== undefined && app.child.exitCode === null && app.child.signalCode === null;
}

function lastWords(app: AppProcess | undefined): string {
  return `The program did not become ready. Its last words:\n${app?.output().slice(-4000)}`;
}
