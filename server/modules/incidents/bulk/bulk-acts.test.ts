import { describe, expect, test } from 'vitest';
import type { BulkAct } from '../../../../contract/bulk.ts';
import { resumeWork, stopWork } from '../../../kernel/long-works/ask.ts';
import { workById } from '../../../kernel/long-works/work-store.ts';
import { assignmentsOf, cancelRequest, workOnAssignment } from '../../requests/door.ts';
import { askForBulkAct } from './ask.ts';
import { bulkWorld } from './testing-bulk.ts';

const { world, roads, parks, chief, supervisor, as, file, many, round, act, undo, caseOf, partsOf, whyNot } =
  await bulkWorld();

describe('an act on many requests', () => {
  test('gives each its part, says which could not be given and why, and is undone exactly', async () => {
    const ids = await many(4, { topicCode: null });
    const gone = await file({ topicCode: null });
    await as(supervisor, (tx) => cancelRequest(tx, { requestId: gone, reason: 'Deneme.' }));
    const work = await act(supervisor, [...ids, gone], { act: 'assign', directorate: 'FEN', why: 'Yol işi.' });
    expect(await workById(world.house.db, work)).toMatchObject({ state: 'done', done: 4, refused: 1 });
    expect(await whyNot(work)).toEqual(['step-not-allowed']);
    for (const id of ids) expect((await caseOf(id)).request).toMatchObject({ state: 'assigned', triage: null });
    const [taken, ...others] = ids as [string, ...string[]];
    const [part] = await assignmentsOf(world.house.db, taken);
    await as(roads, (tx) => workOnAssignment(tx, { assignmentId: part!.id, step: 'accept' }));

    expect(await undo(supervisor, work)).toMatchObject({ state: 'done', done: 3, refused: 1 });
    for (const id of others) {
      const { request, history } = await caseOf(id);
      expect(request).toMatchObject({ state: 'in-review', triage: 'no-directorate' });
      expect(await partsOf(id)).toEqual(['FEN cancelled']);
      expect(history.at(-1)).toMatchObject({ what: 'assignment-taken-back', toValue: 'in-review' });
    }
    // Somebody works on it: that stays.
    expect((await caseOf(taken)).request.state).toBe('in-progress');
  });

  test('asks rights of each row: what one may not see is not there, what one may not do is refused', async () => {
    const [own, foreign] = [await file(), await file({ topicCode: 'PRK-03', text: 'Ağaç devrildi.' })];
    const noted = await act(roads, [own, foreign], { act: 'note', text: 'Bakılacak.' });
    expect(await whyNot(noted)).toEqual(['not-found']);
    expect((await caseOf(own)).notes.map(({ text }) => text)).toEqual(['Bakılacak.']);
    const merged = await act(roads, [own], { act: 'merge', into: await file(), why: 'Aynı.' });
    expect(await whyNot(merged)).toEqual(['not-allowed']);
    expect(await undo(supervisor, merged).catch((error: { code: string }) => error.code)).toMatchObject({ done: 0 });
  });

  test('accepts the own parts only, and hands them on and back', async () => {
    const ids = await many(2);
    for (const id of ids) await act(supervisor, [id], { act: 'assign', directorate: 'PRK', why: 'Ağaç kökü de var.' });
    await act(parks, ids, { act: 'accept' });
    for (const id of ids) expect((await partsOf(id)).sort()).toEqual(['FEN offered', 'PRK accepted']);
    const handed = await act(chief, ids, { act: 'hand', unit: 'FEN-YOL', person: null });
    const units = async () => (await assignmentsOf(world.house.db, ids[0]!)).map(({ unitCode }) => unitCode);
    expect(await units()).toContain('FEN-YOL');
    expect(await undo(chief, handed)).toMatchObject({ done: 2, refused: 0 });
    expect(await units()).toEqual([null, null]);
  });

  test('puts the topic right and back, and merges and releases', async () => {
    const [lead, ...ids] = (await many(3)) as [string, string, string];
    const topic = await act(supervisor, ids, { act: 'topic', topic: 'YOL-02', why: 'Çökme.' });
    expect((await caseOf(ids[0]!)).request.topicCode).toBe('YOL-02');
    await undo(supervisor, topic);
    expect((await caseOf(ids[0]!)).request.topicCode).toBe('YOL-01');
    const merged = await act(supervisor, [lead, ...ids], { act: 'merge', into: lead, why: 'Aynı asfalt.' });
    expect(await workById(world.house.db, merged)).toMatchObject({ total: 2, done: 2 });
    for (const id of ids) expect((await caseOf(id)).request).toMatchObject({ state: 'merged', leadId: lead });
    await undo(supervisor, merged);
    for (const id of ids) expect((await caseOf(id)).request).toMatchObject({ state: 'assigned', leadId: null });
  });

  test('refuses before it begins what no row could be given', async () => {
    const rows = { ids: [await file()] };
    const ask = (given: BulkAct) => askForBulkAct(world.house, supervisor, { rows, act: given });
    await expect(ask({ act: 'assign', directorate: 'YOK', why: 'x' })).rejects.toMatchObject({ code: 'input-invalid' });
    await expect(ask({ act: 'assign', directorate: 'FEN', why: ' ' })).rejects.toMatchObject({
      code: 'reason-missing',
    });
    await expect(ask({ act: 'merge', into: rows.ids[0]!, why: 'x' })).rejects.toMatchObject({ code: 'bulk-empty' });
  });
});

test(
  'all that a filter lists, interrupted half way, goes on where it was and is undone to the last',
  { timeout: 120_000 },
  async () => {
    const ids = await many(120, { topicCode: null, text: 'Toplu deneme' });
    const rows = { filter: { text: 'Toplu deneme', states: 'in-review' } };
    const { work, total } = await askForBulkAct(world.house, supervisor, {
      rows,
      act: { act: 'assign', directorate: 'FEN', why: 'Yol işi.' },
    });
    expect(total).toBe(120);
    let acts = 0;
    await round(() => (acts += 1) > 40);
    await as(supervisor, (tx) => stopWork(tx, work));
    await round();
    const halfway = (await workById(world.house.db, work))!;
    expect(halfway.state).toBe('stopped');
    expect(halfway.done).toBeGreaterThan(0);
    expect(halfway.done).toBeLessThan(120);
    await as(supervisor, (tx) => resumeWork(tx, work));
    await round();
    expect(await workById(world.house.db, work)).toMatchObject({ state: 'done', done: 120, refused: 0 });
    for (const id of ids) expect(await partsOf(id)).toEqual(['FEN offered']);
    expect(await undo(supervisor, work)).toMatchObject({ state: 'done', done: 120, refused: 0 });
    for (const id of ids) expect((await caseOf(id)).request.state).toBe('in-review');
  },
);
