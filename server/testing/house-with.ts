/** A furnished house with some of its people by name, and a way to act as one of them. Call at the top of a test file. */
import type { Actor, StaffActor } from '../kernel/actor.ts';
import type { Tx } from '../kernel/db/transaction.ts';
import { inTransaction } from '../kernel/db/transaction.ts';
import { furnishedHouse } from './furnished-house.ts';

export async function houseWith<Name extends string>(...names: Name[]) {
  const world = await furnishedHouse();
  const found = await Promise.all(names.map(async (name) => [name, await world.as(name)] as const));
  const people = Object.fromEntries(found) as Record<Name, StaffActor>;
  const as = <T>(actor: Actor, work: (tx: Tx) => Promise<T>) => inTransaction(world.house, { actor }, work);
  return { world, people, as };
}
