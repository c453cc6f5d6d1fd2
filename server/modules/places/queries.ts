// Where something is: the municipality's neighbourhoods, the streets people name in them, and the areas it draws itself.
import type { Db } from '../../kernel/db/database.ts';
import { remembered, rememberedByStamp } from '../../kernel/remembered.ts';
import { compare, fold, normaliseInput } from '../../../text/turkish.ts';
import type { Area, Neighbourhood, RegisteredStreet, Street } from './neighbourhood.ts';
import { allAreas, allNeighbourhoods } from './store.ts';
import type { StreetBook } from './street-book.ts';
import { makeStreetBook } from './street-book.ts';
import type { AuthorityCounts, RegisterPage } from './street-store.ts';
import { allStreets, authorityCounts, registerStamp, streetPage, streetRow, streetsBeginning } from './street-store.ts';

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

/** A page of the register of streets with one street more than asked for, which tells whether there is another page. */
export async function streetRegister(
  db: Db,
  page: RegisterPage,
): Promise<{ streets: RegisteredStreet[]; counts: AuthorityCounts }> {
  const typed = page.typed === undefined ? undefined : fold(normaliseInput(page.typed));
  const [streets, counts] = await Promise.all([streetPage(db, { ...page, typed }), authorityCounts(db)]);
  return { streets, counts };
}

export function streetById(db: Db, id: number): Promise<RegisteredStreet | undefined> {
  return streetRow(db, id);
}

export const rememberedAreas = remembered(allAreas);

/** All areas by code, with those that were closed: reasons of past requests name them. */
export function listAreas(db: Db): Promise<Area[]> {
  return rememberedAreas.get(db);
}

/** Thousands of streets are read again only when one of them has changed. */
export const rememberedStreetBook = rememberedByStamp({
  stamp: async (db) => (await registerStamp(db)).stamp,
  load: async (db) => makeStreetBook(await allStreets(db)),
});

/** Whose road each street is, by any spelling of its name. */
export function streetBook(db: Db): Promise<StreetBook> {
  return rememberedStreetBook.get(db);
}
