/** Whatever happens to cases and whoever reads: list, counts, map and search hold exactly what the table of rights says, and nothing else leaves a trace. */
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { FilterQuery } from '../contract/finding.ts';
import type { StaffActor } from './kernel/actor.ts';
import { CITIZEN } from './kernel/actor.ts';
import { inTransaction } from './kernel/db/transaction.ts';
import type { House } from './kernel/house.ts';
import type { Assignment, ServiceRequest } from './modules/requests/door.ts';
import { caseFile, isOpen, mayOn } from './modules/requests/door.ts';
import { countList, listPage, mapOf, openList, search } from './modules/search/door.ts';
import type { DrawnCase } from './testing/finding-world.ts';
import { NARROW, READER_NAMES, addNarrowRoles, drawnCase, readerNamed, recordDrawn, takeStep } from './testing/finding-world.ts'; // prettier-ignore
import type { FurnishedHouse } from './testing/furnished-house.ts';
import { furnishedHouse } from './testing/furnished-house.ts';

const here = await furnishedHouse();
const twin = await furnishedHouse();
const { house, clock } = here;
const readers: StaffActor[] = [];
let cases: Case[];
const WORLD = 70;

interface Case {
  request: ServiceRequest;
  assignments: Assignment[];
}

/** One draw, the same at every run: what is drawn at random is the world, and a world that fails must fail again. */
const draw = fc.sample(drawnCase, { numRuns: WORLD, seed: 70 });

beforeAll(async () => {
  await addNarrowRoles(here);
  await addNarrowRoles(twin);
  for (const name of [...READER_NAMES, ...NARROW]) readers.push(await readerNamed(here, name));
  const ids: string[] = [];
  for (const each of draw) {
    clock.advance(each.hours * 60_000);
    ids.push(await live(here, each));
  }
  cases = await Promise.all(ids.map(async (id) => (await caseFile(house.db, id))!));
});

async function live(where: FurnishedHouse, each: DrawnCase): Promise<string> {
  const id = await inTransaction(where.house, { actor: CITIZEN }, (tx) => recordDrawn(tx, each));
  const actors = { own: await readerNamed(where, 'own'), system: await readerNamed(where, 'sibel') };
  for (const step of each.steps) await takeStep(where.house, { ...actors, id, step });
  return id;
}

const readable = (reader: StaffActor): Case[] => cases.filter((each) => mayOn(reader, 'request-list', each));

async function listed(reader: StaffActor, query: FilterQuery, sort: 'newest' | 'oldest' | 'due' = 'newest') {
  const list = await openList(house.db, reader, { query, now: clock.now() });
  const ids: string[] = [];
  for (let after: string | undefined; ;) {
    const page = await listPage(house.db, list, { sort, after, limit: 7 });
    ids.push(...page.ids);
    if (page.next === null) return { ids, list };
    after = page.next;
  }
}

const idsOf = (cases: readonly Case[]) => cases.map(({ request }) => request.id).sort();

test('every reader’s list, counts and map are exactly what they may see', async () => {
  let seen = 0;
  let pointless = 0;
  for (const reader of readers) {
    if (reader.role === 'administrator') {
      await expect(listed(reader, {})).rejects.toThrow('not-allowed');
      continue;
    }
    const all = readable(reader);
    const open = all.filter(({ request }) => isOpen(request.state));
    expect((await listed(reader, { open: 'all' })).ids.slice().sort(), reader.name).toEqual(idsOf(all));
    for (const sort of ['due', 'newest', 'oldest'] as const) {
      const { ids } = await listed(reader, {}, sort);
      expect(ids.slice().sort(), `${reader.name} ${sort}`).toEqual(idsOf(open));
    }
    const { list } = await listed(reader, {});
    expect(await countList(house.db, list)).toMatchObject({ open: open.length, listed: open.length, bounded: [] });
    const drawn = await mapOf(house, reader, { open: 'all' });
    expect(drawn.total, reader.name).toBe(all.length);
    expect(drawn.withoutPoint).toBe(all.filter(({ request }) => request.latitude === null).length);
    const onMap = drawn.pins.length + drawn.heaps.reduce((sum, { many }) => sum + many, 0);
    expect(onMap).toBe(drawn.total - drawn.withoutPoint);
    // Looked at closer: nothing without a point lies in a picture, and none of them is forgotten.
    const closer = await mapOf(house, reader, { open: 'all', box: '29.1,41.0,29.2,41.1' });
    expect(closer.total).toBeLessThanOrEqual(drawn.total - drawn.withoutPoint);
    expect(closer.withoutPoint).toBe(drawn.withoutPoint);
    pointless += drawn.withoutPoint;
    seen += all.length;
  }
  expect(seen).toBeGreaterThan(WORLD * 3);
  expect(pointless).toBeGreaterThan(0);
});

const FILTERS: [FilterQuery, (each: Case) => boolean][] = [
  [{ topics: 'YOL-01,TEM-01' }, ({ request: { topicCode } }) => topicCode === 'YOL-01' || topicCode === 'TEM-01'],
  [{ topics: '!YOL-01,TEM-01' }, ({ request: { topicCode } }) => topicCode !== 'YOL-01' && topicCode !== 'TEM-01'],
  [{ neighbourhoods: '2,3' }, ({ request: { neighbourhoodId } }) => neighbourhoodId === 2 || neighbourhoodId === 3],
  [{ channels: 'phone' }, ({ request: { channel } }) => channel === 'phone'],
  [{ channels: '!phone' }, ({ request: { channel } }) => channel !== 'phone'],
  [{ states: 'concluded,withdrawn' }, ({ request: { state } }) => state === 'concluded' || state === 'withdrawn'],
  [{ outcomes: 'done' }, ({ request: { outcome } }) => outcome === 'done'],
  [{ has: 'restricted' }, ({ request: { restricted } }) => restricted],
  [{ has: '!restricted' }, ({ request: { restricted } }) => !restricted],
  [{ has: 'returned' }, ({ assignments }) => assignments.some(({ state }) => state === 'returned')],
  [{ has: 'triage' }, ({ request: { triage } }) => triage !== null],
  [{ has: 'danger' }, ({ request: { danger } }) => danger],
  [{ has: 'no-point' }, ({ request: { latitude } }) => latitude === null],
  [{ directorate: 'PRK' }, ({ request, assignments }) => partsOf(request, assignments).some(({ directorateCode }) => directorateCode === 'PRK')], // prettier-ignore
  [{ units: 'FEN-YOL' }, ({ request, assignments }) => partsOf(request, assignments).some(({ unitCode }) => unitCode === 'FEN-YOL')], // prettier-ignore
  [{ area: '29.0,41.0;29.2,41.0;29.2,41.035;29.0,41.035' }, ({ request: { latitude } }) => latitude !== null && latitude < 41.035], // prettier-ignore
  [{ from: '2026-02-18', to: '2026-02-20' }, ({ request: { receivedAt } }) => receivedAt >= new Date('2026-02-18T00:00:00+03:00') && receivedAt < new Date('2026-02-21T00:00:00+03:00')], // prettier-ignore
  [{ text: 'köpek' }, ({ request: { text, topicCode } }) => /köpeğ/.test(text) || topicCode === 'none'],
];

function partsOf({ state }: ServiceRequest, assignments: readonly Assignment[]): Assignment[] {
  const outside = state === 'withdrawn' || state === 'cancelled';
  return assignments.filter((part) => part.state !== 'returned' && (outside || part.state !== 'cancelled'));
}

test.each(FILTERS)('the filter %o gives what it says, for every reader', async (query, holds) => {
  let some = 0;
  for (const reader of readers) {
    if (reader.role === 'administrator') continue;
    const expected = readable(reader).filter(holds);
    const { ids, list } = await listed(reader, { ...query, open: 'all' });
    expect(ids.slice().sort(), reader.name).toEqual(idsOf(expected));
    expect((await countList(house.db, list)).listed).toBe(expected.length);
    expect((await mapOf(house, reader, { ...query, open: 'all' })).total).toBe(expected.length);
    some += expected.length;
  }
  expect(some).toBeGreaterThan(0);
});

const TYPED = [
  ...[
    'kaldırım',
    'kaldirimlar',
    'kaldrım',
    'kald',
    'köpek',
    'kopk',
    'zürafa',
    'zurafaa',
    'zür',
    'çukur',
    'cukr',
    'agac',
  ],
  ...['gürültü', 'gurultu cop', 'fiskiye', 'fıskıye', 'kepce', 'kepçee', 'muhtar', 'emine', 'ornek', '0555 000 00 47'],
  ...['bozuk', 'bozk', 'lutfen', 'okul', 'siddet', 'şiddt', 'personel', 'budama', 'lamba', 'lmaba'],
];

test('what somebody may not see influences nothing they are told', async () => {
  const [reader, twinReader] = [await readerNamed(here, 'fatih'), await readerNamed(twin, 'fatih')];
  const theirs = new Set(idsOf(readable(reader)));
  expect(theirs.size).toBeGreaterThan(5);
  expect(theirs.size).toBeLessThan(WORLD / 2);
  // The other house never heard of the rest.
  for (const [place, each] of draw.entries()) {
    const { request } = cases[place]!;
    twin.clock.set(request.receivedAt);
    if (theirs.has(request.id)) await live(twin, each);
  }
  twin.clock.set(clock.now());
  for (const typed of TYPED) {
    const told = async (where: House, who: StaffActor) => {
      const { requests, total, instead, people, neighbourhoods } = await search(where, who, typed);
      return { found: requests.map(({ text, found }) => ({ text, found })), total, instead, people, neighbourhoods };
    };
    expect(await told(house, reader), typed).toEqual(await told(twin.house, twinReader));
  }
});
