import { beforeAll, expect, test } from 'vitest';
import { rows, sql } from '../../kernel/db/database.ts';
import { makeServer } from '../../kernel/http/server.ts';
import { act, emptyHouse, staffActor } from '../../testing/empty-house.ts';
import { calendarRoutes } from './routes.ts';
import type { StoredHoliday } from './door.ts';
import {
  calendarInForce,
  isBusinessDay,
  listHolidays,
  officeWeek,
  removeHoliday,
  saveHoliday,
  saveWorkingWeek,
  seedHolidays,
  workingWeek,
} from './door.ts';

const house = await emptyHouse();
const leave: StoredHoliday = {
  date: '2026-03-23',
  startsAt: null,
  name: { tr: 'İdari izin', en: 'Administrative leave' },
  kind: 'administrative-leave',
  source: 'Genelge 2026/3',
  confirmed: true,
  version: 0,
};
const key = { date: leave.date, kind: leave.kind, name: leave.name.tr };

beforeAll(() => act(house, seedHolidays));

test('the shipped years are there once, with half days and sources', async () => {
  await act(house, seedHolidays);
  const year = await listHolidays(house.db, 2026);
  expect(year.find(({ date }) => date === '2026-10-28')).toMatchObject({
    startsAt: '13:00',
    kind: 'official',
    version: 1,
  });
  expect(new Set(year.map(({ date, kind, name }) => `${date} ${kind} ${name.tr}`)).size).toBe(year.length);
  expect(await listHolidays(house.db, 1999)).toEqual([]);
});

test('a holiday comes, changes and goes with every version kept, and the calendar follows at once', async () => {
  const open = async () => isBusinessDay(await calendarInForce(house.db), leave.date, false);
  expect(await open()).toBe(true);
  const saved = await act(house, (tx) => saveHoliday(tx, leave, 'Genelge geldi'));
  expect(saved.version).toBe(1);
  expect(await open()).toBe(false);
  expect(isBusinessDay(await calendarInForce(house.db), leave.date)).toBe(true);
  await expect(act(house, (tx) => saveHoliday(tx, leave))).rejects.toMatchObject({ code: 'changed-meanwhile' });
  const half = await act(house, (tx) => saveHoliday(tx, { ...saved, startsAt: '13:00' }));
  expect(half.version).toBe(2);
  await expect(act(house, (tx) => removeHoliday(tx, key, { version: 1, reason: 'x' }))).rejects.toMatchObject({
    code: 'changed-meanwhile',
  });
  await act(house, (tx) => removeHoliday(tx, key, { version: 2, reason: 'İptal edildi' }));
  expect(await open()).toBe(true);
  const kept = await rows(
    house.db,
    sql`select version, reason, body is null or body = 'null' as removed from revisions
    where kind = 'holiday' and key like '2026-03-23%' order by version`,
  );
  expect(kept).toMatchObject([
    { reason: 'Genelge geldi' },
    { version: 2, removed: false },
    { reason: 'İptal edildi', removed: true },
  ]);
  const again = await act(house, (tx) => saveHoliday(tx, leave));
  expect(again.version).toBe(4);
});

test('broken rows are named and not stored', async () => {
  for (const change of [{ date: '2026-02-30' }, { name: { tr: ' ', en: 'X' } }, { source: '' }]) {
    await expect(act(house, (tx) => saveHoliday(tx, { ...leave, ...change }))).rejects.toMatchObject({
      code: 'input-invalid',
    });
  }
});

test('a year the municipality has entered is not filled up again', async () => {
  const [first] = await listHolidays(house.db, 2027);
  const { date, kind, name, version } = first!;
  await act(house, (tx) => removeHoliday(tx, { date, kind, name: name.tr }, { version, reason: 'Yanlış' }));
  const before = await listHolidays(house.db, 2027);
  await act(house, seedHolidays);
  expect(await listHolidays(house.db, 2027)).toEqual(before);
});

test('working hours change the calendar and must be in order', async () => {
  expect(await workingWeek(house.db)).toEqual({ ...officeWeek, version: 0 });
  const saturday = { ...officeWeek, workingDays: [6, 1, 2, 3, 4, 5], version: 0 };
  const saved = await act(house, (tx) => saveWorkingWeek(tx, saturday, 'Cumartesi nöbeti'));
  expect(saved).toMatchObject({ version: 1, workingDays: [1, 2, 3, 4, 5, 6] });
  expect(isBusinessDay(await calendarInForce(house.db), '2026-03-14')).toBe(true);
  await expect(act(house, (tx) => saveWorkingWeek(tx, saturday))).rejects.toMatchObject({ code: 'changed-meanwhile' });
  const backwards = {
    ...saved,
    hours: [
      { from: '13:30', to: '17:30' },
      { from: '08:30', to: '12:30' },
    ],
  };
  await expect(act(house, (tx) => saveWorkingWeek(tx, backwards))).rejects.toMatchObject({ code: 'input-invalid' });
});

test('over HTTP everybody on the staff reads and only an administrator writes', async () => {
  let actor = staffActor('agent');
  const app = await makeServer({ house, routes: calendarRoutes, staffGate: async () => actor });
  const year = await app.inject({ url: '/api/v1/holidays?year=2028' });
  expect(year.json<unknown[]>().length).toBeGreaterThan(12);
  expect((await app.inject({ url: '/api/v1/working-week' })).json()).toMatchObject({ version: 1 });
  const put = () => app.inject({ method: 'PUT', url: '/api/v1/holidays', payload: { ...leave, date: '2028-03-23' } });
  expect((await put()).statusCode).toBe(403);
  actor = staffActor('administrator');
  expect((await put()).json()).toMatchObject({ date: '2028-03-23', version: 1 });
  const remove = await app.inject({
    method: 'DELETE',
    url: '/api/v1/holidays',
    payload: { ...key, date: '2028-03-23', version: 1, reason: 'Deneme' },
  });
  expect(remove.json()).toEqual({ done: true });
  await app.close();
});
