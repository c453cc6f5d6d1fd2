import { expect, test } from 'vitest';
import { oneRow, rows, run, sql } from './db/database.ts';
import { remembered, rememberedByStamp, rememberedFor } from './remembered.ts';
import { act, emptyHouse } from '../testing/empty-house.ts';

const house = await emptyHouse();
const other = await emptyHouse();
for (const { db } of [house, other]) await rows(db, sql`create table counted (n integer not null)`);
await rows(house.db, sql`insert into counted values (1)`);
await rows(other.db, sql`insert into counted values (100)`);

let reads = 0;
const counted = remembered(async (db) => {
  reads += 1;
  return (await oneRow<{ n: number }>(db, sql`select n from counted`)).n;
});

test('reads once, also from inside a transaction, and keeps databases apart', async () => {
  expect([await counted.get(house.db), await counted.get(house.db)]).toEqual([1, 1]);
  expect(await act(house, (tx) => counted.get(tx.db))).toBe(1);
  expect(reads).toBe(1);
  expect(await counted.get(other.db)).toBe(100);
});

test('a writer forgets when its change is committed, and not when it is undone', async () => {
  const write = (n: number, undo: boolean) =>
    act(house, async (tx) => {
      await run(tx.db, sql`update counted set n = ${n}`);
      counted.forgetAfter(tx);
      if (undo) throw new Error('undo');
    });
  await expect(write(2, true)).rejects.toThrow('undo');
  expect(await counted.get(house.db)).toBe(1);
  await write(3, false);
  expect(await counted.get(house.db)).toBe(3);
});

test('a change made elsewhere is seen after two seconds', async () => {
  await rows(house.db, sql`update counted set n = 4`);
  expect(await counted.get(house.db)).toBe(3);
  await new Promise((resolve) => setTimeout(resolve, 2_100));
  expect(await counted.get(house.db)).toBe(4);
});

test('a costly figure is counted once however many ask, is kept, and is counted anew for another day', async () => {
  let counts = 0;
  const figure = rememberedFor(60, async (_db, day) => {
    counts += 1;
    await new Promise((resolve) => setTimeout(resolve, 20));
    if (day === 'broken') throw new Error('broken');
    return `${day}: ${counts}`;
  });
  expect(await Promise.all([figure(house.db, 'monday'), figure(house.db, 'monday')])).toEqual([
    'monday: 1',
    'monday: 1',
  ]);
  expect(await figure(house.db, 'monday')).toBe('monday: 1');
  expect(await figure(house.db, 'tuesday')).toBe('tuesday: 2');
  await expect(figure(house.db, 'broken')).rejects.toThrow('broken');
  expect(await figure(house.db, 'monday')).toBe('monday: 4');
});

test('while a costly figure is counted anew, everybody gets the one before', async () => {
  let counts = 0;
  const figure = rememberedFor(0, async () => {
    counts += 1;
    await new Promise((resolve) => setTimeout(resolve, 20));
    return counts;
  });
  expect(await figure(house.db, 'day')).toBe(1);
  expect([await figure(house.db, 'day'), await figure(house.db, 'day')]).toEqual([1, 1]);
  expect(counts).toBe(2);
  await expect.poll(() => figure(house.db, 'day')).toBeGreaterThan(1);
});

test('a read that fails is not remembered', async () => {
  let broken = true;
  const value = remembered(async () => {
    if (broken) throw new Error('broken');
    return 'whole';
  });
  await expect(value.get(house.db)).rejects.toThrow('broken');
  broken = false;
  expect(await value.get(house.db)).toBe('whole');
});

test('what takes long to build is built again only when its stamp has changed', async () => {
  let built = 0;
  const stamped = rememberedByStamp({
    stamp: async (db) => (await oneRow<{ n: number }>(db, sql`select n from counted`)).n,
    load: async () => `build ${(built += 1)}`,
  });
  const forget = () => act(house, async (tx) => stamped.forgetAfter(tx));
  expect(await stamped.get(house.db)).toBe('build 1');
  await forget();
  expect(await stamped.get(house.db)).toBe('build 1');
  await rows(house.db, sql`update counted set n = 5`);
  await forget();
  expect(await stamped.get(house.db)).toBe('build 2');
  expect(await stamped.get(other.db)).toBe('build 3');
});
