/** The index is drawn from the cases and can be made anew from them; every write to a case keeps it up. */
import { expect, test } from 'vitest';
import { systemActor } from './kernel/actor.ts';
import { rows, run, sql } from './kernel/db/database.ts';
import { inTransaction } from './kernel/db/transaction.ts';
import { longWorkRound } from './kernel/long-works/run.ts';
import { workById } from './kernel/long-works/work-store.ts';
import { seedNamedWorld } from './seed/named-world.ts';
import { furnishedHouse } from './testing/furnished-house.ts';
import { handAssignment, assignmentsOf } from './modules/requests/door.ts';
import { askForRebuild, rebuildIfOutdated } from './modules/search/door.ts';

const { house, as } = await furnishedHouse();
const world = await seedNamedWorld(house);
const system = { actor: systemActor('test') };

const entries = () =>
  rows<{ id: string; due: string | null; terms: string }>(
    house.db,
    sql`select request_id as id, due_key::text as due, terms::text from search_entries order by request_id`,
  );
const vocabulary = () => rows<{ word: string }>(house.db, sql`select kind, word from search_words order by kind, word`);
const noAsker = async () => null;

test('made anew it is what the writes have kept up, to the last term and word', async () => {
  const [before, words] = [await entries(), await vocabulary()];
  expect(before.length).toBeGreaterThan(10);
  await run(house.db, sql`delete from search_entries`);
  const id = await inTransaction(house, system, askForRebuild);
  expect(await inTransaction(house, system, askForRebuild)).toBe(id);
  await longWorkRound(house, noAsker);
  expect(await workById(house.db, id)).toMatchObject({ state: 'done', done: before.length, total: before.length });
  expect(await entries()).toEqual(before);
  expect(await vocabulary()).toEqual(words);
});

test('a worker that starts makes it anew only after an upgrade', async () => {
  const works = async () => (await rows(house.db, sql`select id from long_works`)).length;
  const before = await works();
  await rebuildIfOutdated(house);
  expect(await works()).toBe(before);
  await run(house.db, sql`update long_works set input = '{"version":0}'`);
  await rebuildIfOutdated(house);
  await rebuildIfOutdated(house);
  expect(await works()).toBe(before + 1);
  await longWorkRound(house, noAsker);
});

test('also a write that no fact is recorded of is followed', async () => {
  const id = world['open-manhole']!.id;
  const termsNow = async () => (await entries()).find((each) => each.id === id)!.terms;
  const [part] = await assignmentsOf(house.db, id);
  const manager = await as('mustafa');
  await inTransaction(house, { actor: manager }, (tx) =>
    handAssignment(tx, { assignmentId: part!.id, unit: null, assigneeId: manager.id }),
  );
  expect(await termsNow()).toContain(`'p:${manager.id}'`);
  await inTransaction(house, { actor: manager }, (tx) =>
    handAssignment(tx, { assignmentId: part!.id, unit: 'FEN-YOL', assigneeId: null }),
  );
  expect(await termsNow()).not.toContain(`'p:${manager.id}'`);
  expect(await termsNow()).toContain(`'u:FEN-YOL'`);
});

test('what was undone leaves nothing', async () => {
  const before = await entries();
  const undone = inTransaction(house, system, async (tx) => {
    await handAssignment(tx, {
      assignmentId: (await assignmentsOf(house.db, world['open-manhole']!.id))[0]!.id,
      unit: null,
      assigneeId: null,
    });
    throw new Error('never mind');
  });
  await expect(undone).rejects.toThrow('never mind');
  expect(await entries()).toEqual(before);
});
