/** The ladder through the whole house: who is told of a running clock, once, whoever looks; and what those who are told read. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Ladders } from '../contract/ladder.ts';
import type { NoticeChoices, NoticeCount, NoticeList } from '../contract/notices.ts';
import type { RequestPage } from '../contract/requests.ts';
import type { StaffActor } from './kernel/actor.ts';
import { CITIZEN } from './kernel/actor.ts';
import type { Tx } from './kernel/db/transaction.ts';
import { rows, run, sql } from './kernel/db/database.ts';
import { inTransaction } from './kernel/db/transaction.ts';
import { NO_PLACE, receiveRequest } from './modules/intake/door.ts';
import { climbLadders } from './modules/oversight/door.ts';
import {
  addFromCitizen,
  answerAssignment,
  assignmentsOf,
  handAssignment,
  returnAssignment,
  workOnAssignment,
} from './modules/requests/door.ts';
import { endAbsence, recordAbsence } from './modules/staff/door.ts';
import type { DeskCaller, DeskServer } from './testing/desk-server.ts';
import { deskServer } from './testing/desk-server.ts';
import { listen } from './testing/live-listener.ts';
import { furnishedHouse, MONDAY_MORNING } from './testing/furnished-house.ts';

const { house, clock, databaseUrl, as } = await furnishedHouse();
const people: Record<string, StaffActor> = {};
let server: DeskServer;
const callers: Record<string, DeskCaller> = {};
const NAMES = ['fatih', 'mustafa', 'tulay', 'nermin', 'sibel', 'elif', 'sema', 'yonetici', 'pinar'];

beforeAll(async () => {
  server = await deskServer(house);
  for (const name of NAMES) {
    people[name] = await as(name);
    callers[name] = await server.as(name);
  }
});

async function record(topicCode: string | null = 'YOL-01', more: object = {}): Promise<{ id: string; part: string }> {
  const { id } = await inTransaction(house, { actor: CITIZEN }, (tx) =>
    receiveRequest(tx, {
      ...{ channel: 'web', kind: 'complaint', text: 'Yolda çukur var.', language: 'tr', topicCode },
      ...{ answers: [], danger: false, fileIds: [], clientKey: null },
      person: { name: 'Ayşe Örnek', phone: '0555 000 08 88', notifyBy: 'sms' },
      place: { ...NO_PLACE, neighbourhoodId: 1, description: 'Okulun önü' },
      ...more,
    }),
  );
  clock.advance(1_000);
  return { id, part: (await assignmentsOf(house.db, id))[0]?.id ?? '' };
}

const doAs = <T>(who: string, work: (tx: Tx) => Promise<T>) => inTransaction(house, { actor: people[who]! }, work);
const nameOf = (id: string) => Object.keys(people).find((name) => people[name]!.id === id) ?? id;

/** What was told of a request: `clock rung → people`, in order. */
async function toldOf(id: string): Promise<string[]> {
  const found = await rows<{ rule: string; rung: string; told: string[]; silent: boolean }>(
    house.db,
    sql`select c.rule, e.rung, e.told, e.silent from escalations e join clocks c on c.id = e.clock_id
        where e.request_id = ${id} order by e.raised_at, c.rule, e.rung`,
  );
  return found
    .filter(({ silent }) => !silent)
    .map(({ rule, rung, told }) => `${rule} ${rung.split(':')[0]} → ${told.map(nameOf).sort().join(', ')}`);
}

/** The desk as somebody signed in on Monday morning: sessions would be over by the days the clock is moved to. */
async function onMonday<T>(ask: () => Promise<T>): Promise<T> {
  const now = clock.now();
  clock.set(new Date(MONDAY_MORNING.getTime() + 60_000));
  const answer = await ask();
  clock.set(now);
  return answer;
}
const bell = (who: string) =>
  onMonday(async () => (await callers[who]!.get<NoticeList>('/api/v1/notices')).body.notices);
const unread = async (who: string) => (await bell(who)).map(({ kind }) => kind);

/** Everything that was told so far is put away, so that a test sees only its own. */
async function clearBells(): Promise<void> {
  clock.set(MONDAY_MORNING);
  await run(house.db, sql`update staff_notices set read_at = now()`);
  await run(house.db, sql`delete from escalation_watch`);
  await run(house.db, sql`update clocks set ended_at = started_at, end_reason = 'cancelled' where ended_at is null`);
}

describe('the ladder', () => {
  test('climbs with the promise: nobody’s hands, the manager, the deputy mayor, the solution centre; each once', async () => {
    await clearBells();
    // Potholes promise a first response within a day and an end within three days: Thursday 17.30.
    const { id } = await record();
    const at = async (written: string) => {
      clock.set(new Date(written));
      await climbLadders(house);
      await climbLadders(house);
      return toldOf(id);
    };
    for (const time of ['16T10', '19T08', '19T18', '20T18', '23T18']) await at(`2026-02-${time}:00:00+03:00`);
    const all = await at('2026-02-25T18:00:00+03:00');
    expect(all.filter((line) => line.startsWith('conclusion'))).toEqual([
      'conclusion 75% → mustafa',
      'conclusion 0 → mustafa',
      'conclusion +1 → nermin',
      'conclusion +3 → sibel',
    ]);
    expect(new Set(all).size).toBe(all.length);
    const page = (await onMonday(() => callers.sibel!.get<RequestPage>(`/api/v1/requests/${id}`))).body;
    const lines = page.history.filter(({ what }) => what === 'escalated');
    expect(lines).toHaveLength(all.length);
    expect(lines[0]!.data).toMatchObject({ passed: [{ height: 'holder', because: 'not-handed' }, { height: 'unit' }] });
    expect(page.names.staff[people.mustafa!.id]).toBe('Mustafa Deneme');
  });

  test('speaks once for a request that was entered long after: the highest rung of the law, the others in silence', async () => {
    await clearBells();
    const { id } = await record('YOL-01', { receivedAt: new Date('2025-12-01T09:00:00+03:00') });
    await run(house.db, sql`update clocks set due_at = due_at - interval '70 days' where request_id = ${id}`);
    await climbLadders(house);
    expect(await toldOf(id)).toEqual(['thirty-day-cap +3 → sibel']);
    expect(await unread('sibel')).toContain('escalated');
    expect(await unread('mustafa')).not.toContain('escalated');
  });

  test('what was answered climbs no more, and its notices are settled', async () => {
    await clearBells();
    const { id, part } = await record();
    clock.set(new Date('2026-02-19T18:00:00+03:00'));
    await climbLadders(house);
    expect(await unread('mustafa')).toContain('escalated');
    await doAs('fatih', (tx) =>
      answerAssignment(tx, { assignmentId: part, outcome: 'done', text: 'Çukuru kapattık.' }),
    );
    const before = await toldOf(id);
    clock.set(new Date('2026-03-02T18:00:00+03:00'));
    await climbLadders(house);
    expect(await toldOf(id)).toEqual(before);
    expect(await unread('mustafa')).not.toContain('escalated');
  });

  test('follows an absence to who stands in, and says in whose place', async () => {
    await clearBells();
    const days = { staffId: people.mustafa!.id, from: '2026-02-16', to: '2026-03-06' };
    const absence = await doAs('mustafa', (tx) => recordAbsence(tx, { ...days, delegateId: people.fatih!.id }));
    const { id } = await record();
    clock.set(new Date('2026-02-19T18:00:00+03:00'));
    await climbLadders(house);
    expect((await toldOf(id)).at(-1)).toBe('conclusion 0 → fatih');
    const notices = await bell('fatih');
    expect(notices.find(({ kind }) => kind === 'escalated')).toMatchObject({
      inPlaceOf: 'Mustafa Deneme',
      request: { id },
    });
    clock.set(MONDAY_MORNING);
    await doAs('mustafa', (tx) => endAbsence(tx, absence));
  });

  test('of a restricted request tells only who may see it, and nothing of what it says', async () => {
    await clearBells();
    const { id } = await record('SOS-01');
    await run(house.db, sql`update service_requests set restricted = true, restricted_to = '{SOS}' where id = ${id}`);
    clock.set(new Date('2026-03-30T18:00:00+03:00'));
    await climbLadders(house);
    const told = (await toldOf(id)).join();
    expect(told).toContain('sibel');
    expect(told).not.toContain('nermin');
    const notices = await bell('sibel');
    expect(notices.find(({ request }) => request?.id === id)?.request).toMatchObject({ text: null });
  });

  test('two workers at once tell each rung once', async () => {
    await clearBells();
    const made = [];
    for (let n = 0; n < 12; n += 1) made.push(await record());
    clock.set(new Date('2026-02-20T18:00:00+03:00'));
    await Promise.all([climbLadders(house), climbLadders(house), climbLadders(house)]);
    for (const { id } of made) {
      const told = await toldOf(id);
      expect(told).toEqual([...new Set(told)]);
      expect(told).toContain('conclusion +1 → nermin');
    }
    const lines = await rows<{ n: number }>(
      house.db,
      sql`select count(*) as n from request_history where what = 'escalated' and request_id = any(${made.map(({ id }) => id)}::uuid[])`,
    );
    const raised = await rows<{ n: number }>(
      house.db,
      sql`select count(*) as n from escalations where not silent and request_id = any(${made.map(({ id }) => id)}::uuid[])`,
    );
    expect(lines).toEqual(raised);
  });

  test(
    'a worker that is killed leaves nothing half told, and the next one tells the rest, each once',
    { timeout: 60_000 },
    async () => {
      await clearBells();
      const ids: string[] = [];
      for (let n = 0; n < 60; n += 1) ids.push((await record()).id);
      const now = '2026-02-20T18:00:00+03:00';
      const countTold = async () =>
        (
          await rows<{ n: number }>(
            house.db,
            sql`select count(distinct request_id) as n from escalations where request_id = any(${ids}::uuid[])`,
          )
        )[0]!.n;
      const victim = fileURLToPath(new URL('testing/ladder-victim.ts', import.meta.url));
      const child = spawn(process.execPath, [victim, databaseUrl, house.config.dataDir, now], {
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      await expect.poll(countTold, { timeout: 30_000, interval: 2 }).toBeGreaterThan(2);
      child.kill('SIGKILL');
      await new Promise((resolve) => child.once('exit', resolve));
      clock.set(new Date(now));
      await climbLadders(house);
      expect(await countTold()).toBe(60);
      const per = await rows<{ lines: number; told: number; noticed: number }>(
        house.db,
        sql`select (select count(*) from request_history h where h.request_id = r.id and h.what = 'escalated') as lines,
                 (select count(*) from escalations e where e.request_id = r.id and not e.silent) as told,
                 (select count(distinct n.dedupe_key) from staff_notices n where n.request_id = r.id and n.kind = 'escalated') as noticed
          from unnest(${ids}::uuid[]) as r(id)`,
      );
      for (const { lines, told, noticed } of per) expect([lines, noticed]).toEqual([told, told]);
    },
  );

  test('a municipality’s own ladder holds for its group from the next look on, and is refused with its faults', async () => {
    await clearBells();
    const administrator = callers.yonetici!;
    const { ready, holes } = (await administrator.get<Ladders>('/api/v1/ladders')).body;
    expect(ready.length).toBeGreaterThan(10);
    expect(holes).toContainEqual({ directorate: 'ZAB', audience: 'manager', instead: 'supervisor' });
    const ladder = {
      statutory: [{ when: { days: 0 }, who: 'mayors-office' }],
      partner: [{ when: { days: 0 }, who: 'supervisor' }],
      conclusion: [{ when: { days: 0 }, who: 'supervisor' }],
      'first-response': [{ when: { days: 0 }, who: 'supervisor' }],
    };
    const put = (body: object) => administrator.put(`/api/v1/ladders/YOL`, body);
    const reason = 'Başkanlık oluru';
    const broken = { ladder: { ...ladder, conclusion: [] }, active: true, version: 0, reason };
    expect(await put(broken)).toMatchObject({ status: 400, body: { details: { faults: [{ problem: 'empty' }] } } });
    expect(await put({ ladder, active: true, version: 0, reason })).toMatchObject({
      status: 200,
      body: { version: 1 },
    });
    expect((await put({ ladder, active: true, version: 0, reason })).status).toBe(409);
    const { id } = await record();
    clock.set(new Date('2026-02-19T18:00:00+03:00'));
    await climbLadders(house);
    expect((await toldOf(id)).at(-1)).toBe('conclusion 0 → sibel');
    clock.set(MONDAY_MORNING);
    expect((await administrator.put(`/api/v1/ladders/YOL`, { ladder, active: false, version: 1, reason })).status).toBe(
      200,
    );
  });
});

describe('what staff are told', () => {
  test('handed work rings for the person, not for who handed it, and stops ringing when it is done', async () => {
    await clearBells();
    const { part } = await record();
    await doAs('mustafa', (tx) => handAssignment(tx, { assignmentId: part, unit: null, assigneeId: people.fatih!.id }));
    expect(await unread('fatih')).toEqual(['handed-to-you']);
    expect(await unread('mustafa')).toEqual([]);
    const fatih = callers.fatih!;
    expect((await fatih.get<NoticeCount>('/api/v1/notices/count')).body.unread).toBe(1);
    await doAs('fatih', (tx) =>
      answerAssignment(tx, { assignmentId: part, outcome: 'done', text: 'Çukuru kapattık.' }),
    );
    expect((await fatih.get<NoticeCount>('/api/v1/notices/count')).body.unread).toBe(0);
  });

  test('handed on, it rings for the next and is settled for the one before', async () => {
    await clearBells();
    const { part } = await record();
    await doAs('sibel', (tx) => handAssignment(tx, { assignmentId: part, unit: null, assigneeId: people.fatih!.id }));
    await doAs('sibel', (tx) => handAssignment(tx, { assignmentId: part, unit: null, assigneeId: people.mustafa!.id }));
    expect([await unread('fatih'), await unread('mustafa')]).toEqual([[], ['handed-to-you']]);
  });

  test('a citizen who writes rings for who has it in hand', async () => {
    await clearBells();
    const { id, part } = await record();
    await doAs('fatih', (tx) => workOnAssignment(tx, { assignmentId: part, step: 'accept' }));
    await inTransaction(house, { actor: CITIZEN }, (tx) =>
      addFromCitizen(tx, { requestId: id, text: 'Çukur büyüdü.', fileIds: [] }),
    );
    expect(await unread('fatih')).toEqual(['citizen-wrote']);
    expect(await unread('tulay')).toEqual([]);
  });

  test('sent back by all, it rings at the solution centre until a directorate has it', async () => {
    await clearBells();
    const { part } = await record();
    await doAs('fatih', (tx) => returnAssignment(tx, { assignmentId: part, reason: 'Büyükşehirin yolu.' }));
    expect(await unread('sibel')).toContain('needs-a-directorate');
    expect(await unread('fatih')).toEqual([]);
  });

  test('danger rings in the directorate at once; a pothole waits in the list', async () => {
    await clearBells();
    await record();
    expect(await unread('mustafa')).toEqual([]);
    await record('YOL-01', { danger: true });
    expect(await unread('mustafa')).toEqual(['danger']);
  });

  test('somebody who stands in is told so', async () => {
    await clearBells();
    const days = { staffId: people.mustafa!.id, from: '2026-04-06', to: '2026-04-10' };
    const absence = await doAs('mustafa', (tx) => recordAbsence(tx, { ...days, delegateId: people.nermin!.id }));
    expect(await unread('nermin')).toEqual(['you-stand-in']);
    await doAs('mustafa', (tx) => endAbsence(tx, absence));
    expect(await unread('nermin')).toEqual([]);
  });

  test('each may choose otherwise for themselves, but not mute what a citizen’s right hangs on', async () => {
    await clearBells();
    const fatih = callers.fatih!;
    const choose = (kind: string, choice: string) =>
      fatih.put<NoticeChoices>('/api/v1/notices/choices', { kind, choice });
    expect((await choose('escalated', 'none')).status).toBe(400);
    expect(
      (await choose('citizen-wrote', 'none')).body.kinds.find(({ kind }) => kind === 'citizen-wrote'),
    ).toMatchObject({
      choice: 'none',
      usual: 'at-once',
    });
    const { id, part } = await record();
    await doAs('fatih', (tx) => workOnAssignment(tx, { assignmentId: part, step: 'accept' }));
    const write = (text: string) =>
      inTransaction(house, { actor: CITIZEN }, (tx) => addFromCitizen(tx, { requestId: id, text, fileIds: [] }));
    await write('Bir');
    expect(await unread('fatih')).toEqual([]);
    await choose('citizen-wrote', 'digest');
    await write('İki');
    expect(await unread('fatih')).toEqual(['citizen-wrote']);
    expect((await fatih.get<NoticeCount>('/api/v1/notices/count')).body.unread).toBe(0);
    await choose('citizen-wrote', 'at-once');
  });

  test('are read, all of them or some, and only one’s own', async () => {
    await clearBells();
    const { part } = await record();
    await doAs('mustafa', (tx) => handAssignment(tx, { assignmentId: part, unit: null, assigneeId: people.fatih!.id }));
    const [fatih, tulay] = [callers.fatih!, callers.tulay!];
    const { notices } = (await fatih.get<NoticeList>('/api/v1/notices')).body;
    await tulay.post('/api/v1/notices/read', { ids: notices.map(({ id }) => id) });
    expect(await unread('fatih')).toHaveLength(1);
    expect((await fatih.post<NoticeCount>('/api/v1/notices/read', { kind: 'handed-to-you' })).body.unread).toBe(0);
    expect(
      (await fatih.post<NoticeCount>('/api/v1/notices/read', { ids: [notices[0]!.id], read: false })).body.unread,
    ).toBe(1);
    await fatih.post('/api/v1/notices/read', {});
    expect((await fatih.get<NoticeList>('/api/v1/notices?all=1')).body.notices.length).toBeGreaterThan(0);
  });

  test('a request that is no longer theirs to see is gone from what they read', async () => {
    await clearBells();
    const { id, part } = await record();
    await doAs('mustafa', (tx) => handAssignment(tx, { assignmentId: part, unit: null, assigneeId: people.fatih!.id }));
    await run(house.db, sql`update service_requests set restricted = true, restricted_to = '{SOS}' where id = ${id}`);
    expect(await unread('fatih')).toEqual([]);
  });
});

test('the bell rings in the open window of who is told, and in nobody else’s', async () => {
  await clearBells();
  const { part } = await record();
  clock.set(new Date(MONDAY_MORNING.getTime() + 60_000));
  const [heard, other] = ['fatih', 'tulay'].map((name) => listen(server.address, callers[name]!.cookie));
  await heard!.opened;
  await other!.opened;
  await doAs('mustafa', (tx) => handAssignment(tx, { assignmentId: part, unit: null, assigneeId: people.fatih!.id }));
  await expect.poll(() => heard!.text(), { timeout: 8_000 }).toContain('event: mine');
  expect(other!.text()).not.toContain('event: mine');
  heard!.stop();
  other!.stop();
});

test('the system’s own look is no change that stops somebody’s act', async () => {
  await clearBells();
  const { id, part } = await record();
  const fatih = callers.fatih!;
  const { seen } = (await fatih.get<RequestPage>(`/api/v1/requests/${id}`)).body;
  clock.set(new Date('2026-02-19T18:00:00+03:00'));
  await climbLadders(house);
  const answer = await onMonday(() => fatih.post(`/api/v1/assignments/${part}/acceptance`, { seen }));
  expect(answer.status).toBe(200);
});
