/** A note on many taken back: it stays in each file and says so; nobody finds it, and it counts as no step. */
import { describe, expect, test } from 'vitest';
import { CITIZEN } from '../../../kernel/actor.ts';
import { oneRow, run, sql } from '../../../kernel/db/database.ts';
import { inTransaction } from '../../../kernel/db/transaction.ts';
import { addFromCitizen, addStaffNote, askCitizen, takeBackStaffNote } from '../../requests/door.ts';
import { listPage, openList } from '../../search/door.ts';
import { UNDONE } from './acts.ts';
import { bulkWorld } from './testing-bulk.ts';

const { world, roads, supervisor, as, file, many, act, undo, caseOf, whyNot } = await bulkWorld();

async function found(text: string): Promise<string[]> {
  const list = await openList(world.house.db, supervisor, { query: { text }, now: world.clock.now() });
  return (await listPage(world.house.db, list, { limit: 50, sort: 'newest' })).ids;
}

const lastStep = (id: string) =>
  oneRow<{ kind: string; at: Date }>(
    world.house.db,
    sql`select actor_kind as kind, at from watched_steps where request_id = ${id} order by id desc limit 1`,
  );

describe('a note on many that is taken back', () => {
  test('stays in the file with who and when, and is found no more', async () => {
    const ids = await many(3);
    const work = await act(roads, ids, { act: 'note', text: 'Hafriyat kamyonu bekleniyor.' });
    expect((await found('hafriyat')).sort()).toEqual([...ids].sort());
    world.clock.advance(60_000);
    expect(await undo(roads, work)).toMatchObject({ state: 'done', done: 3, refused: 0 });
    for (const id of ids) {
      const { notes, history } = await caseOf(id);
      expect(notes).toMatchObject([
        { text: 'Hafriyat kamyonu bekleniyor.', takenBackAt: world.clock.now(), takenBackBy: roads.id },
      ]);
      expect(history.map(({ what }) => what).slice(-2)).toEqual(['note-added', 'note-taken-back']);
      expect(history.at(-1)).toMatchObject({ actorId: roads.id, why: UNDONE, data: { noteId: notes[0]!.id } });
    }
    expect(await found('hafriyat')).toEqual([]);
  });

  test('leaves the other notes of the case, and whoever waited waits still', async () => {
    const id = await file();
    await as(roads, (tx) => addStaffNote(tx, { requestId: id, text: 'Keşif yapıldı.' }));
    world.clock.advance(60_000);
    await inTransaction(world.house, { actor: CITIZEN }, (tx) =>
      addFromCitizen(tx, { requestId: id, text: 'Hâlâ bekliyorum.', fileIds: [] }),
    );
    const waits = await lastStep(id);
    world.clock.advance(60_000);
    const work = await act(roads, [id], { act: 'note', text: 'Yanlış kayda yazıldı.' });
    expect((await lastStep(id)).kind).toBe('staff');
    await undo(roads, work);
    expect(await lastStep(id)).toEqual(waits);
    expect((await caseOf(id)).notes.map(({ takenBackAt }) => takenBackAt === null)).toEqual([true, true, false]);
    expect(await found('keşif')).toEqual([id]);
  });

  test('is one’s own: not another’s, not the citizen’s words, not a question, and not twice', async () => {
    const id = await file();
    const why = 'Yanlış.';
    const noteId = await as(roads, (tx) => addStaffNote(tx, { requestId: id, text: 'Bakılacak.' }));
    await as(roads, (tx) => askCitizen(tx, { requestId: id, question: 'Hangi kapı?' }));
    await inTransaction(world.house, { actor: CITIZEN }, (tx) =>
      addFromCitizen(tx, { requestId: id, text: '12', fileIds: [] }),
    );
    const takeBack = (actor: typeof roads, note: string) =>
      as(actor, (tx) => takeBackStaffNote(tx, { requestId: id, noteId: note, why }));
    await expect(takeBack(supervisor, noteId)).rejects.toMatchObject({ code: 'not-allowed' });
    const others = (await caseOf(id)).notes.filter((note) => note.id !== noteId);
    expect(others).toHaveLength(2);
    for (const note of others) await expect(takeBack(roads, note.id)).rejects.toMatchObject({ code: 'not-found' });
    await takeBack(roads, noteId);
    await expect(takeBack(roads, noteId)).rejects.toMatchObject({ code: 'moved-on' });
    const edited = run(world.house.db, sql`update request_notes set text = 'Başka söz.' where id = ${noteId}`);
    await expect(edited).rejects.toThrow(/never edited/);
  });

  test('whose works were asked before that could be undone say that they stay', async () => {
    const id = await file();
    const work = await act(roads, [id], { act: 'note', text: 'Bakılacak.' });
    await run(world.house.db, sql`update long_work_items set undo = null where work_id = ${work}`);
    const undoing = await undo(roads, work);
    expect(await whyNot(undoing.id)).toEqual(['moved-on']);
  });
});
