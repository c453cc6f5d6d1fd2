/**
 * One unit of work: everything an action writes, the facts it records and what others do because of them stand or fall together.
 * Nesting is impossible by construction: an action receives a Tx, and only the outermost caller can make one.
 */
import type { Actor } from '../actor.ts';
import { actorKey } from '../actor.ts';
import type { Fact, House, Tx } from '../house.ts';
import { run, sql } from './database.ts';

export type { Tx };

export interface TransactionOptions {
  actor: Actor;
  /** For the replay of a past year; otherwise the house's clock. */
  now?: Date;
}

/**
 * Runs the work in one transaction, then the reactions to its facts, floor by floor, until no new fact comes.
 * The same serialisation failure or deadlock is tried again twice; every other error undoes all and is thrown on.
 */
export async function inTransaction<T>(
  house: House,
  options: TransactionOptions,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await once(house, options, work);
    } catch (error) {
      if (attempt === 3 || !mayBeTriedAgain(error)) throw error;
    }
  }
}

async function once<T>(house: House, options: TransactionOptions, work: (tx: Tx) => Promise<T>): Promise<T> {
  const later: (() => void)[] = [];
  const result = await house.db.transaction().execute(async (db) => {
    const facts: Fact[] = [];
    const last: (() => Promise<void>)[] = [];
    const tx: Tx = {
      db,
      now: options.now ?? house.clock.now(),
      actor: options.actor,
      house,
      record: (fact) => void facts.push(fact),
      beforeCommit: (act) => void last.push(act),
      afterCommit: (act) => void later.push(act),
    };
    const value = await work(tx);
    // Both lists grow while they are read: a reaction may record facts of its own, and so may what is done last.
    let heard = 0;
    const reactToAll = async () => {
      for (; heard < facts.length; heard += 1) await react(tx, facts[heard]!);
    };
    await reactToAll();
    for (const act of last) {
      await act();
      await reactToAll();
    }
    await writeFacts(
      tx,
      facts.filter(({ kept }) => kept !== false),
    );
    return value;
  });
  for (const act of later) act();
  return result;
}

async function react(tx: Tx, fact: Fact): Promise<void> {
  for (const reaction of tx.house.reactions) {
    if (reaction.factName === fact.name) await reaction.run(tx, fact);
  }
}

async function writeFacts(tx: Tx, facts: Fact[]): Promise<void> {
  if (facts.length === 0) return;
  const list = JSON.stringify(facts);
  await run(
    tx.db,
    sql`insert into facts (name, subject, at, actor, data)
        select f.name, f.subject, ${tx.now}, ${actorKey(tx.actor)}, f.data
        from jsonb_to_recordset(${list}::jsonb) as f(name text, subject uuid, data jsonb)`,
  );
}

/** PostgreSQL's own words for "nothing is wrong with you, try again": serialisation failure and deadlock. */
function mayBeTriedAgain(error: unknown): boolean {
  const code = (error as { code?: unknown }).code;
  return code === '40001' || code === '40P01';
}
