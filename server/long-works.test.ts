import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, test } from 'vitest';
import { addStaffMember, staffActorById } from './modules/staff/door.ts';
import { act, emptyHouse } from './testing/empty-house.ts';
import type { StaffActor } from './kernel/actor.ts';
import { oneRow, rows, run, sql } from './kernel/db/database.ts';
import type { House } from './kernel/house.ts';
import { newId } from './kernel/ids.ts';
import { refuse } from './kernel/refusals.ts';
import { askForWork, resumeWork, stopWork, undoWork } from './kernel/long-works/ask.ts';
import { itemsOf } from './kernel/long-works/item-store.ts';
import { itemWork, stepWork } from './kernel/long-works/kinds.ts';
import { longWorkRound } from './kernel/long-works/run.ts';
import { workById } from './kernel/long-works/work-store.ts';

const bare = await emptyHouse();
await run(bare.db, sql`create table marked (subject uuid primary key, by_whom text not null)`);
await run(bare.db, sql`create table counted (n integer primary key)`);

const mark = itemWork<{ refuseEvery: number }>({
  kind: 'mark',
  async act(tx, { refuseEvery }, subject) {
    if (Number.parseInt(subject.slice(-6), 16) % refuseEvery === 0) throw refuse('already-exists');
    const who = tx.actor.kind === 'staff' ? tx.actor.name : 'nobody';
    await run(tx.db, sql`insert into marked values (${subject}, ${who})`);
    return { was: 'unmarked' };
  },
  async undo(tx, _input, { subject, undo }) {
    if (undo.was !== 'unmarked') throw new Error('the undoing must be told what the act noted');
    if ((await run(tx.db, sql`delete from marked where subject = ${subject}`)) === 0) throw refuse('changed-meanwhile');
  },
});

const count = stepWork<{ to: number; breakAt?: number }, number>({
  kind: 'count',
  async step(tx, { input, cursor }) {
    const n = (cursor ?? 0) + 1;
    if (n === input.breakAt) throw new Error('broken on purpose');
    await run(tx.db, sql`insert into counted values (${n})`);
    return { cursor: n === input.to ? null : n, done: 1, total: input.to, result: { reached: n } };
  },
});

const house: House = { ...bare, works: [mark, count] };
let asker: StaffActor;
let other = 0;

beforeEach(async () => {
  await run(bare.db, sql`truncate marked, counted`);
  const id = await act(bare, (tx) =>
    addStaffMember(tx, {
      ...{ username: `asker-${(other += 1)}`, displayName: 'Soran Deneme', role: 'supervisor', directorate: null },
      password: 'uzun ve garip bir parola',
    }),
  );
  asker = (await staffActorById(bare, id))!;
});

const subjects = (length: number) => Array.from({ length }, () => newId(bare.clock.now()));
const round = (isOver?: () => boolean) => longWorkRound(house, staffActorById, isOver);
const marked = async () => (await oneRow<{ n: number }>(bare.db, sql`select count(*) as n from marked`)).n;
const ask = (work: Parameters<typeof askForWork>[1]) => act(house, (tx) => askForWork(tx, work), asker);

describe('a work on a list of things', () => {
  test('does each once in its order, and a refusal is that thing’s own end', async () => {
    const list = subjects(20).map((id, at) => `${id.slice(0, -6)}${(at + 1).toString(16).padStart(6, '0')}`);
    const id = await ask({ kind: 'mark', input: { refuseEvery: 5 }, subjects: [...list, list[0]!] });
    await round();
    expect(await workById(bare.db, id)).toMatchObject({ state: 'done', total: 21, done: 16, refused: 4 });
    const refused = await itemsOf(bare.db, id, { after: 0, limit: 50, state: 'refused' });
    expect(refused.map(({ position, refusal }) => [position, refusal])).toEqual(
      [5, 10, 15, 20].map((at) => [at, 'already-exists']),
    );
    expect(await rows(bare.db, sql`select distinct by_whom from marked`)).toEqual([{ by_whom: 'Soran Deneme' }]);
  });

  test('is undone from its end, and what has moved on since stays and says so', async () => {
    const list = subjects(3);
    const id = await ask({ kind: 'mark', input: { refuseEvery: 16_777_215 }, subjects: list });
    await round();
    await run(bare.db, sql`delete from marked where subject = ${list[1]!}`);
    const undone = await act(house, async (tx) => undoWork(tx, (await workById(tx.db, id))!), asker);
    await round();
    expect(await workById(bare.db, undone)).toMatchObject({ state: 'done', done: 2, refused: 1, undoOf: id });
    expect((await workById(bare.db, id))!.undoneBy).toBe(undone);
    expect(await marked()).toBe(0);
    const again = act(house, async (tx) => undoWork(tx, (await workById(tx.db, id))!), asker);
    await expect(again).rejects.toMatchObject({ code: 'already-exists' });
  });

  test('stops after what is under way, and goes on where it was', async () => {
    const id = await ask({ kind: 'mark', input: { refuseEvery: 16_777_215 }, subjects: subjects(10) });
    let asked = 0;
    await round(() => (asked += 1) > 3);
    const before = await marked();
    expect(before).toBeLessThan(10);
    await act(house, (tx) => stopWork(tx, id), asker);
    await round();
    expect(await workById(bare.db, id)).toMatchObject({ state: 'stopped', done: before });
    await act(house, (tx) => resumeWork(tx, id), asker);
    await round();
    expect(await workById(bare.db, id)).toMatchObject({ state: 'done', done: 10 });
    expect(await marked()).toBe(10);
  });

  test('does nothing more for somebody who has left', async () => {
    const id = await ask({ kind: 'mark', input: { refuseEvery: 16_777_215 }, subjects: subjects(2) });
    await run(bare.db, sql`update staff_members set active = false where id = ${asker.id}`);
    await round();
    expect(await workById(bare.db, id)).toMatchObject({ state: 'failed', failure: 'not-allowed', done: 0 });
  });
});

describe('a work in steps', () => {
  test('each step’s effect is there once, and the work says how far it is', async () => {
    const id = await ask({ kind: 'count', input: { to: 7 } });
    await round();
    expect(await workById(bare.db, id)).toMatchObject({ state: 'done', total: 7, done: 7, result: { reached: 7 } });
  });

  test('is tried again twice after a fault, then fails under an id, and can be gone on with', async () => {
    const id = await ask({ kind: 'count', input: { to: 4, breakAt: 3 } });
    for (let attempt = 0; attempt < 3; attempt += 1) {
      await round();
      bare.clock.advance(6_000);
    }
    const failed = (await workById(bare.db, id))!;
    expect(failed).toMatchObject({ state: 'failed', done: 2, cursor: 2 });
    expect(failed.failure).toMatch(/^[0-9a-f-]{36}$/);
    await run(bare.db, sql`update long_works set input = '{"to":4}' where id = ${id}`);
    await act(house, (tx) => resumeWork(tx, id), asker);
    await round();
    expect(await workById(bare.db, id)).toMatchObject({ state: 'done', done: 4 });
  });
});

test('two workers at once share the works and do nothing twice', async () => {
  const ids = [];
  for (let at = 0; at < 3; at += 1)
    ids.push(await ask({ kind: 'mark', input: { refuseEvery: 16_777_215 }, subjects: subjects(15) }));
  await Promise.all([round(), round(), round()]);
  for (const id of ids) expect(await workById(bare.db, id)).toMatchObject({ state: 'done', done: 15 });
  expect(await marked()).toBe(45);
});

test(
  'a worker that is killed leaves a work that the next one finishes, each thing once',
  { timeout: 60_000 },
  async () => {
    const id = await ask({ kind: 'mark', input: { refuseEvery: 16_777_215 }, subjects: subjects(300) });
    const worker = fileURLToPath(new URL('testing/long-work-victim.ts', import.meta.url));
    const child = spawn(process.execPath, [worker, bare.databaseUrl, bare.config.dataDir], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    await expect.poll(marked, { timeout: 30_000, interval: 5 }).toBeGreaterThan(3);
    child.kill('SIGKILL');
    await new Promise((resolve) => child.once('exit', resolve));
    const left = await marked();
    expect(left).toBeLessThan(300);
    // The lease it left is by the machine's own clock; and its connection may hold the row until the server notices that nobody is there.
    bare.clock.set(new Date(Date.now() + 31_000));
    const after = async () => {
      await round();
      return workById(bare.db, id);
    };
    await expect.poll(after, { timeout: 20_000 }).toMatchObject({ state: 'done', done: 300, refused: 0 });
    expect(await marked()).toBe(300);
  },
);
