/**
 * While several people work at the same time: at any moment list, counts, map, search and its suggestions hold exactly what a reader may see at that
 * moment, and the live stream and an exported file hold all that was theirs throughout, once, and nothing that never was.
 */
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { StaffActor } from './kernel/actor.ts';
import { CITIZEN } from './kernel/actor.ts';
import type { Db } from './kernel/db/database.ts';
import { rows, sql } from './kernel/db/database.ts';
import { inTransaction } from './kernel/db/transaction.ts';
import { on } from './kernel/facts.ts';
import type { House } from './kernel/house.ts';
import { longWorkRound } from './kernel/long-works/run.ts';
import { workById } from './kernel/long-works/work-store.ts';
import { CaseTouched, assignmentsOfMany, isOpen, mayOn, requestsByIds } from './modules/requests/door.ts';
import { askForExport, countList, listPage, mapOf, openList, search } from './modules/search/door.ts';
import { staffActorById } from './modules/staff/door.ts';
import { deskServer } from './testing/desk-server.ts';
import type { DrawnCase, DrawnStep } from './testing/finding-world.ts';
import { NARROW, READER_NAMES, addNarrowRoles, drawnCase, drawnStep, readerNamed, recordDrawn, takeStep } from './testing/finding-world.ts'; // prettier-ignore
import { furnishedHouse } from './testing/furnished-house.ts';
import { listen } from './testing/live-listener.ts';
import { readCsv } from '../text/csv.ts';

const here = await furnishedHouse({ databaseConnections: 12 });
const { house, clock } = here;
const HANDS = 3;
const CASES = 8;
const ROUNDS = 10;
/** Words nobody else's case holds by chance. */
const MARKS = ['zımbırtık', 'kavalımsı', 'turnagagası', 'gümbürtek'];

interface Reader extends Pick<ReturnType<typeof listen>, 'text' | 'stop'> {
  username: string;
  actor: StaffActor;
  /** By case: how often something was committed about it, and how often the reader could see it then. */
  read: Map<string, { seen: number; of: number }>;
  listed: Map<string, { seen: number; of: number }>;
}

const readers: Reader[] = [];
const everybodys: string[] = [];

beforeAll(async () => {
  await addNarrowRoles(here);
  const server = await deskServer(house);
  for (const name of [...READER_NAMES, ...NARROW]) {
    const { cookie } = await server.as(name);
    const stream = listen(server.address, cookie);
    await stream.opened;
    readers.push({
      ...stream,
      username: name,
      actor: await readerNamed(here, name),
      read: new Map(),
      listed: new Map(),
    });
  }
  // Each stream begins with a look at the session; from its first line on it hears everything.
  await vi.waitUntil(() => readers.every(({ text }) => text().includes('still here')), { timeout: 8_000 });
});

/** Before the commit, after all reactions, notes who will see the case: only one at a time changes a case, so nothing is missed. */
const watched: House = {
  ...house,
  reactions: [
    ...house.reactions,
    on(CaseTouched, 'notes who sees', async (tx, { subject }) => {
      tx.beforeCommit(async () => {
        const [found] = await casesOf(tx.db, [subject]);
        for (const { actor, read, listed } of readers) {
          note(read, subject, mayOn(actor, 'request-read', found!));
          note(listed, subject, mayOn(actor, 'request-list', found!));
        }
      });
    }),
  ],
};

function note(kept: Map<string, { seen: number; of: number }>, id: string, sees: boolean): void {
  const { seen, of } = kept.get(id) ?? { seen: 0, of: 0 };
  kept.set(id, { seen: seen + Number(sees), of: of + 1 });
}

async function casesOf(db: Db, ids?: readonly string[]) {
  const wanted = ids ?? (await rows<{ id: string }>(db, sql`select id from service_requests`)).map(({ id }) => id);
  const parts = Map.groupBy(await assignmentsOfMany(db, wanted), ({ requestId }) => requestId);
  return (await requestsByIds(db, wanted)).map((request) => ({ request, assignments: parts.get(request.id) ?? [] }));
}

const throughout = (kept: Reader['read']) => [...kept].filter(([, { seen, of }]) => seen === of).map(([id]) => id);
const ever = (kept: Reader['read']) => new Set([...kept].filter(([, { seen }]) => seen > 0).map(([id]) => id));

/** One person at work: records cases and takes steps on their own and on everybody's. */
async function work(hand: { cases: DrawnCase[]; steps: { step: DrawnStep; at: number }[] }, ids: string[]) {
  const actors = { own: await readerNamed(here, 'own'), system: await readerNamed(here, 'sibel') };
  for (const [place, each] of hand.cases.entries()) {
    const mark = MARKS[each.hours % MARKS.length]!;
    const id = await inTransaction(watched, { actor: CITIZEN }, (tx) => recordDrawn(tx, each, [mark, ...each.words]));
    ids.push(id);
    const steps = [...each.steps.map((step) => ({ step, id })), ...hand.steps.slice(place * 2, place * 2 + 2).map(({ step, at }) => ({ step, id: ids[at % ids.length]! }))]; // prettier-ignore
    for (const given of steps) await takeStep(watched, { ...actors, ...given });
  }
}

/** Looks with a reader's eyes at one moment, and holds against it what the table of rights says of the same moment. */
async function look({ actor }: Reader, typed: string): Promise<number> {
  return house.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (db) => {
      const all = (await casesOf(db)).filter((each) => mayOn(actor, 'request-list', each));
      const open = all.filter(({ request }) => isOpen(request.state)).length;
      const now = clock.now();
      const list = await openList(db, actor, { query: { open: 'all' }, now });
      const { ids } = await listPage(db, list, { sort: 'newest', limit: 500 });
      expect(ids.toSorted(), actor.name).toEqual(all.map(({ request }) => request.id).sort());
      expect(await countList(db, list), actor.name).toMatchObject({ open, listed: all.length });
      const map = await mapOf({ ...house, db }, actor, { open: 'all' });
      expect(map.total, actor.name).toBe(all.length);
      const found = await search({ ...house, db }, actor, typed);
      const marked = new Set(all.map(({ request }) => request.text.split(' ')[0]!));
      const holding = all.filter(({ request }) => request.text.startsWith(typed)).length;
      if (MARKS.includes(typed)) expect(found.total, `${actor.name} ${typed}`).toBe(holding);
      // What is offered instead of a slip is a word of a case that the reader sees.
      for (const instead of found.instead) expect([...marked].some((mark) => alike(mark, instead)), `${actor.name} ${typed} → ${instead}`).toBe(true); // prettier-ignore
      const seen = new Set(all.map(({ request }) => request.id));
      for (const { id } of [...found.requests, ...map.pins]) expect(seen.has(id), actor.name).toBe(true);
      return all.length;
    });
}

const plain = (word: string) => word.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ı', 'i');
const alike = (mark: string, word: string) => plain(mark).startsWith(plain(word).slice(0, 5));

const hand = fc.record({
  cases: fc.array(drawnCase, { minLength: CASES, maxLength: CASES }),
  steps: fc.array(fc.record({ step: drawnStep, at: fc.nat(1000) }), { minLength: 2 * CASES, maxLength: 2 * CASES }),
});

describe.each([71, 72])('world %i', (seed) => {
  test(
    'what is looked at while three people work is exactly what may be seen at that moment',
    { timeout: 120_000 },
    async () => {
      const hands = fc.sample(hand, { numRuns: HANDS, seed });
      let done = false;
      const working = Promise.all(hands.map((each) => work(each, everybodys))).finally(() => (done = true));
      let seen = 0;
      const looking = (async () => {
        for (let round = 0; round < ROUNDS || !done; round += 1) {
          const typed = [...MARKS, 'zimbirtk', 'kavalimzi', 'gumburtec'][round % (MARKS.length + 3)]!;
          for (const reader of readers) if (reader.actor.role !== 'administrator') seen += await look(reader, typed);
        }
      })();
      await Promise.all([working, looking]);
      expect(seen).toBeGreaterThan(CASES * HANDS * 10);
    },
  );

  test(
    'the live stream said everything of what was theirs throughout, and nothing of what never was',
    { timeout: 60_000 },
    async () => {
      const facts = await rows<{ id: number; subject: string }>(house.db, sql`select id, subject from facts`);
      let told = 0;
      for (const { actor, read, text } of readers) {
        const whole = new Set(throughout(read));
        const owed = facts.filter(({ subject }) => whole.has(subject)).map(({ id }) => id);
        const heard = () => [...text().matchAll(/^event: fact\ndata: (.*)$/gm)].map(([, data]) => JSON.parse(data!) as { id: number; request: string }); // prettier-ignore
        await expect.poll(() => owed.filter((id) => !heard().some((each) => each.id === id)), { timeout: 15_000, message: actor.name }).toEqual([]); // prettier-ignore
        const theirs = ever(read);
        expect(heard().filter(({ request }) => !theirs.has(request)), actor.name).toEqual([]); // prettier-ignore
        expect(new Set(heard().map(({ id }) => id)).size, actor.name).toBe(heard().length);
        told += heard().length;
      }
      expect(told).toBeGreaterThan(CASES * HANDS);
    },
  );

  test(
    'a file that is written while people work holds what was theirs throughout, once',
    { timeout: 60_000 },
    async () => {
      for (const name of ['sibel', 'mustafa']) {
        const reader = readers.find(({ username }) => username === name)!;
        const before = new Set(throughout(reader.listed));
        const id = await inTransaction(
          house,
          { actor: reader.actor },
          (tx) =>
        askForExport(tx, { filter: { open: 'all' }, format: 'csv', personal: false, language: 'tr', reason: 'Deneme', columns: ['number'] }), // prettier-ignore
        );
        clock.advance(60_000);
        const [one] = fc.sample(hand, { numRuns: 1, seed: seed + 100 });
        await Promise.all([work(one!, everybodys), longWorkRound(house, staffActorById)]);
        expect(await workById(house.db, id)).toMatchObject({ state: 'done' });
        const file = readCsv(readFileSync(join(house.config.dataDir, 'exports', id), 'utf8')).map(
          ({ cells }) => cells[0]!,
        );
        const numbers = file.slice(1).map((shown) => shown.replaceAll('-', ''));
        expect(new Set(numbers).size).toBe(numbers.length);
        const found = new Map((await casesOf(house.db)).map(({ request }) => [request.trackingNumber, request.id]));
        const exported = new Set(numbers.map((number) => found.get(number)!));
        const theirs = ever(reader.listed);
        expect([...exported].filter((each) => !theirs.has(each))).toEqual([]);
        const still = new Set(throughout(reader.listed));
        expect([...before].filter((each) => still.has(each) && !exported.has(each))).toEqual([]);
        expect(exported.size).toBeGreaterThan(0);
      }
    },
  );
});
