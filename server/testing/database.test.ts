import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from './database.ts';

const one = await testDatabase();
const other = await testDatabase();
const client = new Client({ connectionString: one.url });
beforeAll(() => client.connect());
afterAll(() => client.end());

test('is migrated', async () => {
  const { rows } = await client.query(`select to_regclass('schema_migrations') is not null as there`);
  expect(rows).toEqual([{ there: true }]);
});

test('is its own: what one test file writes, another does not see', async () => {
  await client.query('create table only_here ()');
  const second = new Client({ connectionString: other.url });
  await second.connect();
  const { rows } = await second.query(`select to_regclass('only_here') is null as absent`);
  await second.end();
  expect(rows).toEqual([{ absent: true }]);
});

test('sorts Turkish words as a Turkish dictionary does', async () => {
  const { rows } = await client.query(
    `select word from unnest(array['incir', 'ıhlamur', 'çınar', 'cami', 'şeker', 'su']) as word order by word collate "tr-x-icu"`,
  );
  expect(rows.map(({ word }) => word)).toEqual(['cami', 'çınar', 'ıhlamur', 'incir', 'su', 'şeker']);
});

test('knows Turkish letters as letters', async () => {
  const { rows } =
    await client.query(`select 'ağaç' ~ '^[[:alpha:]]+$' as letters, pg_encoding_to_char(encoding) as encoding
    from pg_database where datname = current_database()`);
  expect(rows).toEqual([{ letters: true, encoding: 'UTF8' }]);
});
