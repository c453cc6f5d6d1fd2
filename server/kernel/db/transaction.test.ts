import { beforeEach, expect, test } from 'vitest';
import { act, emptyHouse, staffActor } from '../../testing/empty-house.ts';
import { systemActor } from '../actor.ts';
import { defineFact, on } from '../facts.ts';
import { newId } from '../ids.ts';
import { oneRow, rows, run, sql } from './database.ts';
import type { Tx } from './transaction.ts';
import { inTransaction } from './transaction.ts';

const house = await emptyHouse();
await run(house.db, sql`create table things (id integer primary key, note text not null)`);

const Opened = defineFact<{ n: number }>('opened');
const Counted = defineFact<{ n: number }>('counted');
const subject = newId(house.clock.now());

beforeEach(async () => {
  house.reactions.length = 0;
  await run(house.db, sql`truncate things`);
});

const put = (tx: Tx, id: number, note = '') => run(tx.db, sql`insert into things values (${id}, ${note})`);
const things = () => rows<{ id: number; note: string }>(house.db, sql`select id, note from things order by id`);
const facts = () =>
  rows<{ name: string; actor: string; data: { n: number }; at: Date }>(
    house.db,
    sql`select name, actor, data, at from facts where subject = ${subject} order by id`,
  );

test('work, reactions to its facts, and reactions to theirs stand together, in order', async () => {
  const order: string[] = [];
  house.reactions.push(
    on(Opened, 'counts down', async (tx, { data }) => {
      order.push(`counted ${data.n}`);
      await put(tx, data.n);
      if (data.n > 0) tx.record(Opened(subject, { n: data.n - 1 }));
    }),
    on(Opened, 'notes', async (_tx, { data }) => void order.push(`noted ${data.n}`)),
    on(Counted, 'hears nothing', () => Promise.reject(new Error('no such fact was recorded'))),
  );
  await act(house, async (tx) => tx.record(Opened(subject, { n: 2 })), staffActor('agent'));
  expect(order).toEqual(['counted 2', 'noted 2', 'counted 1', 'noted 1', 'counted 0', 'noted 0']);
  expect((await things()).map(({ id }) => id)).toEqual([0, 1, 2]);
  const written = await facts();
  expect(written.map(({ name, data }) => [name, data.n])).toEqual([
    ['opened', 2],
    ['opened', 1],
    ['opened', 0],
  ]);
  expect(written.every(({ actor, at }) => /^staff:[0-9a-f-]{36}$/.test(actor) && +at === +house.clock.now())).toBe(
    true,
  );
});

test('a reaction that fails undoes the work, the facts and what was to follow', async () => {
  const before = (await facts()).length;
  let woken = 0;
  house.reactions.push(
    on(Opened, 'writes', (tx) => put(tx, 9).then(() => undefined)),
    on(Opened, 'fails', () => Promise.reject(new Error('the last one says no'))),
  );
  const failing = act(house, async (tx) => {
    await put(tx, 8);
    tx.afterCommit(() => void (woken += 1));
    tx.record(Opened(subject, { n: 0 }));
  });
  await expect(failing).rejects.toThrow('the last one says no');
  expect([await things(), (await facts()).length - before, woken]).toEqual([[], 0, 0]);
});

test('what follows a commit sees what was committed, and happens once', async () => {
  const seen: number[] = [];
  await new Promise<void>((resolve, reject) => {
    act(house, async (tx) => {
      await put(tx, 1);
      tx.afterCommit(() => {
        things().then((found) => resolve(void seen.push(found.length)), reject);
      });
    }).catch(reject);
  });
  expect(seen).toEqual([1]);
});

test('all rows of one work carry one instant, the given one in a replay', async () => {
  const past = new Date('2022-05-04T10:00:00+03:00');
  const now = await inTransaction(house, { actor: systemActor('replay'), now: past }, async (tx) => {
    house.clock.advance(5_000);
    tx.record(Counted(subject, { n: 1 }));
    return tx.now;
  });
  expect(now).toEqual(past);
  expect((await facts()).at(-1)).toMatchObject({ name: 'counted', actor: 'system:replay', at: past });
});

test('two works that wait for each other both get done: the loser of a deadlock tries again', async () => {
  await act(house, async (tx) => {
    await put(tx, 1, 'a');
    await put(tx, 2, 'b');
  });
  let tries = 0;
  const both = meeting(2);
  const touch = (first: number, second: number) =>
    act(house, async (tx) => {
      tries += 1;
      await run(tx.db, sql`update things set note = note || ${first} where id = ${first}`);
      await both();
      await run(tx.db, sql`update things set note = note || ${first} where id = ${second}`);
    });
  await Promise.all([touch(1, 2), touch(2, 1)]);
  expect(tries).toBe(3);
  expect((await things()).map(({ note }) => note.length)).toEqual([3, 3]);
});

test('a serialisation failure is tried three times in all, and then thrown', async () => {
  let tries = 0;
  let woken = 0;
  const work = (failures: number) =>
    act(house, async (tx) => {
      tries += 1;
      await put(tx, tries);
      tx.afterCommit(() => void (woken += 1));
      if (tries <= failures)
        await sql.raw(`do $$ begin raise exception using errcode = '40001'; end $$`).execute(tx.db);
    });
  await work(2);
  expect([tries, woken, (await things()).map(({ id }) => id)]).toEqual([3, 1, [3]]);
  await run(house.db, sql`truncate things`);
  tries = 0;
  await expect(work(Infinity)).rejects.toMatchObject({ code: '40001' });
  expect([tries, woken]).toEqual([3, 1]);
});

test('any other error of the database is not tried again', async () => {
  let tries = 0;
  const twice = act(house, async (tx) => {
    tries += 1;
    await put(tx, 1);
    await put(tx, 1);
  });
  await expect(twice).rejects.toMatchObject({ code: '23505' });
  expect([tries, await things()]).toEqual([1, []]);
});

test('facts are kept as they were: they can be neither changed nor removed', async () => {
  await act(house, async (tx) => tx.record(Counted(subject, { n: 7 })));
  await expect(run(house.db, sql`update facts set name = 'other'`)).rejects.toThrow('append-only');
  await expect(run(house.db, sql`delete from facts`)).rejects.toThrow('append-only');
  expect((await oneRow<{ n: number }>(house.db, sql`select count(*) as n from facts where name = 'other'`)).n).toBe(0);
});

/** Lets everybody go on once all have come; whoever comes later does not wait. */
function meeting(size: number): () => Promise<void> {
  let come = 0;
  let open: () => void;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return () => {
    come += 1;
    if (come >= size) open();
    return opened;
  };
}
