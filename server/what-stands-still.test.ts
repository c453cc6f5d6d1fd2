/** The detectors through the whole house: what they find, when, who is shown it, and how it goes away. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { Findings, Workload } from '../contract/oversight.ts';
import type { RequestPage } from '../contract/requests.ts';
import { CITIZEN } from './kernel/actor.ts';
import { rows, run, sql } from './kernel/db/database.ts';
import { inTransaction } from './kernel/db/transaction.ts';
import { lookForWhatStandsStill } from './modules/oversight/door.ts';
import { NO_PLACE } from './modules/intake/door.ts';
import { addFromCitizen, answerAssignment, handAssignment, workOnAssignment } from './modules/requests/door.ts';
import { furnishedHouse, MONDAY_MORNING } from './testing/furnished-house.ts';
import { oversightStage } from './testing/oversight-stage.ts';

const world = await furnishedHouse();
const { house, clock } = world;
const { callers, doAs, onMonday, people, record } = oversightStage(world);

beforeEach(() => clock.set(MONDAY_MORNING));

const asked = async (who: 'sibel' | 'mustafa' | 'pinar' = 'sibel') =>
  (await onMonday(() => callers[who].get<Findings>('/api/v1/findings'))).body.findings;

async function kindsOf(id: string, at: string, who: 'sibel' | 'mustafa' = 'sibel'): Promise<string[]> {
  clock.set(new Date(`${at}+03:00`));
  await lookForWhatStandsStill(house);
  return (await asked(who)).filter(({ requestId }) => requestId === id).map(({ kind }) => kind);
}

describe('stuck', () => {
  // Recorded on Monday 16 February 2026 at half past nine or so; weekends do not count.
  test('given and never taken: after three working days', async () => {
    const { id } = await record();
    expect(await kindsOf(id, '2026-02-19T08:00:00')).toEqual([]);
    expect(await kindsOf(id, '2026-02-20T08:00:00')).toEqual(['never-taken']);
  });

  test('taken and no step since: after ten working days; a step clears it', async () => {
    const { id, part } = await record();
    await doAs('fatih', (tx) => workOnAssignment(tx, { assignmentId: part, step: 'accept' }));
    expect(await kindsOf(id, '2026-02-27T12:00:00')).toEqual([]);
    expect(await kindsOf(id, '2026-03-03T12:00:00')).toEqual(['no-step']);
    await doAs('fatih', (tx) => workOnAssignment(tx, { assignmentId: part, step: 'work' }));
    expect(await kindsOf(id, '2026-03-03T12:05:00')).toEqual([]);
  });

  test('the citizen wrote and nobody looked: after two working days', async () => {
    const { id, part } = await record();
    await doAs('fatih', (tx) => workOnAssignment(tx, { assignmentId: part, step: 'accept' }));
    await inTransaction(house, { actor: CITIZEN }, (tx) =>
      addFromCitizen(tx, { requestId: id, text: 'Çukur büyüdü.', fileIds: [] }),
    );
    expect(await kindsOf(id, '2026-02-17T12:00:00')).toEqual([]);
    expect(await kindsOf(id, '2026-02-19T12:00:00')).toEqual(['citizen-waits']);
    // Saying that it is well as it is answers nobody: once more is heard of it, the waiting counts from the citizen's own day.
    const dismissal = { requestId: id, kind: 'citizen-waits', reason: 'Ekip arayacak.' };
    expect((await onMonday(() => callers.mustafa.post('/api/v1/findings/dismissal', dismissal))).status).toBe(200);
    expect(await kindsOf(id, '2026-02-19T12:05:00')).toEqual([]);
    await run(house.db, sql`update findings set dismissed_at = null, dismissed_by = null, dismissed_why = null`);
    expect(await kindsOf(id, '2026-02-19T12:10:00')).toEqual(['citizen-waits']);
  });

  test('with no directorate: after one working day', async () => {
    const { id } = await record(null);
    expect(await kindsOf(id, '2026-02-18T12:00:00')).toEqual(['in-nobodys-hands']);
  });

  test('in the hands of somebody who works here no more: at once', async () => {
    const { id, part } = await record();
    await doAs('sibel', (tx) => handAssignment(tx, { assignmentId: part, unit: null, assigneeId: people.fatih.id }));
    await run(house.db, sql`update staff_members set active = false where id = ${people.fatih.id}`);
    expect(await kindsOf(id, '2026-02-16T12:00:00')).toEqual(['holder-has-left']);
    await run(house.db, sql`update staff_members set active = true where id = ${people.fatih.id}`);
    expect(await kindsOf(id, '2026-02-16T12:05:00')).toEqual([]);
  });
});

describe('called done, and the neighbours still complain', () => {
  const at = (latitude: number) => ({
    place: { ...NO_PLACE, neighbourhoodId: 1, latitude, longitude: 29.1, description: 'Okulun önü' },
  });

  test('two others next to it are enough, one is not; dismissed, it comes back when more complain', async () => {
    const { id, part } = await record('YOL-01', at(41.02));
    await doAs('fatih', (tx) =>
      answerAssignment(tx, { assignmentId: part, outcome: 'done', text: 'Çukuru kapattık.' }),
    );
    clock.advance(60_000);
    await record('YOL-01', at(41.0205));
    await record('YOL-01', at(41.04));
    expect(await kindsOf(id, '2026-02-17T12:00:00')).toEqual([]);
    clock.set(MONDAY_MORNING);
    clock.advance(3_600_000);
    await record('YOL-01', at(41.0202));
    expect(await kindsOf(id, '2026-02-17T12:00:00', 'mustafa')).toEqual(['neighbours-complain']);
    const dismissal = { requestId: id, kind: 'neighbours-complain', reason: 'Ayrı çukurlar; ekip gördü.' };
    expect((await onMonday(() => callers.pinar.post('/api/v1/findings/dismissal', dismissal))).status).not.toBe(200);
    expect((await onMonday(() => callers.mustafa.post('/api/v1/findings/dismissal', dismissal))).status).toBe(200);
    expect(await kindsOf(id, '2026-02-17T12:05:00')).toEqual([]);
    const page = (await onMonday(() => callers.mustafa.get<RequestPage>(`/api/v1/requests/${id}`))).body;
    expect(page.history.find(({ what }) => what === 'finding-dismissed')).toMatchObject({
      actorId: people.mustafa.id,
      why: dismissal.reason,
      data: { kind: 'neighbours-complain' },
    });
    const audited = sql`select detail from audit_entries where act = 'finding-dismissed' and subject_id = ${id}`;
    expect(await rows(house.db, audited)).toEqual([{ detail: { kind: 'neighbours-complain' } }]);
    clock.set(MONDAY_MORNING);
    clock.advance(7_200_000);
    await record('YOL-01', at(41.0198));
    expect(await kindsOf(id, '2026-02-17T12:10:00')).toEqual(['neighbours-complain']);
  });
});

describe('who is shown what', () => {
  test('a restricted request is in neither list nor count of who may not see it', async () => {
    const { id } = await record();
    const load = async () => {
      const { loads } = (await onMonday(() => callers.mustafa.get<Workload>('/api/v1/workload'))).body;
      return loads.reduce((sum, { open }) => sum + open, 0);
    };
    expect(await kindsOf(id, '2026-02-20T08:00:00', 'mustafa')).toEqual(['never-taken']);
    const before = await load();
    await run(house.db, sql`update service_requests set restricted = true, restricted_to = '{SOS}' where id = ${id}`);
    expect(await kindsOf(id, '2026-02-20T08:05:00', 'mustafa')).toEqual([]);
    expect(await load()).toBe(before - 1);
  });

  test('a manager sees the own directorate only, with the people who have it in hand', async () => {
    const { part } = await record();
    await doAs('sibel', (tx) => handAssignment(tx, { assignmentId: part, unit: null, assigneeId: people.fatih.id }));
    const { loads } = (await onMonday(() => callers.mustafa.get<Workload>('/api/v1/workload'))).body;
    expect(new Set(loads.map(({ directorate }) => directorate))).toEqual(new Set(['FEN']));
    expect(loads.find(({ person }) => person?.id === people.fatih.id)).toMatchObject({
      person: { name: 'Fatih Deneme', away: false },
    });
  });

  test('a clerk is not shown the work of others', async () => {
    expect((await onMonday(() => callers.tulay.get('/api/v1/workload'))).status).toBe(403);
  });
});
