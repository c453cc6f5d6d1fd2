import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { Client } from 'pg';
import { afterEach, expect, test } from 'vitest';
import { testDatabase } from '../../testing/database.ts';
import { databaseOn, onServer } from '../../testing/test-server.ts';
import { migrate } from './migrate.ts';

const files = readdirSync(new URL('../../migrations/', import.meta.url))
  .filter((name) => name.endsWith('.sql'))
  .sort();
const { url: home } = await testDatabase();
const made: string[] = [];
afterEach(async () => {
  for (const name of made.splice(0))
    await onServer(home, (client) => client.query(`drop database ${name} with (force)`));
});

/** A database in which nothing is yet. Its name begins like the run's, so that a killed run's is found and dropped as well. */
async function emptyDatabase(): Promise<string> {
  const name = `${new URL(home).pathname.slice(1)}_empty`;
  await onServer(home, (client) => client.query(`create database ${name} template template0 encoding 'UTF8'`));
  made.push(name);
  return databaseOn(home, name);
}

const ask = <Row extends object>(url: string, text: string) =>
  onServer(url, async (client) => (await client.query<Row>(text)).rows);
const applied = async (url: string) =>
  (await ask<{ name: string }>(url, 'select name from schema_migrations order by name')).map(({ name }) => name);

test('applies every file once, in order, and then nothing', async () => {
  const url = await emptyDatabase();
  expect(await migrate(url)).toEqual(files);
  expect(await migrate(url)).toEqual([]);
  expect(await applied(url)).toEqual(files);
});

test('processes that start at once take turns', async () => {
  const url = await emptyDatabase();
  const results = await Promise.all([migrate(url), migrate(url), migrate(url)]);
  expect(results.map((names) => names.length).sort()).toEqual([0, 0, files.length]);
});

test(
  'killed in the middle of a file, it leaves nothing of that file and goes on there',
  { timeout: 60_000 },
  async () => {
    const url = await emptyDatabase();
    const victim = files[2]!;
    const gate = new Client({ connectionString: url });
    await gate.connect();
    await gate.query('select pg_advisory_lock(42)');
    await holdBefore(gate, victim);

    const child = spawn(process.execPath, ['--input-type=module', '-e', migrateHere(url)], { stdio: 'ignore' });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    const waiting = `select 1 from pg_locks where locktype = 'advisory' and objid = 42 and not granted`;
    await expect.poll(() => ask(url, waiting), { timeout: 30_000 }).toHaveLength(1);
    child.kill('SIGKILL');
    await ended;
    expect(await applied(url)).toEqual(files.slice(0, 2));
    await gate.end();

    expect(await migrate(url)).toEqual(files.slice(2));
    expect(await schemaOf(url)).toEqual(await schemaOf(home));
  },
);

test('a file that cannot be applied is named, and nothing of it stays', async () => {
  const url = await emptyDatabase();
  await ask(url, 'create table audit_entries ()');
  await expect(migrate(url)).rejects.toThrow(
    `Migration ${files[0]} failed and was undone: relation "audit_entries" already exists`,
  );
  expect(await applied(url)).toEqual([]);
  expect(await ask(url, `select 1 from pg_tables where tablename = 'facts'`)).toEqual([]);
  await ask(url, 'drop table audit_entries');
  expect(await migrate(url)).toEqual(files);
});

test('a file that changed after it was applied stops the start', async () => {
  const url = await emptyDatabase();
  await migrate(url);
  await ask(url, `update schema_migrations set checksum = 'another' where name = '${files[1]}'`);
  await expect(migrate(url)).rejects.toThrow(`Migration ${files[1]} was changed after it was applied here`);
});

/** Whoever enters this file's name waits at the gate: the file's own statements are done, its transaction is not. */
async function holdBefore(gate: Client, name: string): Promise<void> {
  await gate.query(`
    create table schema_migrations (name text primary key, checksum text not null, applied_at timestamptz not null default now());
    create function hold() returns trigger language plpgsql as $$ begin perform pg_advisory_xact_lock(42); return new; end $$;
    create trigger hold before insert on schema_migrations for each row when (new.name = '${name}') execute function hold();`);
}

function migrateHere(url: string): string {
  const module = new URL('./migrate.ts', import.meta.url).href;
  return `const { migrate } = await import(${JSON.stringify(module)}); await migrate(${JSON.stringify(url)});`;
}

/** Every column of ours with its type, as one text per table. */
function schemaOf(url: string): Promise<object[]> {
  return ask(
    url,
    `select table_name, string_agg(column_name || ' ' || data_type, ', ' order by ordinal_position) as columns
     from information_schema.columns where table_schema = 'public' group by table_name order by table_name`,
  );
}

test('a database that a newer program has made is left as it is', async () => {
  const url = await emptyDatabase();
  await migrate(url);
  await onServer(url, (client) =>
    client.query(`insert into schema_migrations (name, checksum) values ('9999-from-tomorrow.sql', 'x')`),
  );
  await expect(migrate(url)).rejects.toThrow(/has the migration 9999-from-tomorrow.sql.*a newer Hemşehri made it/);
});
