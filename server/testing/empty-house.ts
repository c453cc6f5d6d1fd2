/**
 * A house over an empty test database: everything real but the clock, which stands at a chosen instant until the test moves it.
 * For tests of the lower floors: it loads no module and nothing reacts. The whole house with the named municipality is in house.ts.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { ReadyRole } from '../../contract/rights.ts';
import type { Actor, StaffActor } from '../kernel/actor.ts';
import { systemActor } from '../kernel/actor.ts';
import type { SettableClock } from '../kernel/clock.ts';
import { settableClock } from '../kernel/clock.ts';
import { readConfig } from '../kernel/config.ts';
import { openDatabase } from '../kernel/db/database.ts';
import type { Tx } from '../kernel/db/transaction.ts';
import { inTransaction } from '../kernel/db/transaction.ts';
import { makeFileStore } from '../kernel/files.ts';
import type { House } from '../kernel/house.ts';
import { makeWake } from '../kernel/house.ts';
import { newId } from '../kernel/ids.ts';
import { makeLog } from '../kernel/log.ts';
import { makeMetrics } from '../kernel/metrics.ts';
import { makeSecrets } from '../kernel/secrets.ts';
import type { Post } from '../modules/staff/door.ts';
import { actorFrom } from '../modules/staff/door.ts';
import { testDatabase } from './database.ts';

export interface EmptyHouse extends House {
  clock: SettableClock;
  databaseUrl: string;
}

interface EmptyHouseOptions {
  environment?: Record<string, string>;
  now?: Date;
}

/** Call at the top of a test file; closed after its last test. */
export async function emptyHouse({ environment = {}, now }: EmptyHouseOptions = {}): Promise<EmptyHouse> {
  const { url } = await testDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'hemsehri-house-'));
  const { db, close } = openDatabase(url, 8);
  afterAll(async () => {
    await close();
    await rm(folder, { recursive: true, force: true });
  });
  const config = readConfig({ HEMSEHRI_DATA_DIR: folder, HEMSEHRI_LOG: 'silent', ...environment }, folder);
  return {
    config,
    db,
    databaseUrl: url,
    clock: settableClock(now ?? new Date('2026-03-16T09:00:00+03:00')),
    log: makeLog(config.logLevel),
    metrics: makeMetrics(),
    files: makeFileStore(join(folder, 'files')),
    secrets: makeSecrets(config.secret),
    reactions: [],
    heldActs: [],
    works: [],
    liveNews: [],
    wake: makeWake(),
  };
}

/** One action in its own transaction; without an actor the system acts, which may do everything. */
export function act<T>(house: House, work: (tx: Tx) => Promise<T>, actor: Actor = systemActor('test')): Promise<T> {
  return inTransaction(house, { actor }, work);
}

/** Somebody of that role, for asking what the role may; nobody of that id is in the database. */
export function staffActor(role: ReadyRole, directorate: string | null = null, post: Partial<Post> = {}): StaffActor {
  const house = {
    staffId: newId(new Date(0)),
    name: 'Deneme',
    role,
    base: role,
    rights: null,
    unit: null,
    looksAfter: [],
  };
  return actorFrom({ ...house, directorate, ...post });
}
