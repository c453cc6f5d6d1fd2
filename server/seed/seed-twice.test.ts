import { expect, test } from 'vitest';
import { oneRow, sql } from '../kernel/db/database.ts';
import { emptyHouse } from '../testing/empty-house.ts';
import { reactions } from '../reactions.ts';
import { seedMunicipality } from './seed-municipality.ts';
import { seedIfEmpty } from './seed.ts';
import { refuseOtherKind } from './what-was-loaded.ts';

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

test('another profile is not loaded over it, and that is said', async () => {
  const asked = { ...house, config: { ...house.config, municipality: 'cigli' as const } };
  expect(await seedIfEmpty(asked)).toBe(
    'This database holds the profile "umraniye". HEMSEHRI_MUNICIPALITY is only read while a database is empty.',
  );
});

test('a demo is never opened as the real thing, nor the real thing as a demo', async () => {
  await expect(refuseOtherKind(house.db, { demo: true })).resolves.toBeUndefined();
  await expect(refuseOtherKind(house.db, { demo: false })).rejects.toThrow(/holds the demo.*HEMSEHRI_DEMO is 0/);
  const real = await emptyHouse({
    environment: { HEMSEHRI_DEMO: '0', HEMSEHRI_SECRET: 'x'.repeat(40), HEMSEHRI_SMS_PROVIDER: 'none' },
  });
  await expect(refuseOtherKind(real.db, { demo: true })).resolves.toBeUndefined();
  await seedIfEmpty(real);
  await expect(refuseOtherKind(real.db, { demo: false })).resolves.toBeUndefined();
  await expect(refuseOtherKind(real.db, { demo: true })).rejects.toThrow(/a municipality's own.*Set HEMSEHRI_DEMO=0/);
});

test('a database of an older program gets the texts that came since, and keeps those it has changed', async () => {
  await sql`update texts set body = 'Bizim metnimiz {{no}}' where key = 'recorded' and channel = 'sms'`.execute(
    house.db,
  );
  await sql`update portal_texts set tr = 'Hoş geldiniz' where key = 'home.title'`.execute(house.db);
  await sql`delete from texts where key = 'kind-changed'`.execute(house.db);
  await sql`delete from portal_texts where key = 'home.hint'`.execute(house.db);
  expect(await seedIfEmpty(house)).toBe('Texts that came with this version were added: 5.');
  expect(await seedIfEmpty(house)).toBeNull();
  const { kept } = await oneRow<{ kept: number }>(
    house.db,
    sql`select count(*) as kept from texts where body = 'Bizim metnimiz {{no}}' and key = 'recorded'`,
  );
  expect(kept).toBe(2);
  const { title } = await oneRow<{ title: string }>(
    house.db,
    sql`select tr as title from portal_texts where key = 'home.title'`,
  );
  expect(title).toBe('Hoş geldiniz');
});

test('of many that start at once, one seeds', async () => {
  const empty = await emptyHouse();
  empty.reactions.push(...reactions);
  const said = await Promise.all([seedIfEmpty(empty), seedIfEmpty(empty), seedIfEmpty(empty)]);
  expect(said.filter((sentence) => sentence !== null)).toHaveLength(1);
}, 40_000);
