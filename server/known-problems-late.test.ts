/** A known problem goes on past the hour that was told: its keepers hear of it once, and nobody is promised that hour any more. */
import { beforeEach, expect, test } from 'vitest';
import type { KnownNear, KnownProblem, NewKnownProblem } from '../contract/known-problems.ts';
import { tellOfPassedEnds } from './modules/incidents/door.ts';
import { makeWeb } from './serve.ts';
import { furnishedHouse } from './testing/furnished-house.ts';
import { oversightStage } from './testing/oversight-stage.ts';

const world = await furnishedHouse();
const { house, clock } = world;
const stage = oversightStage(world);
const { bell, callers, clearBells, onMonday, unread } = stage;

const BURST: NewKnownProblem = {
  title: 'Petrol Yolu’nda su borusu patladı',
  topic: 'YOL-02',
  tr: 'Su borusu patladı, yol çöktü. Ekipler çalışıyor.',
  en: 'A water main burst. Crews are at work.',
  ...{ neighbourhoods: [1], areas: [], point: null, whereabouts: 'Petrol Yolu', source: 'İSKİ' },
  expectedEnd: '2026-02-16T18:00',
};
const PATH = '/api/v1/known-problems';
const reason = 'Ekip bildirdi.';
const at = (time: string) => clock.set(new Date(`${time}:00+03:00`));

const open = async () => (await callers.sibel.post<KnownProblem>(PATH, BURST)).body;
const asKnown = async (id: string) =>
  (await onMonday(() => callers.sibel.get<KnownProblem[]>(PATH))).body.find((known) => known.id === id)!;
const change = async (id: string, expectedEnd: string) => {
  const { version } = await asKnown(id);
  return onMonday(() => callers.sibel.put(`${PATH}/${id}`, { known: { ...BURST, expectedEnd, version }, reason }));
};
const end = async (id: string) => {
  const { version } = await asKnown(id);
  return onMonday(() => callers.sibel.post(`${PATH}/${id}/end`, { version, reason }));
};

beforeEach(() => clearBells());

test('whoever opened it and the manager of its directorate hear of it, once', async () => {
  const { id, number } = await open();
  at('2026-02-16T17:59');
  expect(await tellOfPassedEnds(house)).toBe(0);
  at('2026-02-16T18:00');
  expect(await tellOfPassedEnds(house)).toBe(1);
  at('2026-02-16T18:10');
  expect(await tellOfPassedEnds(house)).toBe(0);
  for (const who of ['sibel', 'mustafa'] as const)
    expect((await bell(who)).map(({ kind, subject, data }) => [kind, subject, data])).toMatchObject([
      ['known-problem-late', id, { number, expectedEnd: '2026-02-16T15:00:00.000Z' }],
    ]);
  for (const who of ['elif', 'fatih', 'tulay'] as const) expect(await unread(who)).toEqual([]);
  await end(id);
  expect([await unread('sibel'), await unread('mustafa')]).toEqual([[], []]);
});

test('another hour is another promise: what was told is settled, and told again when that one passes too', async () => {
  const { id } = await open();
  at('2026-02-16T18:05');
  await tellOfPassedEnds(house);
  expect((await change(id, '2026-02-16T21:00')).status).toBe(200);
  expect(await unread('sibel')).toEqual([]);
  at('2026-02-16T20:59');
  expect(await tellOfPassedEnds(house)).toBe(0);
  at('2026-02-16T21:01');
  expect(await tellOfPassedEnds(house)).toBe(1);
  expect(await unread('sibel')).toEqual(['known-problem-late']);
  await end(id);
});

test('one that was ended in time is nobody’s matter', async () => {
  const { id } = await open();
  await end(id);
  at('2026-02-16T19:00');
  expect(await tellOfPassedEnds(house)).toBe(0);
  expect(await unread('sibel')).toEqual([]);
});

test('neither the portal nor the agent says the hour that passed; both say that it goes on', async () => {
  const web = await makeWeb(house, null);
  const front = async (language: 'tr' | 'en') => (await web.inject({ method: 'GET', url: `/?dil=${language}` })).body;
  const { id } = await open();
  // A session of the morning is over by evening.
  const near = async () => {
    const elif = await stage.server.as('elif');
    return (await elif.get<KnownNear>(`${PATH}/near?topic=YOL-02&neighbourhood=1`)).body.find(
      (each) => each.id === id,
    )!;
  };
  expect(await front('tr')).toMatch(/Beklenen bitiş: [^<]*18[.:]00/);
  expect((await near()).overdue).toBe(false);
  at('2026-02-16T18:01');
  const [tr, en] = [await front('tr'), await front('en')];
  expect(tr).toContain('Çalışma sürüyor. Ne zaman biteceğini henüz söyleyemiyoruz.');
  expect(en).toContain('The work goes on. We cannot say yet when it ends.');
  for (const page of [tr, en]) expect(page).not.toMatch(/18[.:]00/);
  expect(await near()).toMatchObject({ overdue: true, fit: 'same' });
  await web.close();
  await end(id);
});
