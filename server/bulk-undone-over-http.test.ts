/** Accepting and noting many, and their undoing, as the desk asks for them: what may be undone, by whom, and what the pages say afterwards. */
import { beforeEach, expect, test } from 'vitest';
import type { BulkAct, BulkActAsked } from '../contract/bulk.ts';
import type { ClocksAnswer } from '../contract/clocks.ts';
import type { RequestPage } from '../contract/requests.ts';
import type { WorkItemShown, WorkShown } from '../contract/works.ts';
import { longWorkRound } from './kernel/long-works/run.ts';
import { workOnAssignment } from './modules/requests/door.ts';
import { staffActorById } from './modules/staff/door.ts';
import { furnishedHouse, MONDAY_MORNING } from './testing/furnished-house.ts';
import { oversightStage } from './testing/oversight-stage.ts';

const world = await furnishedHouse();
const { house, clock } = world;
const { callers, doAs, onMonday, people, record } = oversightStage(world);

beforeEach(() => clock.set(MONDAY_MORNING));

const get = async <T>(path: string) => (await onMonday(() => callers.mustafa.get<T>(path))).body;
const post = <T>(path: string, body: object = {}, who: 'mustafa' | 'sibel' | 'fatih' = 'mustafa') =>
  onMonday(() => callers[who].post<T>(path, body));
const workOf = (id: string) => get<WorkShown>(`/api/v1/works/${id}`);
const pageOf = (id: string) => get<RequestPage>(`/api/v1/requests/${id}`);

async function act(ids: string[], given: BulkAct): Promise<string> {
  const asked = await post<BulkActAsked>('/api/v1/bulk-acts', { rows: { ids }, act: given });
  expect(asked.status).toBe(200);
  await longWorkRound(house, staffActorById);
  return asked.body.work;
}

async function undo(work: string): Promise<WorkShown> {
  const { body } = await post<WorkShown>(`/api/v1/works/${work}/undo`);
  await longWorkRound(house, staffActorById);
  return workOf(body.id);
}

test('many accepted are taken back by whoever did it; the one that moved on is listed, the clocks say what happened', async () => {
  const [back, stays] = [await record(), await record()];
  const work = await act([back.id, stays.id], { act: 'accept' });
  expect(await workOf(work)).toMatchObject({ done: 2, may: { undo: true } });
  for (const who of ['sibel', 'fatih'] as const)
    expect((await post(`/api/v1/works/${work}/undo`, {}, who)).status, 'another’s work is not there').toBe(404);
  await doAs('fatih', (tx) => workOnAssignment(tx, { assignmentId: stays.part, step: 'work' }));
  const undoing = await undo(work);
  expect(undoing).toMatchObject({ state: 'done', done: 1, refused: 1, may: { undo: false } });
  const left = await get<WorkItemShown[]>(`/api/v1/works/${undoing.id}/items?state=refused`);
  expect(left).toMatchObject([{ subject: stays.id, refusal: 'moved-on' }]);
  expect(await pageOf(back.id)).toMatchObject({
    ...{ state: 'assigned', firstResponseAt: null, nextDueKind: 'first-response' },
    assignments: [{ state: 'offered', assigneeId: null, may: { accept: 'open' } }],
  });
  expect(await pageOf(stays.id)).toMatchObject({ state: 'in-progress', assignments: [{ state: 'in-progress' }] });
  const { clocks } = await get<ClocksAnswer>(`/api/v1/requests/${back.id}/clocks?language=tr`);
  const responses = clocks.filter(({ purpose }) => purpose === 'first-response');
  expect(responses).toMatchObject([
    { endReason: 'responded', takenBack: true },
    { endReason: null, takenBack: false, dueAt: responses[0]!.dueAt },
  ]);
  const why = await Promise.all(
    responses.map(({ id }) =>
      get<{ story: string[] }>(`/api/v1/requests/${back.id}/clocks/${id}?language=tr`).then(({ story }) =>
        story.join(' '),
      ),
    ),
  );
  expect(why[0]).toContain('Kabul sonradan geri alındı; ilk yanıt sayılmaz.');
  expect(why[1]).toContain('süre, ilk işlediği günden sayılır.');
});

test('a note on many says on each page who took it back, and is found by nobody', async () => {
  const { id } = await record();
  const work = await act([id], { act: 'note', text: 'Moloz kamyonu bekleniyor.' });
  const search = () => get<{ rows: { id: string }[] }>('/api/v1/requests?text=moloz');
  expect((await search()).rows.map((row) => row.id)).toEqual([id]);
  expect(await undo(work)).toMatchObject({ done: 1, refused: 0 });
  const { notes, names } = await pageOf(id);
  expect(notes).toMatchObject([
    { text: 'Moloz kamyonu bekleniyor.', takenBack: { by: people.mustafa.id, at: clock.now().toISOString() } },
  ]);
  expect(names.staff).toHaveProperty(people.mustafa.id);
  expect((await search()).rows).toEqual([]);
});
