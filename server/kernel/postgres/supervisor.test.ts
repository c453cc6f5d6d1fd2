import { spawn, type ChildProcess } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { afterEach, expect, test } from 'vitest';
import { clusterIn, homesOf } from './home.ts';
import { findPostmaster } from './postmaster.ts';
import { isAlive } from './processes.ts';
import { discardEmbeddedPostgres, findRunningPostgres, startEmbeddedPostgres } from './supervisor.ts';

// Real servers, each on a data folder of its own: the promises here are about processes that die.
const asRoot = process.getuid?.() === 0;
const started: ChildProcess[] = [];
const folders: string[] = [];

afterEach(async () => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
  await sleep(50);
  for (const dataDir of folders.splice(0)) {
    await discardEmbeddedPostgres({ dataDir });
    await rm(dataDir, { recursive: true, force: true });
  }
});

test('starts on an empty folder, keeps what is written, and is gone after SIGTERM', { timeout: 120_000 }, async () => {
  const dataDir = await newFolder();
  const first = await startProcess(dataDir);
  await sql(first.url!, 'create table kept as select 41 + 1 as answer');
  const server = postmasterOf(dataDir)!;
  expect(await end(first.child, 'SIGTERM')).toBe(0);
  expect(isAlive(server.pid)).toBe(false);

  const second = await startProcess(dataDir);
  expect(second.adopted).toBe(false);
  expect(await sql(second.url!, 'select answer from kept')).toEqual([{ answer: 42 }]);
  expect(second.url).toBe(first.url);
});

test('takes over the server of a parent that was killed', { timeout: 120_000 }, async () => {
  const dataDir = await newFolder();
  const first = await startProcess(dataDir);
  await sql(first.url!, 'create table kept as select 1 as one');
  await end(first.child, 'SIGKILL');
  const orphan = postmasterOf(dataDir)!;
  expect(isAlive(orphan.pid)).toBe(true);

  const second = await startProcess(dataDir);
  expect(second).toMatchObject({ adopted: true, url: first.url });
  expect(await sql(second.url!, 'select one from kept')).toEqual([{ one: 1 }]);
  expect(await end(second.child, 'SIGINT')).toBe(0);
  expect(isAlive(orphan.pid)).toBe(false);
});

test('refuses a second process on the folder with a sentence that says what to do', { timeout: 120_000 }, async () => {
  const dataDir = await newFolder();
  const first = await startProcess(dataDir);
  const second = await startProcess(dataDir);
  expect(second.refused).toContain(`process ${first.child.pid}`);
  expect(second.refused).toContain('DATABASE_URL');
  expect(await findRunningPostgres({ dataDir })).toBe(first.url);
  expect(await discardEmbeddedPostgres({ dataDir })).toBe(false);
  expect(await sql(first.url!, 'select 1 as alive')).toEqual([{ alive: 1 }]);
});

test('starts a killed server again at the same address, with everything committed', { timeout: 120_000 }, async () => {
  const dataDir = await newFolder();
  const { url } = await startProcess(dataDir);
  await sql(url!, 'create table kept as select 7 as seven');
  const before = postmasterOf(dataDir)!;
  process.kill(before.pid, 'SIGKILL');
  await expect
    .poll(() => sql(url!, 'select seven from kept').catch(() => []), { timeout: 30_000 })
    .toEqual([{ seven: 7 }]);
  expect(postmasterOf(dataDir)!.pid).not.toBe(before.pid);
});

test(
  'replaces the pid file of a dead server, even when its number is another process now',
  { timeout: 60_000 },
  async () => {
    const dataDir = await newFolder();
    const first = await startProcess(dataDir);
    const cluster = clusterIn(homesOf(dataDir)[0]);
    const pidFile = await readFile(join(cluster, 'postmaster.pid'), 'utf8');
    await end(first.child, 'SIGTERM');
    const bystander = spawn('sleep', ['60']);
    started.push(bystander);
    await writeFile(join(cluster, 'postmaster.pid'), pidFile.replace(/^\d+/, String(bystander.pid)));

    const second = await startProcess(dataDir);
    expect(second.adopted).toBe(false);
    expect(await sql(second.url!, 'select 1 as alive')).toEqual([{ alive: 1 }]);
    expect(isAlive(bystander.pid!)).toBe(true);
  },
);

test('replaces a server that was left hanging', { timeout: 120_000 }, async () => {
  const dataDir = await newFolder();
  const first = await startProcess(dataDir);
  await end(first.child, 'SIGKILL');
  const orphan = postmasterOf(dataDir)!;
  process.kill(orphan.pid, 'SIGSTOP');
  const second = await startProcess(dataDir);
  expect(second.adopted).toBe(false);
  expect(isAlive(orphan.pid)).toBe(false);
  expect(await sql(second.url!, 'select 1 as alive')).toEqual([{ alive: 1 }]);
});

test('lets in only who knows the password', { timeout: 120_000 }, async () => {
  const dataDir = await newFolder();
  const { url } = await startProcess(dataDir);
  const wrong = new URL(url!);
  wrong.password = 'wrong';
  await expect(sql(wrong.href, 'select 1')).rejects.toThrow(/password authentication failed/);
  const [home] = homesOf(dataDir);
  expect((await stat(join(home, 'password'))).mode & 0o777).toBe(0o600);
  expect((await stat(clusterIn(home))).mode & 0o077).toBe(0);
});

test(
  'says so when the password file was lost, and when nobody here can read the data version',
  { timeout: 60_000 },
  async () => {
    const dataDir = await newFolder();
    const server = await startEmbeddedPostgres({ dataDir, log: () => {} });
    await server.stop();
    const [home] = homesOf(dataDir);
    const password = await readFile(join(home, 'password'), 'utf8');
    await rm(join(home, 'password'));
    await expect(startEmbeddedPostgres({ dataDir, log: () => {} })).rejects.toThrow(/password is missing/);

    await writeFile(join(home, 'password'), password, { mode: 0o600 });
    await writeFile(join(clusterIn(home), 'PG_VERSION'), '99\n');
    await expect(startEmbeddedPostgres({ dataDir, log: () => {} })).rejects.toThrow(/written by PostgreSQL 99/);
  },
);

test.runIf(asRoot)(
  'under root, goes where its account can enter when the data folder is private',
  { timeout: 60_000 },
  async () => {
    const dataDir = await newFolder();
    await chmod(dataDir, 0o700);
    const first = await startProcess(dataDir);
    const [inside, outside] = homesOf(dataDir);
    expect(findPostmaster(inside)).toBeUndefined();
    expect(findPostmaster(outside)).toBeDefined();
    expect((await stat(clusterIn(outside))).uid).not.toBe(0);
    await sql(first.url!, 'create table kept as select 3 as three');
    await end(first.child, 'SIGTERM');

    await chmod(dataDir, 0o755);
    const second = await startProcess(dataDir);
    expect(await sql(second.url!, 'select three from kept')).toEqual([{ three: 3 }]);
  },
);

interface Started {
  child: ChildProcess;
  url?: string;
  adopted?: boolean;
  refused?: string;
}

async function newFolder(): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), 'hemsehri-supervisor-'));
  await chmod(dataDir, 0o755);
  folders.push(dataDir);
  return dataDir;
}

/** Starts the process and reads its lines until it says how the start went. */
async function startProcess(dataDir: string): Promise<Started> {
  const program = fileURLToPath(new URL('testing-process.ts', import.meta.url));
  const child = spawn(process.execPath, [program, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
  started.push(child);
  for await (const line of createInterface({ input: child.stdout })) {
    const said = JSON.parse(line) as { log?: string };
    if (!said.log) return { child, ...said };
  }
  throw new Error('The process ended without a word.');
}

function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  return new Promise((resolve) => {
    child.once('exit', resolve);
    child.kill(signal);
  });
}

function postmasterOf(dataDir: string) {
  return homesOf(dataDir)
    .map((home) => findPostmaster(home))
    .find((found) => found !== undefined);
}

async function sql(url: string, text: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  client.on('error', () => {});
  try {
    await client.connect();
    return (await client.query(text)).rows;
  } finally {
    await client.end().catch(() => {});
  }
}
