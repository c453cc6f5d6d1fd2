/** A whole house for a test: municipality, texts, demo staff and every reaction; test-house.ts gives the bare one. Nothing in it is mocked. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { SettableClock } from '../kernel/clock.ts';
import { settableClock } from '../kernel/clock.ts';
import type { Config } from '../kernel/config.ts';
import { readConfig } from '../kernel/config.ts';
import { inTransaction } from '../kernel/db/transaction.ts';
import type { StaffActor } from '../kernel/actor.ts';
import { systemActor } from '../kernel/actor.ts';
import type { House } from '../kernel/house.ts';
import { seedTexts } from '../modules/correspondence/door.ts';
import { listStaff, staffActorById } from '../modules/staff/door.ts';
import { openHouse } from '../house.ts';
import { seedDemoStaff } from '../seed/demo-staff.ts';
import { seedMunicipality } from '../seed/seed-municipality.ts';
import { testDatabase } from './database.ts';

export interface FurnishedHouse {
  house: House;
  clock: SettableClock;
  databaseUrl: string;
  /** The demo person of that name, as an actor. */
  as(username: string): Promise<StaffActor>;
}

/** A Monday in an ordinary week of a year with confirmed holidays, during office hours. */
export const MONDAY_MORNING = new Date('2026-02-16T09:00:00+03:00');

export async function furnishedHouse(changes: Partial<Config> = {}): Promise<FurnishedHouse> {
  const { url } = await testDatabase();
  const dataDir = mkdtempSync(join(tmpdir(), 'hemsehri-test-'));
  const config = {
    ...readConfig({ HEMSEHRI_DATA_DIR: dataDir, HEMSEHRI_LOG: 'silent' }, dataDir),
    databaseConnections: 6,
    ...changes,
  };
  const clock = settableClock(MONDAY_MORNING);
  const { house, close } = openHouse(config, url, clock);
  afterAll(async () => {
    await close();
    rmSync(dataDir, { recursive: true, force: true });
  });
  await seedMunicipality(house, config.municipality);
  await inTransaction(house, { actor: systemActor('seed') }, seedTexts);
  await seedDemoStaff(house);
  return { house, clock, databaseUrl: url, as: (username) => actorNamed(house, username) };
}

async function actorNamed(house: House, username: string): Promise<StaffActor> {
  const member = (await listStaff(house.db)).find((each) => each.username === username);
  const actor = member && (await staffActorById(house, member.id));
  if (!actor) throw new Error(`no demo person is called ${username}`);
  return actor;
}
