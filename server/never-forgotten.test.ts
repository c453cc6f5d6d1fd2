/** The ladder through the whole house: who is told of a running clock, once, whoever looks. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { LadderPreview, Ladders } from '../contract/ladder.ts';
import type { RequestPage } from '../contract/requests.ts';
import { rows, run, sql } from './kernel/db/database.ts';
import { mergeRequests } from './modules/incidents/door.ts';
import { climbLadders } from './modules/oversight/door.ts';
import { answerAssignment, askCitizen, resumeWork, workOnAssignment } from './modules/requests/door.ts';
import { endAbsence, recordAbsence } from './modules/staff/door.ts';
import { furnishedHouse, MONDAY_MORNING } from './testing/furnished-house.ts';
import { oversightStage } from './testing/oversight-stage.ts';

const world = await furnishedHouse();
const { house, clock, databaseUrl } = world;
const stage = oversightStage(world);
const { callers, clearBells, doAs, onMonday, people, record, toldOf, unread, bell } = stage;

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
    const page = (await onMonday(() => callers.sibel.get<RequestPage>(`/api/v1/requests/${id}`))).body;
    const lines = page.history.filter(({ what }) => what === 'escalated');
    expect(lines).toHaveLength(all.length);
    expect(lines[0]!.data).toMatchObject({ passed: [{ height: 'holder', because: 'not-handed' }, { height: 'unit' }] });
    expect(page.names.staff[people.mustafa.id]).toBe('Mustafa Deneme');
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
    const days = { staffId: people.mustafa.id, from: '2026-02-16', to: '2026-03-06' };
    const absence = await doAs('mustafa', (tx) => recordAbsence(tx, { ...days, delegateId: people.fatih.id }));
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

  test('of a promise that stands still while we wait for the citizen tells nobody, and of the law’s day all the same', async () => {
    await clearBells();
    const asked = [await record(), await record()] as const;
    for (const { id, part } of asked) {
      await doAs('fatih', (tx) => workOnAssignment(tx, { assignmentId: part, step: 'work' }));
      await doAs('fatih', (tx) => askCitizen(tx, { requestId: id, question: 'Çukur kapınızın önünde mi?' }));
    }
    const [answered, waiting] = asked;
    const toldBy = async (written: string) => {
      clock.set(new Date(written));
      await climbLadders(house);
      return Promise.all(asked.map(({ id }) => toldOf(id)));
    };
    expect(await toldBy('2026-02-20T18:00:00+03:00')).toEqual([[], []]);
    // It goes on with what was left of its three days.
    await doAs('fatih', (tx) => resumeWork(tx, { requestId: answered.id, reason: 'Aradık, söyledi.' }));
    expect(await toldBy('2026-02-23T18:00:00+03:00')).toEqual([['conclusion 0 → mustafa'], []]);
    expect((await toldBy('2026-03-17T18:00:00+03:00'))[1]).toEqual(['thirty-day-cap -1 → mustafa']);
    expect((await toldOf(waiting.id)).join()).not.toContain('conclusion');
  });

  test('of those who report one problem the first clock speaks, to whoever has the work in hand', async () => {
    await clearBells();
    const first = await record();
    clock.advance(26 * 3_600_000);
    const [lead, later] = [await record(), await record()];
    await doAs('sibel', (tx) =>
      mergeRequests(tx, { into: lead.id, requests: [first.id, later.id], why: 'Aynı çukur.' }),
    );
    clock.set(new Date('2026-02-19T18:00:00+03:00'));
    await climbLadders(house);
    // The promise to the first who rang is over a day before the lead's; their part lies at the lead.
    expect((await toldOf(first.id)).at(-1)).toBe('conclusion 0 → mustafa');
    expect(await toldOf(later.id)).toEqual([]);
    clock.set(new Date('2026-02-24T18:00:00+03:00'));
    await climbLadders(house);
    expect((await toldOf(lead.id)).at(-1)).toMatch(/^conclusion \+1 → nermin$/);
    expect(await toldOf(later.id)).toEqual([]);
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
    const administrator = callers.yonetici;
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
    // What the preview says is what then happens.
    const asked = { ladder, topic: 'YOL-01', directorate: 'FEN' };
    const preview = (await administrator.post<LadderPreview>('/api/v1/ladders/preview', asked)).body;
    const conclusion = preview.clocks.find(({ clock: one }) => one === 'conclusion')!;
    expect(conclusion.rungs).toEqual([
      {
        ...{ rung: { when: { days: 0 }, who: 'supervisor' }, height: 'supervisor', passed: [] },
        at: conclusion.dueAt,
        people: [{ name: 'Sibel Deneme', inPlaceOf: null }],
      },
    ]);
    expect((await callers.sibel.post('/api/v1/ladders/preview', asked)).status).toBe(403);
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

test('the system’s own look is no change that stops somebody’s act', async () => {
  await clearBells();
  const { id, part } = await record();
  const fatih = callers.fatih;
  const { seen } = (await fatih.get<RequestPage>(`/api/v1/requests/${id}`)).body;
  clock.set(new Date('2026-02-19T18:00:00+03:00'));
  await climbLadders(house);
  const answer = await onMonday(() => fatih.post(`/api/v1/assignments/${part}/acceptance`, { seen }));
  expect(answer.status).toBe(200);
});
