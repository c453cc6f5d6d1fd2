// A municipality changes the groups its topics stand in: each version is kept, and a closed group has nothing in it.
import { beforeAll, expect, test } from 'vitest';
import { makeServer } from '../kernel/http/server.ts';
import { revisionsOf } from '../kernel/revisions.ts';
import { routes } from '../routes.ts';
import { seedMunicipality } from './seed-municipality.ts';
import { act, emptyHouse, staffActor } from '../testing/empty-house.ts';
import type { TopicGroup } from '../modules/catalogue/door.ts';
import { listGroups, offeredGroups, saveTopic, saveTopicGroup, topicInForce } from '../modules/catalogue/door.ts';

const house = await emptyHouse();
const administrator = staffActor('administrator');
const save = (given: TopicGroup, reason = 'Başkanlık oluru') =>
  act(house, (tx) => saveTopicGroup(tx, given, reason), administrator);
const group = async (code: string) => (await listGroups(house.db)).find((each) => each.code === code)!;
const offered = async () => (await offeredGroups(house.db)).map(({ code }) => code);
const own: TopicGroup = {
  ...{ code: 'SPR', name: { tr: 'Spor', en: 'Sports' }, icon: 'heart', position: 0, active: true, version: 0 },
};

beforeAll(() => seedMunicipality(house, 'umraniye'));

test('the shipped groups are first versions, so that what was in force can always be read again', async () => {
  const first = await group('YOL');
  expect(first).toMatchObject({ icon: 'road', active: true, version: 1 });
  const saved = await save({ ...first, name: { tr: ' Yol  işleri ', en: 'Roads' }, position: 8 });
  expect(saved).toMatchObject({ name: { tr: 'Yol işleri', en: 'Roads' }, version: 2 });
  const [newest, oldest] = await revisionsOf(house.db, 'topic-group', 'YOL');
  expect(newest).toMatchObject({ version: 2, changedByName: 'Deneme', reason: 'Başkanlık oluru' });
  expect(oldest).toMatchObject({ version: 1, body: { name: first.name, position: 2 }, reason: 'seed' });
  expect((await offered()).slice(-2)).toEqual(['KUR', 'YOL']);
});

test('a group of one’s own is offered as soon as a topic stands in it, in its place', async () => {
  await save(own);
  expect(await offered()).not.toContain('SPR');
  const topic = (await topicInForce(house.db, 'PRK-05'))!;
  const moved = await act(house, (tx) => saveTopic(tx, { ...topic, group: 'SPR' }, 'Taşındı'), administrator);
  expect(await offered()).toContain('SPR');
  await expect(save({ ...own, version: 1, active: false })).rejects.toMatchObject({
    code: 'input-invalid',
    details: { faults: [{ where: 'active', problem: 'topics-in-it' }] },
  });
  await act(house, (tx) => saveTopic(tx, { ...moved, group: 'PRK' }, 'Geri alındı'), administrator);
  expect(await save({ ...own, version: 1, active: false })).toMatchObject({ active: false, version: 2 });
  const back = (await topicInForce(house.db, 'PRK-05'))!;
  await expect(
    act(house, (tx) => saveTopic(tx, { ...back, group: 'SPR' }, 'Yeniden'), administrator),
  ).rejects.toMatchObject({ details: { faults: [{ where: 'group', problem: 'not-active' }] } });
});

test('a group never closes under a topic that is put into it at the same moment', async () => {
  const given = { ...own, code: 'KTP' };
  await save(given);
  const topic = (await topicInForce(house.db, 'KUR-05'))!;
  await Promise.allSettled([
    act(house, (tx) => saveTopic(tx, { ...topic, group: 'KTP' }, 'Taşındı'), administrator),
    save({ ...given, version: 1, active: false }),
  ]);
  const [closed, stands] = [!(await group('KTP')).active, (await topicInForce(house.db, 'KUR-05'))!.group === 'KTP'];
  expect([closed, stands].filter(Boolean)).toHaveLength(1);
});

test('what is wrong is named, and of two editors the second is told', async () => {
  const read = await group('HAY');
  await expect(save({ ...read, name: { tr: 'Hayvan', en: ' ' } })).rejects.toMatchObject({
    details: { faults: [{ where: 'name.en', problem: 'text-missing' }] },
  });
  await expect(save(read, ' ')).rejects.toMatchObject({ code: 'reason-missing' });
  await expect(act(house, (tx) => saveTopicGroup(tx, read, 'x'), staffActor('supervisor'))).rejects.toMatchObject({
    code: 'not-allowed',
  });
  const both = await Promise.allSettled([1, 2].map((position) => save({ ...read, position })));
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'changed-meanwhile' } });
});

test('over HTTP only an administrator writes, and only what a group is', async () => {
  let actor = staffActor('manager', 'FEN');
  const app = await makeServer({ house, routes, staffGate: async () => actor });
  const given = await group('TEM');
  const put = (payload: object) => app.inject({ method: 'PUT', url: '/api/v1/topic-groups/TEM', payload });
  expect((await put({ group: given, reason: 'x' })).statusCode).toBe(403);
  actor = administrator;
  expect((await put({ group: { ...given, icon: 'dog' }, reason: 'x' })).json()).toMatchObject({
    icon: 'dog',
    version: 2,
  });
  for (const wrong of [
    { ...given, icon: 'rocket' },
    { ...given, extra: 1 },
    { ...given, code: 'YOL' },
  ])
    expect((await put({ group: wrong, reason: 'x' })).statusCode).toBe(400);
  const revisions = await app.inject({ url: '/api/v1/topic-groups/TEM/revisions' });
  expect(revisions.json()).toMatchObject([{ version: 2, reason: 'x' }, { version: 1 }]);
  await app.close();
});
