import { expect, test } from 'vitest';
import type { Db } from '../../kernel/db/database.ts';
import { sql } from '../../kernel/db/database.ts';
import { countedLately } from './counted-lately.ts';
import type { Wanted } from './entry-store.ts';

const wanted = (query: string, conditions: Wanted['conditions'] = []): Wanted => ({ query, conditions });

function counter() {
  const db = {} as Db;
  const counted: string[] = [];
  const ask = (list: Wanted, period = {}) =>
    countedLately(db, { wanted: list, period }, async () => counted.push(list.query));
  return { ask, counted };
}

test('the same list is counted once, however often its picture is moved', async () => {
  const { ask, counted } = counter();
  expect(await ask(wanted(`'o' & 'p0'`))).toBe(1);
  expect(await ask(wanted(`'o' & 'p0'`))).toBe(1);
  expect(counted).toHaveLength(1);
});

test('another reader, another filter and another period are other lists', async () => {
  const { ask, counted } = counter();
  await ask(wanted(`'o' & 'p0'`));
  await ask(wanted(`'oFEN' & 'p0'`));
  await ask(wanted(`'o' & 'p0' & 't:YOL-01'`));
  await ask(wanted(`'o' & 'p0'`), { from: new Date('2026-01-01') });
  expect(counted).toHaveLength(4);
});

test('what moves with the clock is counted each time', async () => {
  const { ask, counted } = counter();
  const overdue = wanted(`'o'`, [sql<boolean>`true`]);
  await ask(overdue);
  await ask(overdue);
  expect(counted).toHaveLength(2);
});

test('what was counted in one house says nothing of another', async () => {
  const [one, other] = [counter(), counter()];
  await one.ask(wanted(`'o'`));
  await other.ask(wanted(`'o'`));
  expect(other.counted).toHaveLength(1);
});
