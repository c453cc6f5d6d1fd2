/**
 * The database server of one test run: the one DATABASE_URL names, else an embedded one in a temporary folder.
 * On a server that others use too, it touches only databases whose name starts with this run's name.
 */
import { chmod, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { migrate } from '../kernel/db/migrate.ts';
import { discardEmbeddedPostgres, startEmbeddedPostgres } from '../kernel/postgres/supervisor.ts';

export interface TestServer {
  /** A database on the server, to send CREATE DATABASE through. */
  url: string;
  /** Name of the migrated database the test databases are copied from. */
  template: string;
  close(): Promise<void>;
}

const folderPrefix = 'hemsehri-test-';

export async function openTestServer(run: string): Promise<TestServer> {
  const server = process.env.DATABASE_URL
    ? { url: process.env.DATABASE_URL, stop: async () => {} }
    : await startTemporaryServer();
  const template = `${run}_template`;
  await onServer(server.url, (client) =>
    client.query(`create database ${template} template template0 encoding 'UTF8'`),
  );
  await migrate(databaseOn(server.url, template));
  const close = async (): Promise<void> => {
    await dropDatabasesOf(server.url, run);
    await server.stop();
  };
  return { url: server.url, template, close };
}

/** The same server, another database. */
export function databaseOn(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.href;
}

/** Opens one connection for one piece of work. */
export async function onServer<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function startTemporaryServer(): Promise<{ url: string; stop(): Promise<void> }> {
  await sweepAbandonedServers();
  const dataDir = await mkdtemp(join(tmpdir(), folderPrefix));
  await chmod(dataDir, 0o755); // under root the server runs as another user, who must get in
  // Nothing here outlives the run, so no commit has to reach the disk.
  const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', shared_buffers: '128MB' };
  const server = await startEmbeddedPostgres({ dataDir, log: () => {}, settings });
  const stop = async (): Promise<void> => {
    await server.stop();
    await discardEmbeddedPostgres({ dataDir });
    await rm(dataDir, { recursive: true, force: true });
  };
  return { url: server.url, stop };
}

/** A run that was killed could not stop its server; the next run does it. A folder just made may be about to be locked. */
async function sweepAbandonedServers(): Promise<void> {
  const names = await readdir(tmpdir());
  for (const name of names.filter((candidate) => candidate.startsWith(folderPrefix))) {
    const dataDir = join(tmpdir(), name);
    const madeAt = await stat(dataDir).then(
      ({ mtimeMs }) => mtimeMs,
      () => Infinity,
    );
    if (madeAt > Date.now() - 60_000) continue;
    const gone = await discardEmbeddedPostgres({ dataDir }).catch(() => false);
    if (gone) await rm(dataDir, { recursive: true, force: true }).catch(() => {});
  }
}

async function dropDatabasesOf(url: string, run: string): Promise<void> {
  await onServer(url, async (client) => {
    const found = await client.query<{ datname: string }>(
      'select datname from pg_database where starts_with(datname, $1)',
      [run],
    );
    for (const { datname } of found.rows) await client.query(`drop database if exists ${datname} with (force)`);
  });
}
