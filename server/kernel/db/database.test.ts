import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { act, emptyHouse } from '../../testing/empty-house.ts';
import { isDatabaseAway, oneRow, rows, run, sql } from './database.ts';

const house = await emptyHouse();
const { db } = house;

test('a connection that dies in the middle of a work undoes the work and nothing else', async () => {
  await run(db, sql`create table things (id integer)`);
  const broken = act(house, async (tx) => {
    await run(tx.db, sql`insert into things values (1)`);
    const { pid } = await oneRow<{ pid: number }>(tx.db, sql`select pg_backend_pid() as pid`);
    await rows(db, sql`select pg_terminate_backend(${pid})`);
    // Between two statements nobody asks the connection anything, and it tells of its end by itself.
    await sleep(100);
    await run(tx.db, sql`insert into things values (2)`);
  });
  const error: unknown = await broken.catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(Error);
  expect(await rows(db, sql`select id from things`)).toEqual([]);
});

test('counts and sums come as numbers, and a day as the text it is', async () => {
  const row = await oneRow(db, sql`select count(*) as count, 12.5::numeric as money, date '2026-03-29' as day`);
  expect(row).toEqual({ count: 1, money: 12.5, day: '2026-03-29' });
});

test('no connection has its statements compiled', async () => {
  expect(await rows(db, sql`show jit`)).toEqual([{ jit: 'off' }]);
});

test('a statement that always gives a row and gave none is a fault', async () => {
  await expect(oneRow(db, sql`select 1 where false`)).rejects.toThrow('always gives a row');
});

test('tells how many rows were touched', async () => {
  await run(db, sql`create table counted as select generate_series(1, 5) as n`);
  expect(await run(db, sql`delete from counted where n > 3`)).toBe(2);
  expect(await run(db, sql`select n from counted where n > 3`)).toBe(0);
});

test.each([
  [Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }), true],
  [Object.assign(new Error('terminating connection'), { code: '57P01' }), true],
  [Object.assign(new Error('starting up'), { code: '57P03' }), true],
  [Object.assign(new Error('too many'), { code: '53300' }), true],
  [new Error('Connection terminated unexpectedly'), true],
  [new Error('timeout exceeded when trying to connect'), true],
  [Object.assign(new Error('duplicate key'), { code: '23505' }), false],
  [new Error('anything else'), false],
  [undefined, false],
])('%s: is the database away? %s', (error, away) => {
  expect(isDatabaseAway(error)).toBe(away);
});
