import { systemActor } from '../kernel/actor.ts';
import { inTransaction } from '../kernel/db/transaction.ts';
import { maybeRow, sql } from '../kernel/db/database.ts';
import type { House } from '../kernel/house.ts';
import { listTopics } from '../modules/catalogue/door.ts';
import { seedTexts } from '../modules/correspondence/door.ts';
import { seedDemoStaff } from './demo-staff.ts';
import { seedMunicipality } from './seed-municipality.ts';
import { seedNamedWorld } from './named-world.ts';

/**
 * Makes an empty database usable: the chosen municipality, its texts, and in a demo invented people and requests. Two processes that
 * start at once take turns, and the second finds it done. Returns a sentence about what was made, or null.
 */
export async function seedIfEmpty(house: House): Promise<string | null> {
  if ((await listTopics(house.db)).length > 0) return null;
  return house.db.connection().execute(async (lock) => {
    await maybeRow(lock, sql`select pg_advisory_lock(727002)`);
    try {
      if ((await listTopics(lock)).length > 0) return null;
      return await seedAll(house);
    } finally {
      await maybeRow(lock, sql`select pg_advisory_unlock(727002)`);
    }
  });
}

async function seedAll(house: House): Promise<string> {
  const { municipality, demo } = house.config;
  await seedMunicipality(house, municipality);
  await inTransaction(house, { actor: systemActor('seed') }, seedTexts);
  if (!demo)
    return `The profile "${municipality}" was loaded. Make the first administrator: npm run -s hemsehri -- staff create --help`;
  await seedDemoStaff(house);
  await seedNamedWorld(house);
  return `The demo municipality "${municipality}" was loaded.`;
}
