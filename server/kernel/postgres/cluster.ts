/**
 * The data folder: made once, with a generated password and UTF-8 everywhere, and its one database.
 * The password never leaves the 0600 file it is kept in and the address built from it.
 */
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { clusterIn, type Home } from './home.ts';
import { StartupProblem } from '../startup-problem.ts';

const run = promisify(execFile);
const name = 'hemsehri';

/** Makes the data folder if there is none. It gets its name last, so a half-made one is never opened. */
export async function makeCluster({ folder, account }: Home, bin: string): Promise<void> {
  const cluster = clusterIn(folder);
  if (existsSync(cluster)) return;
  const draft = `${cluster}.draft`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { mode: 0o700 });
  const password = randomBytes(24).toString('base64url');
  await writeSecret(join(folder, 'password'), password);
  const passwordForInit = join(draft, 'password');
  await writeSecret(passwordForInit, password);
  if (account.asChild) {
    await chown(draft, account.uid, account.gid);
    await chown(passwordForInit, account.uid, account.gid);
  }
  await initialise({ data: join(draft, 'data'), passwordFile: passwordForInit, bin, asChild: account.asChild });
  await rename(join(draft, 'data'), cluster);
  await rm(draft, { recursive: true, force: true });
}

/** The address of the home's database on the port; another database of the same server by its name. */
export async function addressOf(home: string, port: number, database = name): Promise<string> {
  const password = await readFile(join(home, 'password'), 'utf8').catch(() => {
    throw new StartupProblem(
      `The file ${join(home, 'password')} is missing: without it the database beside it cannot be opened.`,
    );
  });
  return `postgres://${name}:${password}@127.0.0.1:${port}/${database}`;
}

/** Whether the server at the address is the one on this data folder, and lets us in. */
export async function answers(address: string, cluster: string): Promise<boolean> {
  const client = new Client({ connectionString: address, connectionTimeoutMillis: 2000, query_timeout: 5000 });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ folder: string }>(`select current_setting('data_directory') as folder`);
    return rows[0]?.folder === cluster;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

/** Makes our database unless it is there. */
export async function makeDatabase(home: string, port: number): Promise<void> {
  const client = new Client({ connectionString: await addressOf(home, port, 'postgres') });
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (rowCount === 0) await client.query(`create database ${name} encoding 'UTF8' template template0`);
  } finally {
    await client.end();
  }
}

/** The port of the last start if it is free, else any free one: an address in somebody's psql history keeps working. */
export async function choosePort(home: string): Promise<number> {
  const file = join(home, 'port');
  const last = Number(await readFile(file, 'utf8').catch(() => '0'));
  const port = (last > 0 && (await tryPort(last))) || (await tryPort(0));
  if (port === undefined) throw new StartupProblem('No free port was found on 127.0.0.1 for the database.');
  if (port !== last) await writeFile(file, String(port));
  return port;
}

function tryPort(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(undefined));
    probe.listen(port, '127.0.0.1', () => {
      const found = (probe.address() as AddressInfo).port;
      probe.close(() => resolve(found));
    });
  });
}

interface Initialisation {
  data: string;
  passwordFile: string;
  bin: string;
  asChild: Home['account']['asChild'];
}

async function initialise({ data, passwordFile, bin, asChild }: Initialisation): Promise<void> {
  // C.UTF-8: code-point order that no system update changes under an index, with Unicode letters known as letters.
  // Turkish order is asked for where it is wanted, by COLLATE "tr-x-icu".
  const options = [
    '--encoding=UTF8',
    '--locale=C.UTF-8',
    `--username=${name}`,
    '--auth=scram-sha-256',
    '--data-checksums',
  ];
  try {
    await run(join(bin, 'initdb'), ['--pgdata', data, '--pwfile', passwordFile, ...options], {
      ...asChild,
      cwd: '/',
      env: { PATH: process.env.PATH ?? '', LC_ALL: 'C.UTF-8', TZ: 'UTC' },
    });
  } catch (error) {
    const said = (error as { stderr?: string }).stderr?.trim() ?? String(error);
    throw new StartupProblem(`The database could not be made in ${data}:\n${said}`);
  }
}

async function writeSecret(path: string, text: string): Promise<void> {
  await rm(path, { force: true });
  await writeFile(path, text, { mode: 0o600, flag: 'wx' });
}
