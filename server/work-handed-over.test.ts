/** Somebody leaves: what they have in hand goes on to others, comes back when undone, and an account with work in it is not closed. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { HandOverAsked, HandOverPreview, InHand } from '../contract/hand-over.ts';
import type { RequestPage } from '../contract/requests.ts';
import type { SavedView, StaffMember } from '../contract/staff.ts';
import type { WorkShown } from '../contract/works.ts';
import { systemActor } from './kernel/actor.ts';
import { oneRow, rows, run, sql } from './kernel/db/database.ts';
import { inTransaction } from './kernel/db/transaction.ts';
import { longWorkRound } from './kernel/long-works/run.ts';
import { keepDraft } from './modules/answers/door.ts';
import { lookForWhatStandsStill } from './modules/oversight/door.ts';
import { HeldActCameBack, handAssignment, workOnAssignment } from './modules/requests/door.ts';
import type { GivenStaffMember } from './modules/staff/door.ts';
import { addStaffMember, listStaff, recordAbsence, staffActorById } from './modules/staff/door.ts';
import { furnishedHouse } from './testing/furnished-house.ts';
import { oversightStage } from './testing/oversight-stage.ts';

const world = await furnishedHouse();
const { house, clock, databaseUrl } = world;
const stage = oversightStage(world);
const { bell, callers, clearBells, doAs, people, record, unread } = stage;
const ids: Record<string, string> = {};

const clerk = (username: string, unit: string | null): GivenStaffMember => ({
  ...{ username, displayName: `${username} Deneme`, role: 'clerk', directorate: 'FEN', unit, email: null },
  password: 'hemsehri-demo',
});

beforeAll(async () => {
  await inTransaction(house, { actor: systemActor('seed') }, async (tx) => {
    for (const [name, unit] of [
      ['ada', 'FEN-YOL'],
      ['bora', 'FEN-YOL'],
      ['ceren', null],
    ] as const)
      // prettier-ignore
      await addStaffMember(tx, clerk(name, unit));
  });
  for (const { username, id } of await listStaff(house.db)) ids[username] = id;
});
beforeEach(() => clearBells());

/** A new clerk of FEN with so many parts in hand. */
async function leaverWith(count: number, name: string): Promise<{ id: string; requests: string[]; parts: string[] }> {
  await inTransaction(house, { actor: systemActor('seed') }, (tx) => addStaffMember(tx, clerk(name, 'FEN-YOL')));
  const id = (await listStaff(house.db)).find(({ username }) => username === name)!.id;
  const made = [];
  for (let n = 0; n < count; n += 1) made.push(await record());
  for (const { part } of made)
    await doAs('sibel', (tx) => handAssignment(tx, { assignmentId: part, unit: null, assigneeId: id }));
  return { id, requests: made.map((one) => one.id), parts: made.map(({ part }) => part) };
}

const inHand = async (id: string, who: 'mustafa' | 'yonetici' | 'sibel' = 'mustafa') =>
  (await callers[who].get<InHand>(`/api/v1/hand-overs/${id}`)).body;
const handOver = (id: string, body: object, who: 'mustafa' | 'yonetici' = 'mustafa') =>
  callers[who].post<HandOverAsked>(`/api/v1/hand-overs/${id}`, { why: 'Emekli oldu', ...body });

const runWorks = () => longWorkRound(house, staffActorById);
const handsOf = async (parts: readonly string[]) =>
  (
    await rows<{ id: string; who: string | null }>(
      house.db,
      sql`select a.id, s.username as who from assignments a left join staff_members s on s.id = a.assignee_id
          where a.id = any(${parts}::uuid[])`,
    )
  ).map(({ who }) => who);

describe('handing over', () => {
  test('spreads evenly by what each has in hand, says so on each request, and can be undone', async () => {
    const { id, requests, parts } = await leaverWith(6, 'leyla');
    const busy = await record();
    await doAs('sibel', (tx) => handAssignment(tx, { assignmentId: busy.part, unit: null, assigneeId: ids.ada! }));
    expect(await inHand(id)).toMatchObject({
      counts: { part: 6, draft: 0, 'stand-in': 0 },
      person: { active: true },
      mayClose: false,
      takers: expect.arrayContaining([expect.objectContaining({ id: ids.ada, open: 1 })]),
    });
    const chosen = [ids.ada!, ids.bora!];
    const preview = (
      await callers.mustafa.post<HandOverPreview>(`/api/v1/hand-overs/${id}/preview`, { people: chosen })
    ).body;
    // One has one part already: 3 + 4 of the 7 are even.
    expect(preview.parts.map(({ to, count }) => [to, count])).toEqual(
      expect.arrayContaining([
        [ids.bora, expect.any(Number)],
        [ids.ada, expect.any(Number)],
      ]),
    );
    const counts = Object.fromEntries(preview.parts.map(({ to, count }) => [to, count]));
    expect(Math.abs(counts[ids.bora!]! - (counts[ids.ada!]! + 1))).toBeLessThanOrEqual(1);
    const asked = await handOver(id, { people: chosen });
    expect(asked).toMatchObject({ status: 200, body: { total: 6 } });
    await runWorks();
    const hands = await handsOf(parts);
    expect(hands.every((who) => who === 'bora' || who === 'ada')).toBe(true);
    expect(hands.filter((who) => who === 'bora')).toHaveLength(counts[ids.bora!]!);
    const page = (await callers.mustafa.get<RequestPage>(`/api/v1/requests/${requests[0]}`)).body;
    const line = page.history.find(({ what }) => what === 'handed-over')!;
    expect(line).toMatchObject({ why: 'Emekli oldu', data: { directorate: 'FEN', from: id } });
    expect(page.names.staff[id]).toBe('leyla Deneme');
    const undo = await callers.mustafa.post<WorkShown>(`/api/v1/works/${asked.body.work}/undo`);
    expect(undo.status).toBe(200);
    await runWorks();
    expect(new Set(await handsOf(parts))).toEqual(new Set(['leyla']));
  });

  test('back to the directorate: its manager is told of each part, and nothing is lost', async () => {
    const { id, parts, requests } = await leaverWith(2, 'nuri');
    await handOver(id, { people: [], close: undefined }, 'yonetici');
    await runWorks();
    expect(await handsOf(parts)).toEqual([null, null]);
    const told = (await bell('mustafa')).filter(({ kind }) => kind === 'leavers-work');
    expect(told.map(({ request }) => request?.id).sort()).toEqual([...requests].sort());
  });

  test('drafts, what was told, views and posts to stand in for go along', async () => {
    const { id, parts, requests } = await leaverWith(1, 'orhan');
    const orhan = await staffActorById(house, id);
    const draftId = await inTransaction(house, { actor: orhan! }, (tx) =>
      keepDraft(tx, { assignmentId: parts[0]!, kind: 'final', body: { text: 'Yarım kalan yanıt' } as never }),
    );
    await run(
      house.db,
      sql`insert into staff_notices (id, staff_id, kind, request_id, data, at_once, told_at, dedupe_key)
          values (gen_random_uuid(), ${id}, 'citizen-wrote', ${requests[0]}, '{}', true, ${clock.now()}, 'test')`,
    );
    const orhanCalls = await stage.server.as('orhan');
    await orhanCalls.post<SavedView>('/api/v1/views', { name: 'Çukurlar', query: 'topics=YOL-01' });
    const days = { staffId: people.mustafa.id, from: '2026-02-23', to: '2026-02-27' };
    await doAs('mustafa', (tx) => recordAbsence(tx, { ...days, delegateId: id }));
    expect((await inHand(id)).counts).toEqual({ part: 1, draft: 1, 'stand-in': 1, notice: 1, view: 1 });
    await handOver(id, { people: [ids.ada] });
    await runWorks();
    const draft = await oneRow<{ holder: string; author: string }>(
      house.db,
      sql`select holder_id as holder, author_id as author from answer_drafts where id = ${draftId.id}`,
    );
    expect(draft).toEqual({ holder: ids.ada, author: id });
    const kinds = await rows<{ kind: string }>(
      house.db,
      sql`select kind from staff_notices where staff_id = ${ids.ada} and read_at is null and settled_at is null order by kind`,
    );
    expect(kinds.map(({ kind }) => kind)).toEqual(['citizen-wrote', 'handed-to-you', 'you-stand-in']);
    const ada = await stage.server.as('ada');
    expect((await ada.get<SavedView[]>('/api/v1/views')).body.map(({ name }) => name)).toContain('Çukurlar');
    expect((await inHand(id)).counts).toEqual({ part: 0, draft: 0, 'stand-in': 0, notice: 0, view: 0 });
  });

  test('what a manager gave to somebody of the whole house comes back when they undo it', async () => {
    const { id } = await leaverWith(1, 'oya');
    const oya = await stage.server.as('oya');
    await oya.post<SavedView>('/api/v1/views', { name: 'Asfalt', query: 'topics=YOL-03' });
    const days = { staffId: people.mustafa.id, from: '2026-05-04', to: '2026-05-08' };
    const absence = await doAs('mustafa', (tx) => recordAbsence(tx, { ...days, delegateId: id }));
    const whose = () =>
      oneRow<{ view: string; standsIn: string }>(
        house.db,
        sql`select (select s.username from saved_views v join staff_members s on s.id = v.staff_id where v.name = 'Asfalt') as view,
                   (select s.username from staff_absences a join staff_members s on s.id = a.delegate_id where a.id = ${absence})
                     as "standsIn"`,
      );
    const asked = await handOver(id, { people: [people.sibel.id] });
    await runWorks();
    expect(await whose()).toEqual({ view: 'sibel', standsIn: 'sibel' });
    expect((await callers.mustafa.post(`/api/v1/works/${asked.body.work}/undo`)).status).toBe(200);
    await runWorks();
    expect(await whose()).toEqual({ view: 'oya', standsIn: 'oya' });
  });

  test('nobody comes to stand in for themselves: somebody else who was chosen does, or nobody', async () => {
    const { id } = await leaverWith(1, 'pelin');
    const days = { staffId: people.mustafa.id, from: '2026-04-06', to: '2026-04-10' };
    const absence = await doAs('mustafa', (tx) => recordAbsence(tx, { ...days, delegateId: id }));
    const standsIn = async () =>
      (
        await oneRow<{ id: string | null }>(
          house.db,
          sql`select delegate_id as id from staff_absences where id = ${absence}`,
        )
      ).id;
    const asked = await handOver(id, { people: [] });
    await runWorks();
    expect(await standsIn()).toBeNull();
    await callers.mustafa.post(`/api/v1/works/${asked.body.work}/undo`);
    await runWorks();
    expect(await standsIn()).toBe(id);
    await handOver(id, { people: [ids.ada, ids.bora] });
    await runWorks();
    expect(await standsIn()).toBe(ids.ada);
  });

  test('a restricted part stays with those it is kept to, and whoever moves it does not read it', async () => {
    const { id, parts, requests } = await leaverWith(2, 'rana');
    await run(
      house.db,
      sql`update service_requests set restricted = true, restricted_to = '{FEN-YOL}' where id = ${requests[0]}`,
    );
    const preview = (await callers.yonetici.post<HandOverPreview>(`/api/v1/hand-overs/${id}/preview`, { people: [ids.ceren] })).body; // prettier-ignore
    expect(preview.parts).toEqual(
      expect.arrayContaining([
        { to: null, because: 'kept-from-them', count: 1 },
        { to: ids.ceren, because: 'chosen', count: 1 },
      ]),
    );
    expect((await inHand(id, 'yonetici')).parts).toEqual([]);
    await handOver(id, { people: [ids.ceren] }, 'yonetici');
    await runWorks();
    expect((await handsOf(parts)).sort()).toEqual(['ceren', null].sort());
  });

  test('is not for the manager of another directorate, nor for a clerk', async () => {
    const { id } = await leaverWith(1, 'suna');
    expect(
      (await (await stage.server.as('cem')).post(`/api/v1/hand-overs/${id}`, { people: [], why: 'x' })).status,
    ).toBe(403);
    expect((await callers.tulay.get(`/api/v1/hand-overs/${id}`)).status).toBe(403);
    expect((await handOver(id, { people: [id] })).status).toBe(400);
    expect((await handOver(id, { people: [], why: ' ' })).status).toBe(400);
    await handOver(id, { people: [] });
    await runWorks();
    expect((await handOver(id, { people: [] })).body).toMatchObject({ refusal: 'nothing-to-hand-over' });
  });

  test('killed in the middle, it is gone on with, each part once', { timeout: 60_000 }, async () => {
    const { id, parts, requests } = await leaverWith(40, 'tarik');
    await handOver(id, { people: [ids.ada, ids.bora] });
    const moved = async () => (await handsOf(parts)).filter((who) => who !== 'tarik').length;
    const worker = fileURLToPath(new URL('testing/slow-worker.ts', import.meta.url));
    const child = spawn(process.execPath, [worker, databaseUrl, house.config.dataDir, clock.now().toISOString()], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    await expect.poll(moved, { timeout: 30_000, interval: 5 }).toBeGreaterThan(3);
    child.kill('SIGKILL');
    await new Promise((resolve) => child.once('exit', resolve));
    expect(await moved()).toBeLessThan(40);
    clock.advance(31_000);
    await runWorks();
    expect(await moved()).toBe(40);
    const lines = await rows<{ n: number }>(
      house.db,
      sql`select count(*)::int as n from request_history where what = 'handed-over' and request_id = any(${requests}::uuid[])
          group by request_id`,
    );
    expect(lines.every(({ n }) => n === 1)).toBe(true);
  });
});

describe('closing an account', () => {
  test('with work in hand is refused with how much; in one step with the hand-over it is closed at once', async () => {
    const { id, parts } = await leaverWith(2, 'umut');
    const patch = (version: number) =>
      callers.yonetici.patch<StaffMember>(`/api/v1/staff/${id}`, { version, active: false });
    const { person } = await inHand(id, 'yonetici');
    expect(await patch(person.version)).toMatchObject({
      status: 409,
      body: { refusal: 'work-in-hand', details: { part: 2, draft: 0 } },
    });
    const move = { version: person.version, role: 'clerk', directorate: 'TEM', unit: null };
    expect(await callers.yonetici.patch(`/api/v1/staff/${id}`, move)).toMatchObject({
      body: { refusal: 'work-in-hand' },
    });
    const asked = await handOver(id, { people: [ids.ada], close: person.version }, 'yonetici');
    expect(asked.status).toBe(200);
    expect(await staffActorById(house, id)).toBeNull();
    await runWorks();
    expect(new Set(await handsOf(parts))).toEqual(new Set(['ada']));
    const undo = await callers.yonetici.post(`/api/v1/works/${asked.body.work}/undo`);
    expect(undo.status).toBe(200);
    await runWorks();
    // A closed account gets nothing back.
    expect(new Set(await handsOf(parts))).toEqual(new Set(['ada']));
  });

  test('what comes back to somebody who is gone comes to who has the work now', async () => {
    const { id, requests } = await leaverWith(1, 'volkan');
    const { person } = await inHand(id, 'yonetici');
    await handOver(id, { people: [ids.bora], close: person.version }, 'yonetici');
    await runWorks();
    await inTransaction(house, { actor: systemActor('held-acts') }, async (tx) => {
      const back = { actId: requests[0]!, act: 'answer', staffId: id, refusal: 'changed-meanwhile' };
      tx.record(HeldActCameBack(requests[0]!, back));
    });
    const told = await rows<{ kind: string }>(
      house.db,
      sql`select kind from staff_notices where staff_id = ${ids.bora} and request_id = ${requests[0]} and settled_at is null`,
    );
    expect(told.map(({ kind }) => kind)).toContain('came-back-to-you');
  });

  test('only who may close accounts closes one with the hand-over', async () => {
    const { id, parts } = await leaverWith(1, 'vildan');
    const { person } = await inHand(id);
    expect((await handOver(id, { people: [], close: person.version })).status).toBe(403);
    expect(await handsOf(parts)).toEqual(['vildan']);
  });

  test('the database keeps open work out of the hands of a closed account, whatever the program does', async () => {
    const { id } = await leaverWith(0, 'yeliz');
    const { part } = await record();
    await run(house.db, sql`update staff_members set active = false where id = ${id}`);
    await expect(run(house.db, sql`update assignments set assignee_id = ${id} where id = ${part}`)).rejects.toThrow(
      /works here no more/,
    );
  });

  test('should it happen all the same, a detector says so and the manager’s bell rings, once', async () => {
    const { id, parts } = await leaverWith(1, 'zehra');
    await doAs('sibel', (tx) => workOnAssignment(tx, { assignmentId: parts[0]!, step: 'accept' }));
    await run(house.db, sql`update assignments set assignee_id = ${id} where id = ${parts[0]}`);
    await run(house.db, sql`update staff_members set active = false where id = ${id}`);
    await lookForWhatStandsStill(house);
    await lookForWhatStandsStill(house);
    expect((await unread('mustafa')).filter((kind) => kind === 'leavers-work')).toHaveLength(1);
  });
});
