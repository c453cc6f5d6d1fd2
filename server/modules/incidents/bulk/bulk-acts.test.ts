import { beforeAll, describe, expect, test } from 'vitest';
import type { BulkAct, BulkRows } from '../../../../contract/bulk.ts';
import type { StaffActor } from '../../../kernel/actor.ts';
import { CITIZEN } from '../../../kernel/actor.ts';
import { inTransaction } from '../../../kernel/db/transaction.ts';
import { resumeWork, stopWork, undoWork } from '../../../kernel/long-works/ask.ts';
import { itemsOf } from '../../../kernel/long-works/item-store.ts';
import { longWorkRound } from '../../../kernel/long-works/run.ts';
import { workById } from '../../../kernel/long-works/work-store.ts';
import type { FurnishedHouse } from '../../../testing/furnished-house.ts';
import { furnishedHouse } from '../../../testing/furnished-house.ts';
import type { Application } from '../../intake/door.ts';
import { NO_PLACE, receiveRequest } from '../../intake/door.ts';
import { assignmentsOf, caseFile, cancelRequest, workOnAssignment } from '../../requests/door.ts';
import { staffActorById } from '../../staff/door.ts';
import { askForBulkAct } from './ask.ts';

let world: FurnishedHouse;
let roads: StaffActor;
let parks: StaffActor;
let chief: StaffActor;
let supervisor: StaffActor;

beforeAll(async () => {
  world = await furnishedHouse();
  [roads, parks, chief, supervisor] = [
    await world.as('fatih'),
    await world.as('pinar'),
    await world.as('mustafa'),
    await world.as('sibel'),
  ];
});

async function file(change: Partial<Application> = {}): Promise<string> {
  const { id } = await inTransaction(world.house, { actor: CITIZEN }, (tx) =>
    receiveRequest(tx, {
      ...{ channel: 'web', kind: 'complaint', text: 'Asfalt bozuk.', language: 'tr', topicCode: 'YOL-01', answers: [] },
      ...{ danger: false, fileIds: [], clientKey: null, person: null },
      place: { ...NO_PLACE, neighbourhoodId: 1, description: 'okulun önü' },
      ...change,
    }),
  );
  return id;
}

const many = async (n: number, change: Partial<Application> = {}) => {
  const ids: string[] = [];
  for (let at = 0; at < n; at += 1) ids.push(await file(change));
  return ids;
};
const round = (isOver?: () => boolean) => longWorkRound(world.house, staffActorById, isOver);
const caseOf = async (id: string) => (await caseFile(world.house.db, id))!;
const partsOf = async (id: string) =>
  (await assignmentsOf(world.house.db, id)).map(({ directorateCode, state }) => `${directorateCode} ${state}`);
const as = <T>(actor: StaffActor, work: Parameters<typeof inTransaction<T>>[2]) =>
  inTransaction(world.house, { actor }, work);

async function act(actor: StaffActor, rows: BulkRows | string[], given: BulkAct): Promise<string> {
  const asked = Array.isArray(rows) ? { ids: rows } : rows;
  const { work } = await askForBulkAct(world.house, actor, { rows: asked, act: given });
  await round();
  return work;
}
const undo = async (actor: StaffActor, work: string) => {
  const id = await as(actor, async (tx) => undoWork(tx, (await workById(tx.db, work))!));
  await round();
  return (await workById(world.house.db, id))!;
};
const whyNot = async (work: string) =>
  (await itemsOf(world.house.db, work, { after: 0, limit: 100, state: 'refused' })).map(({ refusal }) => refusal);

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
