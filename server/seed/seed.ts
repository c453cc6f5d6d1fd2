import { systemActor } from '../kernel/actor.ts';
import type { Db } from '../kernel/db/database.ts';
import { maybeRow, sql } from '../kernel/db/database.ts';
import { inTransaction } from '../kernel/db/transaction.ts';
import type { House } from '../kernel/house.ts';
import { recordRevision, revisionAt } from '../kernel/revisions.ts';
import { seedStandardTexts } from '../modules/answers/door.ts';
import { seedTexts } from '../modules/correspondence/door.ts';
import { recordsOtherThan } from '../modules/requests/door.ts';
import { keepViolenceToItsUnit } from './demo-restricted.ts';
import { seedDemoStaff } from './demo-staff.ts';
import { seedMunicipality } from './seed-municipality.ts';
import { NAMED_KEY, seedNamedWorld } from './named-world.ts';

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
      return (await isSeeded(lock)) ? await addNewTexts(house) : await seedAll(house);
    } finally {
      await maybeRow(lock, sql`select pg_advisory_unlock(727002)`);
    }
  });
}

const DONE = { kind: 'seed', key: 'municipality' };

async function isSeeded(db: Db): Promise<boolean> {
  return (await revisionAt(db, DONE.kind, DONE.key, 1)) !== undefined;
}

async function addNewTexts(house: House): Promise<string | null> {
  const added = await inTransaction(house, { actor: systemActor('seed') }, seedTexts);
  return added === 0 ? null : `Message texts that came with this version were added: ${added}.`;
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
    if (!(await recordsOtherThan(house.db, NAMED_KEY))) await seedNamedWorld(house);
  }
  await inTransaction(house, { actor: systemActor('seed') }, (tx) =>
    recordRevision(tx, { ...DONE, body: { municipality, demo } }),
  );
  return demo
    ? `The demo municipality "${municipality}" was loaded.`
    : `The profile "${municipality}" was loaded. Make the first administrator: npm run -s hemsehri -- staff create --help`;
}
