import { systemActor } from '../kernel/actor.ts';
import { maybeRow, sql } from '../kernel/db/database.ts';
import { inTransaction } from '../kernel/db/transaction.ts';
import type { House } from '../kernel/house.ts';
import { drawSamples, seedStandardTexts } from '../modules/answers/door.ts';
import { seedPortalTexts } from '../modules/catalogue/door.ts';
import { seedTexts } from '../modules/correspondence/door.ts';
import { recordsOtherThan } from '../modules/requests/door.ts';
import { keepViolenceToItsUnit } from './demo-restricted.ts';
import { seedDemoPlans } from './demo-plans.ts';
import { seedDemoStaff } from './demo-staff.ts';
import { seedMunicipality } from './seed-municipality.ts';
import { NAMED_KEY, seedNamedWorld } from './named-world.ts';
import type { Loaded } from './what-was-loaded.ts';
import { whatWasLoaded, writeWhatWasLoaded } from './what-was-loaded.ts';

/**
 * Makes an empty database usable: the chosen municipality, its texts, and in a demo invented people and requests. One that an older
 * program has filled gets the texts that came since: without its text an act that owes a message could never be done. Processes that
 * start at once take turns, and the second finds it done; one that was killed is gone on with at the next start. Returns a sentence
 * about what was made, or null.
 */
export async function seedIfEmpty(house: House): Promise<string | null> {
  return house.db.connection().execute(async (lock) => {
    await maybeRow(lock, sql`select pg_advisory_lock(727002)`);
    try {
      const loaded = await whatWasLoaded(lock);
      return loaded === undefined ? await seedAll(house) : await goOnWith(house, loaded);
    } finally {
      await maybeRow(lock, sql`select pg_advisory_unlock(727002)`);
    }
  });
}

async function goOnWith(house: House, loaded: Loaded): Promise<string | null> {
  const said = [otherProfile(house, loaded), await addNewTexts(house)].filter((sentence) => sentence !== null);
  return said.length === 0 ? null : said.join('\n');
}

/** Whoever names another profile expects to see it, and would look for it in vain. */
function otherProfile({ config }: House, { municipality }: Loaded): string | null {
  if (municipality === config.municipality) return null;
  return `This database holds the profile "${municipality}". HEMSEHRI_MUNICIPALITY is only read while a database is empty.`;
}

async function addNewTexts(house: House): Promise<string | null> {
  const added = await inTransaction(
    house,
    { actor: systemActor('seed') },
    async (tx) => (await seedTexts(tx)) + (await seedPortalTexts(tx)),
  );
  return added === 0 ? null : `Texts that came with this version were added: ${added}.`;
}

/** Every step may be run again and then adds only what is missing; that all are done is written last. */
async function seedAll(house: House): Promise<string> {
  const { municipality, demo } = house.config;
  await seedMunicipality(house, municipality);
  await inTransaction(house, { actor: systemActor('seed') }, seedTexts);
  await inTransaction(house, { actor: systemActor('seed') }, seedStandardTexts);
  if (demo) {
    await seedDemoStaff(house);
    await keepViolenceToItsUnit(house);
    // A replayed year keeps to itself.
    if (!(await recordsOtherThan(house.db, [NAMED_KEY]))) {
      await seedNamedWorld(house);
      await seedDemoPlans(house);
      // Of a handful of conclusions a share would leave nobody to call.
      await drawSamples(house, 100);
    }
  }
  await inTransaction(house, { actor: systemActor('seed') }, (tx) => writeWhatWasLoaded(tx, { municipality, demo }));
  return demo
    ? `The demo municipality "${municipality}" was loaded.`
    : `The profile "${municipality}" was loaded. Make the first administrator: npm run -s hemsehri -- staff create --help`;
}
