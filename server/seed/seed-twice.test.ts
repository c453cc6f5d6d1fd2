import { expect, test } from 'vitest';
import { oneRow, sql } from '../kernel/db/database.ts';
import { emptyHouse } from '../testing/empty-house.ts';
import { reactions } from '../reactions.ts';
import { seedMunicipality } from './seed-municipality.ts';
import { seedIfEmpty } from './seed.ts';

const house = await emptyHouse();
house.reactions.push(...reactions);

const counts = () =>
  oneRow<Record<'staff' | 'texts' | 'requests', number>>(
    house.db,
    sql`select (select count(*) from staff_members) as staff, (select count(*) from texts) as texts,
               (select count(*) from service_requests) as requests`,
  );

test('a seed that was killed half-way is gone on with, and one that is done is left alone', async () => {
  await seedMunicipality(house, 'umraniye');
  expect(await seedIfEmpty(house)).toBe('The demo municipality "umraniye" was loaded.');
  const made = await counts();
  expect(Object.values(made).every((count) => count > 0)).toBe(true);
  expect(await seedIfEmpty(house)).toBeNull();
  expect(await counts()).toEqual(made);
});

test('a database of an older program gets the texts that came since, and keeps those it has changed', async () => {
  await sql`update texts set body = 'Bizim metnimiz {{no}}' where key = 'recorded' and channel = 'sms'`.execute(
    house.db,
  );
  await sql`delete from texts where key = 'kind-changed'`.execute(house.db);
  expect(await seedIfEmpty(house)).toBe('Message texts that came with this version were added: 4.');
  expect(await seedIfEmpty(house)).toBeNull();
  const { kept } = await oneRow<{ kept: number }>(
    house.db,
    sql`select count(*) as kept from texts where body = 'Bizim metnimiz {{no}}' and key = 'recorded'`,
  );
  expect(kept).toBe(2);
});

test('of many that start at once, one seeds', async () => {
  const empty = await emptyHouse();
  empty.reactions.push(...reactions);
  const said = await Promise.all([seedIfEmpty(empty), seedIfEmpty(empty), seedIfEmpty(empty)]);
  expect(said.filter((sentence) => sentence !== null)).toHaveLength(1);
}, 40_000);
