import type { Tx } from '../../../kernel/db/transaction.ts';
import type { PlacesProfile } from '../neighbourhood.ts';
import { rememberedNeighbourhoods, rememberedStreetBook } from '../queries.ts';
import { addNeighbourhoods } from '../store.ts';
import { addStreets } from '../street-store.ts';

/** Writes a ready profile's neighbourhoods and streets; what is there already stays as it is. */
export async function seedPlaces(tx: Tx, profile: PlacesProfile): Promise<void> {
  await addNeighbourhoods(tx.db, profile.neighbourhoods);
  await addStreets(tx.db, profile.neighbourhoods);
  rememberedNeighbourhoods.forgetAfter(tx);
  rememberedStreetBook.forgetAfter(tx);
}
