/** Many accepted by mistake and taken back: the parts wait again, the first response is owed again, and what has moved on stays. */
import { describe, expect, test } from 'vitest';
import type { StaffActor } from '../../../kernel/actor.ts';
import { CITIZEN } from '../../../kernel/actor.ts';
import { rows, sql } from '../../../kernel/db/database.ts';
import { inTransaction } from '../../../kernel/db/transaction.ts';
import { clocksOfRequest } from '../../deadlines/door.ts';
import {
  addFromCitizen,
  answerAssignment,
  askCitizen,
  assignmentsOf,
  handAssignment,
  requestById,
  workOnAssignment,
} from '../../requests/door.ts';
import { mergeRequests } from '../actions/merge-requests.ts';
import { UNDONE } from './acts.ts';
import { bulkWorld } from './testing-bulk.ts';

const {
  world,
  roads,
  parks,
  chief,
  supervisor,
  as,
  file,
  many,
  round,
  act,
  undo,
  askToUndo,
  workOf,
  caseOf,
  partsOf,
  whyNot,
} = await bulkWorld();

const HOUR = 3_600_000;
const later = (hours = 1) => world.clock.advance(hours * HOUR);
const accept = (actor: StaffActor, ids: string[]) => act(actor, ids, { act: 'accept' });
const partOf = async (id: string, directorate = 'FEN') =>
  (await assignmentsOf(world.house.db, id)).find((part) => part.directorateCode === directorate)!;
const requestOf = async (id: string) => (await requestById(world.house.db, id))!;
const responses = async (id: string) =>
  (await clocksOfRequest(world.house.db, id)).filter(({ purpose }) => purpose === 'first-response');

describe('many accepted and taken back', () => {
  test('wait again as they did, with a first response owed from the same day; the history keeps both', async () => {
    const ids = await many(3);
    const before = await Promise.all(ids.map((id) => partOf(id)));
    const [due] = await responses(ids[0]!);
    later();
    const work = await accept(roads, ids);
    for (const id of ids) expect((await requestOf(id)).firstResponseAt).toEqual(world.clock.now());
    later();
    expect(await undo(roads, work)).toMatchObject({ state: 'done', done: 3, refused: 0 });
    for (const [place, id] of ids.entries()) {
      const { request, assignments, history } = await caseOf(id);
      expect(request).toMatchObject({ state: 'assigned', firstResponseAt: null, nextDueKind: 'first-response' });
      expect(assignments).toMatchObject([
        { state: 'offered', acceptedAt: null, assigneeId: before[place]!.assigneeId },
      ]);
      expect(history.map(({ what }) => what)).toEqual(['recorded', 'assigned', 'accepted', 'acceptance-taken-back']);
      expect(history.at(-1)).toMatchObject({
        ...{ actorId: roads.id, why: UNDONE, fromValue: 'accepted', toValue: 'offered' },
        data: { directorate: 'FEN', waitsAgain: true },
      });
    }
    const [first, second] = await responses(ids[0]!);
    expect(first).toMatchObject({ id: due!.id, endReason: 'responded' });
    expect(second).toMatchObject({ follows: due!.id, startedAt: due!.startedAt, dueAt: due!.dueAt, endReason: null });

    // Accepted in earnest, and this time for good.
    later();
    await accept(roads, ids.slice(0, 1));
    expect((await requestOf(ids[0]!)).firstResponseAt).toEqual(world.clock.now());
    expect((await responses(ids[0]!)).map(({ endReason }) => endReason)).toEqual(['responded', 'responded']);
  });

  test('gain no time by it: what was due before is late', async () => {
    const id = await file();
    const dueAt = (await responses(id))[0]!.dueAt!;
    later();
    const work = await accept(roads, [id]);
    world.clock.set(new Date(dueAt.getTime() + HOUR));
    await undo(roads, work);
    expect(await requestOf(id)).toMatchObject({ nextDueKind: 'first-response', nextDueAt: dueAt });
  });

  test('stay as they are where somebody has worked on them since, each with its reason', async () => {
    const [answered, begun, handed, asked, merged, noted, plain] = (await many(7)) as [
      string, string, string, string, string, string, string,
    ]; // prettier-ignore
    const all = [answered, begun, handed, asked, merged, noted, plain];
    later();
    const work = await accept(roads, all);
    later();
    const part = async (id: string) => (await partOf(id)).id;
    await as(supervisor, async (tx) => {
      const text = 'Asfalt onarıldı, çukur kapatıldı.';
      await answerAssignment(tx, { assignmentId: await part(answered), outcome: 'done', text });
    });
    await as(roads, async (tx) => workOnAssignment(tx, { assignmentId: await part(begun), step: 'work' }));
    await as(supervisor, async (tx) =>
      handAssignment(tx, { assignmentId: await part(handed), unit: 'FEN-YOL', assigneeId: null }),
    );
    await as(roads, (tx) => askCitizen(tx, { requestId: asked, question: 'Hangi kapı?' }));
    await as(supervisor, async (tx) => mergeRequests(tx, { into: await file(), requests: [merged], why: 'Aynı.' }));
    await inTransaction(world.house, { actor: CITIZEN }, (tx) =>
      addFromCitizen(tx, { requestId: noted, text: 'Hâlâ bozuk.', fileIds: [] }),
    );
    const undoing = await undo(roads, work);
    expect(undoing).toMatchObject({ state: 'done', done: 2, refused: 5 });
    expect(await whyNot(undoing.id)).toEqual(Array(5).fill('moved-on'));
    // What the citizen writes is nobody's work on it.
    for (const id of [noted, plain]) expect((await requestOf(id)).state).toBe('assigned');
    expect((await requestOf(begun)).firstResponseAt).not.toBeNull();
    expect(await partsOf(begun)).toEqual(['FEN in-progress']);
  });

  test('count from whoever took the case since, in time or late', async () => {
    const id = await file();
    await act(supervisor, [id], { act: 'assign', directorate: 'PRK', why: 'Ağaç kökü de var.' });
    later();
    const work = await accept(roads, [id]);
    world.clock.set(new Date((await responses(id))[0]!.dueAt!.getTime() + HOUR));
    const taken = world.clock.now();
    await accept(parks, [id]);
    later();
    await undo(roads, work);
    expect((await partsOf(id)).sort()).toEqual(['FEN offered', 'PRK accepted']);
    expect(await requestOf(id)).toMatchObject({ state: 'in-progress', firstResponseAt: taken });
    expect((await responses(id)).map(({ endReason }) => endReason)).toEqual(['responded', 'responded']);
    const ends = (await responses(id)).map(({ endedAt }) => endedAt!.getTime());
    expect(Math.max(...ends)).toBe(taken.getTime());
    expect((await caseOf(id)).history.at(-1)).toMatchObject({ data: { waitsAgain: false } });
  });

  test('owe those who follow them their first response again', async () => {
    const [lead, one, other] = (await many(3)) as [string, string, string];
    await as(supervisor, (tx) => mergeRequests(tx, { into: lead, requests: [one, other], why: 'Aynı asfalt.' }));
    later();
    const work = await accept(roads, [lead]);
    for (const id of [one, other]) expect((await requestOf(id)).firstResponseAt).toEqual(world.clock.now());
    later();
    await undo(roads, work);
    for (const id of [one, other]) {
      const { request, history } = await caseOf(id);
      expect(request).toMatchObject({ state: 'merged', firstResponseAt: null, nextDueKind: 'first-response' });
      expect(history.at(-1)).toMatchObject({ what: 'acceptance-taken-back', actorKind: 'system', data: { lead } });
    }
    later();
    await accept(roads, [lead]);
    for (const id of [one, other]) expect((await requestOf(id)).firstResponseAt).toEqual(world.clock.now());
  });

  test('ring again where a life may be in danger: nobody is at it any more', async () => {
    const id = await file({ danger: true });
    later();
    const work = await accept(roads, [id]);
    later();
    await undo(roads, work);
    const rung = await rows<{ staffId: string; settled: boolean }>(
      world.house.db,
      sql`select staff_id as "staffId", settled_at is not null as settled from staff_notices
          where request_id = ${id} and kind = 'danger' order by told_at`,
    );
    const open = rung.filter(({ settled }) => !settled).map(({ staffId }) => staffId);
    expect(open).toContain(chief.id);
    expect(open, 'who took it back knows it').not.toContain(roads.id);
    expect(rung.some(({ settled }) => settled)).toBe(true);
  });

  test('are undone to the last when the undoing is interrupted half way', async () => {
    const ids = await many(12);
    later();
    const work = await accept(roads, ids);
    const undoing = await askToUndo(roads, work);
    let acts = 0;
    // One turn that breaks off, as a worker does that must stop; another goes on with what waits.
    await round(() => (acts += 1) > 5);
    const half = (await workOf(undoing)).done;
    expect(half).toBeGreaterThan(0);
    expect(half).toBeLessThan(12);
    await round();
    expect(await workOf(undoing)).toMatchObject({ state: 'done', done: 12, refused: 0 });
    for (const id of ids) {
      const { request, history } = await caseOf(id);
      expect(request).toMatchObject({ state: 'assigned', firstResponseAt: null });
      expect(history.filter(({ what }) => what === 'acceptance-taken-back')).toHaveLength(1);
    }
  });
});
