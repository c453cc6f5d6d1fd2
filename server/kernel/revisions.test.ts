import { expect, test } from 'vitest';
import { act, emptyHouse, staffActor } from '../testing/empty-house.ts';
import { audit } from './audit.ts';
import { rows, run, sql } from './db/database.ts';
import { recordFirstRevisions, recordRevision, revisionAt, revisionsOf } from './revisions.ts';

const house = await emptyHouse();
const administrator = staffActor('administrator');

const change = (key: string, body: object, reason?: string) =>
  act(house, (tx) => recordRevision(tx, { kind: 'topic', key, body, reason }), administrator);

test('counts from one, and says who, when and why', async () => {
  expect([await change('YOL-01', { days: 5 }), await change('YOL-01', { days: 3 }, 'Meclis kararı')]).toEqual([1, 2]);
  const [newest, oldest] = await revisionsOf(house.db, 'topic', 'YOL-01');
  expect(newest).toEqual({
    ...{ kind: 'topic', key: 'YOL-01', version: 2, body: { days: 3 }, reason: 'Meclis kararı' },
    changedBy: `staff:${administrator.id}`,
    changedByName: administrator.name,
    changedAt: house.clock.now(),
  });
  expect(oldest).toMatchObject({ version: 1, body: { days: 5 }, reason: null });
});

test('what was in force at a version can always be read again', async () => {
  await change('YOL-02', { tr: 'Çukur' });
  await change('YOL-02', { tr: 'Yol çökmesi' });
  expect((await revisionAt<{ tr: string }>(house.db, 'topic', 'YOL-02', 1))?.body.tr).toBe('Çukur');
  expect(await revisionAt(house.db, 'topic', 'YOL-02', 3)).toBeUndefined();
  expect(await revisionAt(house.db, 'text', 'YOL-02', 1)).toBeUndefined();
});

test('first versions are written once, however often the seed runs', async () => {
  const seed = () =>
    act(house, (tx) =>
      recordFirstRevisions(tx, 'text', [
        { key: 'a', body: { v: 1 } },
        { key: 'b', body: { v: 1 } },
      ]),
    );
  await seed();
  await act(house, (tx) => recordRevision(tx, { kind: 'text', key: 'a', body: { v: 2 } }));
  await seed();
  expect((await revisionsOf<{ v: number }>(house.db, 'text', 'a')).map(({ body }) => body.v)).toEqual([2, 1]);
  expect(await revisionsOf(house.db, 'text', 'b')).toHaveLength(1);
});

test('two who change the same thing at once do not share a version', async () => {
  await change('YOL-03', { n: 0 });
  const results = await Promise.allSettled([change('YOL-03', { n: 1 }), change('YOL-03', { n: 2 })]);
  const given = results.filter((result) => result.status === 'fulfilled').map(({ value }) => value);
  const kept = (await revisionsOf(house.db, 'topic', 'YOL-03')).map(({ version }) => version);
  expect(new Set(given).size).toBe(given.length);
  expect(kept).toHaveLength(1 + given.length);
});

test.each([
  ['revisions', 'reason'],
  ['audit_entries', 'act'],
])('%s is never edited, not even by who owns the database', async (table, column) => {
  await act(house, (tx) => audit(tx, { act: 'signed-out', subjectKind: 'staff-member' }));
  const count = async () => (await rows(house.db, sql`select 1 from ${sql.table(table)}`)).length;
  const before = await count();
  expect(before).toBeGreaterThan(0);
  const change = sql`update ${sql.table(table)} set ${sql.ref(column)} = 'other'`;
  await expect(run(house.db, change)).rejects.toThrow('append-only');
  await expect(run(house.db, sql`delete from ${sql.table(table)}`)).rejects.toThrow('append-only');
  expect(await count()).toBe(before);
});
