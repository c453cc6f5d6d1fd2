/**
 * Thirty people report one hole. They are put together, answered at once, and each hears of it once in their own channel and language, also when
 * the worker that tells them is killed in the middle; and a merge that is undone leaves nothing behind. The figures count both at each step.
 */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Language } from '../text/language.ts';
import type { StaffActor } from './kernel/actor.ts';
import { CITIZEN } from './kernel/actor.ts';
import type { Tx } from './kernel/db/transaction.ts';
import { inTransaction } from './kernel/db/transaction.ts';
import { longWorkRound } from './kernel/long-works/run.ts';
import type { Gateways, Simulators } from './modules/correspondence/door.ts';
import {
  SIMULATED_ACCOUNTS,
  gatewaysInUse,
  messagesOfRequest,
  relayRound,
  startSimulators,
} from './modules/correspondence/door.ts';
import { mergeRequests, releaseFromIncident } from './modules/incidents/door.ts';
import type { Application } from './modules/intake/door.ts';
import { NO_PLACE, receiveRequest } from './modules/intake/door.ts';
import { figures } from './modules/reporting/door.ts';
import { answerAssignment, assignmentsOf, requestsByIds } from './modules/requests/door.ts';
import { staffActorById } from './modules/staff/door.ts';
import { furnishedHouse } from './testing/furnished-house.ts';
import type { FurnishedHouse } from './testing/furnished-house.ts';

const PEOPLE = 30;
const ANSWER = { tr: 'Çukur kapatıldı, yol açık.', outcome: 'done' } as const;

interface Told {
  by: 'sms' | 'email' | 'none';
  language: Language;
  address: string;
}

/** The n-th of them: half by SMS, some by mail, some not at all; every third in English. */
function personOf(n: number): Told {
  const language = n % 3 === 2 ? 'en' : 'tr';
  if (n % 5 === 3) return { by: 'email', language, address: `kisi${n}@ornek.example.org` };
  if (n % 5 === 4) return { by: 'none', language, address: '' };
  return { by: 'sms', language, address: `+90555000${String(1000 + n)}` };
}

let world: FurnishedHouse;
let simulators: Simulators;
let gateways: Gateways;
let roads: StaffActor;
let supervisor: StaffActor;

beforeAll(async () => {
  simulators = await startSimulators();
  world = await furnishedHouse();
  const sms = { ...world.house.config.sms, url: simulators.urls.verimor, ...SIMULATED_ACCOUNTS.verimor };
  gateways = gatewaysInUse({
    config: { ...world.house.config, sms, mail: { url: simulators.urls.smtp, from: null } },
    senderTitle: 'UMRANIYEBLD',
    sender: { name: 'Ümraniye Belediyesi', address: 'cozum@ornek.example.org' },
    now: () => world.clock.now(),
  });
  [roads, supervisor] = [await world.as('fatih'), await world.as('sibel')];
});
afterAll(() => simulators.stop());

const as = <T>(actor: Parameters<typeof inTransaction<T>>[1]['actor'], work: (tx: Tx) => Promise<T>) =>
  inTransaction(world.house, { actor }, work);

async function file({ by, language, address }: Told, change: Partial<Application> = {}): Promise<string> {
  const contact = by === 'sms' ? { phone: address } : by === 'email' ? { email: address } : {};
  const { id } = await as(CITIZEN, (tx) =>
    receiveRequest(tx, {
      ...{ channel: 'web', kind: 'complaint', text: 'Yolda çukur var.', language, topicCode: 'YOL-02', answers: [] },
      ...{ danger: false, fileIds: [], clientKey: null },
      person: { name: 'Kişi Örnek', ...contact, notifyBy: by },
      place: { ...NO_PLACE, neighbourhoodId: 1, description: 'Sağlık ocağının karşısı' },
      ...change,
    }),
  );
  return id;
}

async function thirty(): Promise<string[]> {
  const ids: string[] = [];
  for (let n = 0; n < PEOPLE; n += 1) ids.push(await file(personOf(n)));
  return ids;
}

const merge = ([into, ...requests]: string[]) =>
  as(supervisor, (tx) => mergeRequests(tx, { into: into!, requests, why: 'Aynı çukur.' }));

async function answer(id: string): Promise<void> {
  const part = (await assignmentsOf(world.house.db, id)).find(({ endedAt }) => endedAt === null)!;
  await as(roads, (tx) => answerAssignment(tx, { assignmentId: part.id, outcome: ANSWER.outcome, text: ANSWER.tr }));
}

const share = () => longWorkRound(world.house, staffActorById);
const send = async () => {
  while ((await relayRound(world.house, gateways)).handed > 0);
};
const concluded = async (ids: string[]) =>
  (await requestsByIds(world.house.db, ids)).filter(({ state }) => state === 'concluded').length;

/** Requests and problems: on their own, merged, together. */
async function counted(): Promise<(number | null)[][]> {
  const { tables, checks } = await figures(world.house.db, { period: { year: 2026 }, now: world.clock.now() });
  expect(checks.filter(({ holds }) => !holds)).toEqual([]);
  return tables.find(({ key }) => key === 'problems')!.rows.map(({ cells }) => cells);
}

/** How often each heard of the conclusion, and that it was in their own channel and language. */
async function toldOf(id: string): Promise<{ channel: string; language: string }[]> {
  const messages = await messagesOfRequest(world.house.db, id);
  return messages
    .filter(({ textKey }) => textKey === 'concluded')
    .map(({ channel, language }) => ({ channel, language }));
}

test(
  'thirty people are answered once each, in their own channel and language, though the worker is killed in the middle',
  {
    timeout: 120_000,
  },
  async () => {
    world.clock.advance(1_000);
    const ids = await thirty();
    const secret = await file(personOf(95), { topicCode: 'ZAB-05', text: 'Komşu gürültü yapıyor.' });
    world.clock.advance(1_000);
    expect(await counted()).toEqual([
      [31, 31],
      [0, 0],
      [31, 31],
    ]);
    await expect(merge([ids[0]!, secret])).rejects.toMatchObject({ code: 'merge-protected' });

    await merge(ids);
    expect(await counted()).toEqual([
      [1, 1],
      [30, 1],
      [31, 2],
    ]);
    await answer(ids[0]!);
    expect(await concluded(ids)).toBe(1);

    await killInTheMiddle(ids);
    const before = await concluded(ids);
    expect(before).toBeGreaterThan(1);
    expect(before).toBeLessThan(PEOPLE);
    // The lease it left must run out before another worker takes the work over.
    world.clock.advance(31_000);
    await expect
      .poll(
        async () => {
          await share();
          return concluded(ids);
        },
        { timeout: 20_000 },
      )
      .toBe(PEOPLE);
    await send();

    for (const [n, id] of ids.entries()) {
      const { by, language } = personOf(n);
      expect(await toldOf(id)).toEqual(by === 'none' ? [] : [{ channel: by, language }]);
    }
    const sms = simulators.verimor.log.recent().filter(({ duplicate }) => duplicate !== true);
    const mails = simulators.smtp.log.recent();
    for (let n = 0; n < PEOPLE; n += 1) {
      const { by, address } = personOf(n);
      const log = by === 'sms' ? sms : mails;
      const reached = log.filter(({ to }) => to.includes(address.replace('+', '')));
      // Once when it was recorded and once when it was answered.
      if (by !== 'none') expect(reached.length, `${n} by ${by}`).toBe(2);
    }
    expect(await counted()).toEqual([
      [1, 1],
      [30, 1],
      [31, 2],
    ]);
  },
);

test(
  'a merge of thirty that is undone leaves each with the work it had, and the figures as they were',
  {
    timeout: 60_000,
  },
  async () => {
    const before = await counted();
    const ids = await thirty();
    world.clock.advance(1_000);
    const partsOf = async () =>
      (await Promise.all(ids.map((id) => assignmentsOf(world.house.db, id)))).map((parts) =>
        parts.map(({ id, state, endedAt, directorateCode }) => ({ id, state, endedAt, directorateCode })),
      );
    const parts = await partsOf();
    const apart = await counted();
    await merge(ids);
    expect(await counted()).toEqual([before[0], [60, 2], [61, 3]]);
    for (const id of ids.slice(1))
      await as(supervisor, (tx) => releaseFromIncident(tx, { requestId: id, why: 'Ayrı çukurlarmış.' }));
    await share();
    expect(await partsOf()).toEqual(parts);
    expect(await counted()).toEqual(apart);
    expect(
      (await requestsByIds(world.house.db, ids)).every(({ state, leadId }) => state === 'assigned' && !leadId),
    ).toBe(true);
  },
);

async function killInTheMiddle(ids: string[]): Promise<void> {
  const worker = fileURLToPath(new URL('testing/slow-worker.ts', import.meta.url));
  const { databaseUrl, house, clock } = world;
  const child = spawn(process.execPath, [worker, databaseUrl, house.config.dataDir, clock.now().toISOString()], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await expect.poll(() => concluded(ids), { timeout: 30_000, interval: 10 }).toBeGreaterThan(5);
  child.kill('SIGKILL');
  await new Promise((resolve) => child.once('exit', resolve));
}
