/** Whatever happens to cases and whoever reads: list, counts, map and search hold exactly what the table of rights says, and nothing else leaves a trace. */
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { FilterQuery } from '../contract/finding.ts';
import { READY_ROLES, RIGHTS } from '../contract/rights.ts';
import type { StaffActor } from './kernel/actor.ts';
import { CITIZEN, systemActor } from './kernel/actor.ts';
import { inTransaction } from './kernel/db/transaction.ts';
import type { House } from './kernel/house.ts';
import { RefusalError } from './kernel/refusals.ts';
import { NO_PLACE, receiveRequest } from './modules/intake/door.ts';
import type { Assignment, ServiceRequest } from './modules/requests/door.ts';
import {
  addStaffNote,
  answerAssignment,
  assignRequest,
  assignmentsOf,
  cancelRequest,
  caseFile,
  handAssignment,
  isOpen,
  mayOn,
  returnAssignment,
  withdrawRequest,
  workOnAssignment,
} from './modules/requests/door.ts';
import { countList, listPage, mapOf, openList, search } from './modules/search/door.ts';
import { addStaffMember, readyRights, saveRole, staffActorById } from './modules/staff/door.ts';
import { DEMO_PASSWORD } from './seed/demo-staff.ts';
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
const draw = fc.sample(
  fc.record({
    topic: fc.constantFrom(
      'YOL-01',
      'YOL-01',
      'YOL-04',
      'TEM-01',
      'PRK-02',
      'HAY-01',
      'SOS-05',
      'KUR-04',
      'ZAB-05',
      'SOS-01',
    ),
    words: fc.shuffledSubarray(['kaldırım', 'çöpler', 'köpeği', 'ağacın', 'lambası', 'zürafa', 'çukurda', 'gürültü'], { minLength: 1, maxLength: 3 }), // prettier-ignore
    channel: fc.constantFrom('web' as const, 'phone' as const, 'desk' as const),
    neighbourhood: fc.integer({ min: 1, max: 4 }),
    pin: fc.boolean(),
    danger: fc.boolean(),
    steps: fc.array(fc.constantFrom('accept', 'hand-unit', 'hand-person', 'return', 'answer', 'assign', 'withdraw', 'cancel', 'note'), { maxLength: 4 }), // prettier-ignore
    hours: fc.nat(400),
  }),
  { numRuns: WORLD, seed: 70 },
);

const NAMES = ['elif', 'fatih', 'mustafa', 'tulay', 'pinar', 'veli', 'zeki', 'sema', 'sibel', 'izleyen', 'yonetici'];

beforeAll(async () => {
  await addNarrowRoles(here);
  await addNarrowRoles(twin);
  for (const name of [...NAMES, 'own-unit', 'own']) readers.push(await actorOf(here, name));
  const ids: string[] = [];
  for (const each of draw) {
    clock.advance(each.hours * 60_000);
    ids.push(await live(here, each));
  }
  cases = await Promise.all(ids.map(async (id) => (await caseFile(house.db, id))!));
});

const actorOf = async ({ house: where, as }: FurnishedHouse, name: string): Promise<StaffActor> =>
  (await staffActorById(where, (await as(name)).id))!;

/** Somebody who sees only what lies with their unit, and somebody who sees only what is in their own hands. */
async function addNarrowRoles({ house: where }: FurnishedHouse): Promise<void> {
  const rights = readyRights(READY_ROLES[1]);
  await inTransaction(where, { actor: systemActor('test') }, async (tx) => {
    for (const scope of ['own-unit', 'own'] as const) {
      const narrow = Object.fromEntries(
        RIGHTS.map((right) => [right, rights[right].ordinary === 'own-directorate' ? { ordinary: scope, restricted: scope } : rights[right]]), // prettier-ignore
      ) as typeof rights;
      await saveRole(tx, { ...{ code: scope, base: 'clerk', name: scope, nameEn: scope, active: true, version: 0 }, rights: narrow }); // prettier-ignore
      await addStaffMember(tx, { username: scope, displayName: scope, role: scope, directorate: 'FEN', unit: 'FEN-YOL', password: DEMO_PASSWORD }); // prettier-ignore
    }
  });
}

async function record(into: House, each: (typeof draw)[number]): Promise<string> {
  const { id } = await inTransaction(into, { actor: CITIZEN }, (tx) =>
    receiveRequest(tx, {
      ...{ channel: each.channel, kind: 'complaint', language: 'tr', answers: [], danger: each.danger, fileIds: [], clientKey: null }, // prettier-ignore
      text: `${each.words.join(' ')} bozuk, lütfen bakın`,
      topicCode: each.topic,
      person: { name: 'Emine Örnek', phone: '0555 000 00 47', notifyBy: 'sms' },
      place: { ...NO_PLACE, neighbourhoodId: each.neighbourhood, description: 'Okulun önü', ...(each.pin && { latitude: 41.02 + each.hours / 10_000, longitude: 29.1 }) }, // prettier-ignore
    }),
  );
  return id;
}

async function live(where: FurnishedHouse, each: (typeof draw)[number]): Promise<string> {
  const into = where.house;
  const id = await record(into, each);
  const [own, system] = [await actorOf(where, 'own'), await actorOf(where, 'sibel')];
  for (const step of each.steps) {
    const part = (await assignmentsOf(into.db, id)).find(({ endedAt }) => endedAt === null);
    const reason = 'Öyle gerekti.';
    await inTransaction(into, { actor: step === 'withdraw' ? CITIZEN : system }, async (tx) => {
      const assignmentId = part?.id ?? '00000000-0000-7000-8000-000000000000';
      if (step === 'accept') await workOnAssignment(tx, { assignmentId, step });
      else if (step === 'hand-unit') await handAssignment(tx, { assignmentId, unit: 'FEN-YOL', assigneeId: null });
      else if (step === 'hand-person') await handAssignment(tx, { assignmentId, unit: null, assigneeId: own.id });
      else if (step === 'return') await returnAssignment(tx, { assignmentId, reason });
      else if (step === 'answer')
        await answerAssignment(tx, { assignmentId, outcome: 'done', text: 'Onarıldı, fıskiye çalışıyor.' }); // prettier-ignore
      else if (step === 'assign') await assignRequest(tx, { requestId: id, directorate: 'PRK', why: reason });
      else if (step === 'withdraw') await withdrawRequest(tx, { requestId: id });
      else if (step === 'cancel') await cancelRequest(tx, { requestId: id, reason });
      else await addStaffNote(tx, { requestId: id, text: 'Muhtar arandı, kepçe istendi.' });
    }).catch((error: unknown) => {
      if (!(error instanceof RefusalError)) throw error;
    });
  }
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
    seen += all.length;
  }
  expect(seen).toBeGreaterThan(WORLD * 3);
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
  const [reader, twinReader] = [await actorOf(here, 'fatih'), await actorOf(twin, 'fatih')];
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
