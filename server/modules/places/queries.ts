// Where something is: the municipality's neighbourhoods and the streets people name in them.
import type { Db } from '../../kernel/db/database.ts';
import { remembered } from '../../kernel/remembered.ts';
import { compare, fold, normaliseInput } from '../../../text/turkish.ts';
import type { Neighbourhood, Street } from './neighbourhood.ts';
import { allNeighbourhoods, streetsBeginning } from './store.ts';

export const rememberedNeighbourhoods = remembered(async (db) => {
  const list = await allNeighbourhoods(db);
  return list.sort((left, right) => compare(left.name, right.name));
});

/** All neighbourhoods in Turkish order, with those no longer in use, because old requests lie in them. */
export function listNeighbourhoods(db: Db): Promise<Neighbourhood[]> {
  return rememberedNeighbourhoods.get(db);
}

export async function neighbourhoodById(db: Db, id: number): Promise<Neighbourhood | undefined> {
  return (await listNeighbourhoods(db)).find((one) => one.id === id);
}

export interface TypedStreet {
  neighbourhoodId?: number | undefined;
  typed: string;
  limit: number;
}

/** Streets that may be meant by what was typed so far, in any spelling (`ATATURK`, `atatürk`); empty below two letters. */
export async function suggestStreets(db: Db, { neighbourhoodId, typed, limit }: TypedStreet): Promise<Street[]> {
  const folded = fold(normaliseInput(typed));
  if (folded.length < 2) return [];
  return streetsBeginning(db, { neighbourhoodId, typed: folded, limit });
}
