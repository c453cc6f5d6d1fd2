import { systemActor } from '../kernel/actor.ts';
import { inTransaction } from '../kernel/db/transaction.ts';
import type { House } from '../kernel/house.ts';
import { seedHolidays } from '../modules/calendar/door.ts';
import { seedPortalTexts, seedProfile, seedTopics } from '../modules/catalogue/door.ts';
import type { PlacesProfile } from '../modules/places/door.ts';
import { seedPlaces } from '../modules/places/door.ts';
import { seedDirectorates, seedUnits } from '../modules/staff/door.ts';
import type { MunicipalityId } from './shipped-data.ts';
import { readDirectorates, readMunicipality, readTopics, readUnits } from './shipped-data.ts';

/**
 * Makes the database this municipality's: profile, neighbourhoods, streets, directorates, topics, holidays, the portal's sentences, all or nothing.
 * Safe to run again: what is missing is added, what the municipality has changed stays as it is.
 */
export async function seedMunicipality(house: House, id: MunicipalityId): Promise<void> {
  const { profile, places } = await readMunicipality(id);
  const directorates = await readDirectorates();
  const units = await readUnits();
  const catalogue = await readTopics();
  await inTransaction(house, { actor: systemActor('seed') }, async (tx) => {
    await seedProfile(tx, profile);
    await seedPortalTexts(tx);
    await seedPlaces(tx, house.config.demo ? places : withoutStreets(places));
    await seedDirectorates(tx, directorates);
    await seedUnits(tx, units);
    await seedTopics(tx, catalogue);
    await seedHolidays(tx);
  });
}

/** The shipped streets are invented for trying out; a real municipality enters its own. */
function withoutStreets(places: PlacesProfile): PlacesProfile {
  const neighbourhoods = places.neighbourhoods.map((each) => ({ ...each, streets: { ...each.streets, names: [] } }));
  return { ...places, neighbourhoods };
}
