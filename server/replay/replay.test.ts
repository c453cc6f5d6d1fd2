import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readConfig } from '../kernel/config.ts';
import { oneRow, sql } from '../kernel/db/database.ts';
import type { StaffActor } from '../kernel/actor.ts';
import type { House } from '../kernel/house.ts';
import { openHouse } from '../house.ts';
import { listTopics } from '../modules/catalogue/door.ts';
import { figures } from '../modules/reporting/door.ts';
import { seedIfEmpty } from '../seed/seed.ts';
import { testDatabase } from '../testing/database.ts';
import { furnishedHouse } from '../testing/furnished-house.ts';
import { callCast } from './cast.ts';
import { check } from './check.ts';
import type { ReplayName } from './margins.ts';
import { readMargins, sampled, sum } from './margins.ts';
import type { Progress } from './progress.ts';
import { replay } from './replay.ts';
import { marginsFor } from './setting.ts';

const quiet = (): Progress => ({ show: () => undefined, end: () => undefined });
const small = { sample: 0.002, seed: 1, concurrency: 6, gateway: 'simulator', intoDemo: false } as const;

async function emptyHouse(): Promise<{ house: House; url: string; close(): Promise<void> }> {
  const { url } = await testDatabase();
  const { house, close } = openHouse({ ...readConfig({ HEMSEHRI_LOG: 'silent' }, '/'), databaseConnections: 8 }, url);
  return { house, url, close };
}

async function differences(house: House, name: ReplayName, sample: number) {
  const margins = await marginsFor(house, { name, sample, seed: 1 });
  const report = await figures(house.db, { period: { year: margins.year }, now: new Date('2026-02-16T09:00:00Z') });
  expect(report.checks.filter(({ holds }) => !holds)).toEqual([]);
  return check(report, margins);
}

interface Contents {
  requests: number;
  calls: number;
  citizens: number;
  messages: number;
  /** Neither left nor overtaken: a question that was answered in the night before it could leave stays here. */
  waiting: number;
  history: number;
  open: number;
  /** Citizens without a request: somebody was added for one that was there already. */
  strangers: number;
}

function contents(house: House): Promise<Contents> {
  return oneRow<Contents>(
    house.db,
    sql`select (select count(*) from service_requests) as requests, (select count(*) from calls) as calls,
               (select count(*) from citizens) as citizens,
               (select count(*) from messages where state <> 'cancelled') as messages,
               (select count(*) from messages where state not in ('accepted','cancelled')) as waiting,
               (select count(*) from request_history) as history,
               (select count(*) from service_requests where concluded_at is null) as open,
               (select count(*) from citizens c where not exists (select from service_requests where citizen_id = c.id)) as strangers`,
  );
}

test('the documents’ margins are what the documents print', async () => {
  const margins = await readMargins('umraniye-2022');
  expect(sum(margins.records)).toBe(109_796);
  expect(sum(margins.places) + margins.placeless).toBe(109_796);
  expect(margins.placeless).toBe(5_717);
  expect(sum(margins.topTopics) + margins.otherTopics).toBe(109_796);
  expect(sum((await readMargins('cigli-2025')).records)).toBe(297_148 - 1_724);
  for (const sample of [0.002, 0.013, 0.5]) {
    const smaller = sampled(margins, sample);
    const records = sum(smaller.records);
    expect(records).toBe(Math.round(109_796 * sample));
    expect([sum(smaller.places) + smaller.placeless, sum(smaller.topTopics) + smaller.otherTopics]).toEqual([
      records,
      records,
    ]);
  }
});

test('a small Ümraniye shows the document’s figures, everybody was told, and a second run changes nothing', async () => {
  const { house, close } = await emptyHouse();
  const played = await replay(house, { ...small, name: 'umraniye-2022' }, quiet);
  expect(played.lifecycles).toBe(Math.round(109_796 * 0.002) + Math.round(56_769 * 0.002));
  expect(await differences(house, 'umraniye-2022', 0.002)).toEqual({ cells: 80, differences: [] });
  const before = await contents(house);
  expect(before.calls).toBe(Math.round(201_639 * 0.002));
  expect(before.waiting).toBe(0);
  expect(before.open).toBe(0);
  expect(played.messages).toBe(before.messages);
  const again = await replay(house, { ...small, name: 'umraniye-2022' }, quiet);
  expect(again).toMatchObject({ lifecycles: 0 });
  expect(again.daysBefore).toBeGreaterThan(365);
  expect(await contents(house)).toEqual(before);
  await expect(replay(house, { ...small, sample: 0.003, name: 'umraniye-2022' }, quiet)).rejects.toThrow(
    'Another replay',
  );
  await expect(replay(house, { ...small, name: 'cigli-2025' }, quiet)).rejects.toThrow('needs "cigli"');
  await close();
}, 300_000);

test('killed at any moment it goes on, and nothing is there twice', async () => {
  const { house, url, close } = await emptyHouse();
  const command = [
    fileURLToPath(new URL('../cli/main.ts', import.meta.url)),
    'replay',
    'umraniye-2022',
    '--sample',
    '0.002',
  ];
  for (const wanted of [60, 200]) {
    const child = spawn(process.execPath, command, { env: { ...process.env, DATABASE_URL: url }, stdio: 'ignore' });
    const gone = new Promise((resolve) => child.on('exit', resolve));
    while (child.exitCode === null && (await recorded(house)) < wanted) await sleep(50);
    child.kill('SIGKILL');
    await gone;
  }
  const played = await replay(house, { ...small, name: 'umraniye-2022' }, quiet);
  expect(played.daysBefore).toBeGreaterThan(0);
  expect((await differences(house, 'umraniye-2022', 0.002)).differences).toEqual([]);
  expect(await contents(house)).toMatchObject({ requests: 334, calls: 403, open: 0, waiting: 0, strangers: 0 });
  await close();
}, 300_000);

/** 0 while the other process has not made its tables yet. */
async function recorded(house: House): Promise<number> {
  return (await oneRow<{ n: number }>(house.db, sql`select count(*) as n from service_requests`)).n;
}

test('a small Çiğli has the published concluded and open of each channel', async () => {
  const { house, close } = await emptyHouse();
  await replay(house, { ...small, gateway: 'none', name: 'cigli-2025' }, quiet);
  const { differences: found } = await differences(house, 'cigli-2025', 0.002);
  expect(found).toEqual([]);
  expect(await contents(house)).toMatchObject({ requests: 594, messages: 0 });
  await close();
}, 300_000);

test('it plays where `npm start` has left its demo, and its people may do all that comes there', async () => {
  const { house, close } = await emptyHouse();
  await seedIfEmpty(house);
  // Whoever asks for less than can be drawn is told so; the demo's own requests were no hindrance.
  const tooLittle = { ...small, sample: 0.000_01, name: 'umraniye-2022' } as const;
  await expect(replay(house, tooLittle, quiet)).rejects.toThrow('The sample is too small');
  const { clerk } = await callCast(house);
  expect(clerk('KAD').unit).toBe('KAD-DAN');
  for (const topic of (await listTopics(house.db)).filter(({ restrictedTo = [] }) => restrictedTo.length > 0))
    expect(mayHaveIt(clerk(topic.directorate), topic.restrictedTo!), topic.code).toBe(true);
  await close();
}, 60_000);

const mayHaveIt = ({ directorate, unit }: StaffActor, keptTo: readonly string[]): boolean =>
  keptTo.some((code) => code === directorate || code === unit);

test('it does not mix with what somebody else recorded, nor run where people are real', async () => {
  const { house } = await furnishedHouse();
  await house.db.executeQuery(
    sql`insert into service_requests (id, tracking_number, access_token_hash, kind, channel, text, language, notify_by, state, received_at, recorded_at)
        values (gen_random_uuid(), 'AAAAAAAAAAA', '\\x00', 'complaint', 'web', 'Gerçek.', 'tr', 'none', 'received', now(), now())`.compile(
      house.db,
    ),
  );
  const asked = { ...small, name: 'umraniye-2022' } as const;
  await expect(replay(house, asked, quiet)).rejects.toThrow('--into-demo');
  const real: House = { ...house, config: { ...house.config, demo: false } };
  await expect(replay(real, asked, quiet)).rejects.toThrow('HEMSEHRI_DEMO=1');
});
