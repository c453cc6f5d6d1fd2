import { beforeAll, expect, test } from 'vitest';
import { calendarInForce, computeDue, looksIncomplete } from '../modules/calendar/door.ts';
import { listGroups, listTopics, municipality, suggestTopics, topicIndex } from '../modules/catalogue/door.ts';
import { listNeighbourhoods, suggestStreets } from '../modules/places/door.ts';
import { listDirectorates, listStaff } from '../modules/staff/door.ts';
import { rows, sql } from '../kernel/db/database.ts';
import { emptyHouse } from '../testing/empty-house.ts';
import { DEMO_STAFF, seedDemoStaff } from './demo-staff.ts';
import { seedMunicipality } from './seed-municipality.ts';

const house = await emptyHouse();
const cigli = await emptyHouse();
const real = await emptyHouse({
  environment: { HEMSEHRI_DEMO: '0', HEMSEHRI_SECRET: 'x'.repeat(40), HEMSEHRI_SMS_PROVIDER: 'none' },
});

beforeAll(async () => {
  await seedMunicipality(house, 'umraniye');
  await seedDemoStaff(house);
  await seedMunicipality(cigli, 'cigli');
});

test('it has its neighbourhoods in Turkish order, its topics, directorates and people', async () => {
  const names = (await listNeighbourhoods(house.db)).map(({ name }) => name);
  expect(names).toHaveLength(37);
  expect(names.slice(0, 3)).toEqual(['Adem Yavuz', 'Altınşehir', 'Armağanevler']);
  expect(names.indexOf('Cemil Meriç')).toBeLessThan(names.indexOf('Çakmak'));
  expect(await listNeighbourhoods(cigli.db)).toHaveLength(26);
  expect(await listTopics(house.db)).toHaveLength(98);
  expect(await listGroups(house.db)).toHaveLength(9);
  expect((await listDirectorates(house.db)).find(({ code }) => code === 'FEN')?.dative).toBe("Fen İşleri Müdürlüğü'ne");
  expect(await listStaff(house.db)).toHaveLength(DEMO_STAFF.length);
  expect((await municipality(cigli.db)).brand.tr).toBe('Hızlı Çözüm Masası');
});

test('streets are found in any spelling and without neighbours that only contain the letters', async () => {
  const [first] = await suggestStreets(house.db, { typed: 'SUMBUL', limit: 5 });
  expect(first?.name).toBe('Sümbül Caddesi');
  expect(await suggestStreets(house.db, { typed: 's', limit: 5 })).toEqual([]);
  expect(await suggestStreets(house.db, { typed: '%%', limit: 5 })).toEqual([]);
});

test('a promise can be counted and a topic suggested', async () => {
  const calendar = await calendarInForce(house.db);
  expect(looksIncomplete(calendar, 2026)).toBe(false);
  const due = computeDue(calendar, {
    receivedAt: new Date('2026-03-13T10:00:00+03:00'),
    amount: 15,
    unit: 'business-days',
    legal: true,
  });
  expect(due.dueDay).toBe('2026-04-06');
  const [likeliest] = suggestTopics(await topicIndex(house.db), 'yol cokmus araba dustu');
  expect(likeliest?.code).toBe('YOL-02');
});

test('seeding again changes nothing and keeps what the municipality has changed', async () => {
  await rows(house.db, sql`update topics set name = 'Bizim adımız' where code = 'YOL-01'`);
  const before = await rows(
    house.db,
    sql`select (select count(*) from revisions) as revisions, (select count(*) from streets) as streets,
    (select count(*) from official_holidays) as holidays`,
  );
  await seedMunicipality(house, 'umraniye');
  await seedDemoStaff(house);
  const after = await rows(
    house.db,
    sql`select (select count(*) from revisions) as revisions, (select count(*) from streets) as streets,
    (select count(*) from official_holidays) as holidays`,
  );
  expect(after).toEqual(before);
  expect(await rows(house.db, sql`select name from topics where code = 'YOL-01'`)).toEqual([{ name: 'Bizim adımız' }]);
});

test('outside a demo nobody of the demo is made', async () => {
  expect(await listStaff(real.db)).toEqual([]);
  await expect(seedDemoStaff(real)).rejects.toThrow('HEMSEHRI_DEMO=1');
});

test('outside a demo no invented street is made', async () => {
  await seedMunicipality(real, 'cigli');
  expect(await rows(real.db, sql`select name from streets`)).toEqual([]);
});
