/**
 * What a database was filled with when it was empty: which profile, and whether as a demo. A demo's people have a password everybody knows,
 * and a demo believes in secrets everybody knows; so a database that began as the one is never opened as the other.
 */
import type { Config } from '../kernel/config.ts';
import type { Db } from '../kernel/db/database.ts';
import { recordRevision, revisionAt } from '../kernel/revisions.ts';
import type { Tx } from '../kernel/db/transaction.ts';
import { StartupProblem } from '../kernel/startup-problem.ts';

export interface Loaded {
  municipality: string;
  demo: boolean;
}

const KIND = 'seed';
const KEY = 'municipality';

/** Undefined while nothing was, or not all of it yet. */
export async function whatWasLoaded(db: Db): Promise<Loaded | undefined> {
  return (await revisionAt<Loaded>(db, KIND, KEY, 1))?.body;
}

export async function writeWhatWasLoaded(tx: Tx, loaded: Loaded): Promise<void> {
  await recordRevision(tx, { kind: KIND, key: KEY, body: loaded });
}

/** @throws StartupProblem where HEMSEHRI_DEMO says something else than the database. */
export async function refuseOtherKind(db: Db, { demo }: Pick<Config, 'demo'>): Promise<void> {
  const loaded = await whatWasLoaded(db);
  if (loaded === undefined || loaded.demo === demo) return;
  throw new StartupProblem(loaded.demo ? DEMO_IN_EARNEST : OWN_AS_DEMO);
}

const ANOTHER = 'name another database in DATABASE_URL, or another folder in HEMSEHRI_DATA_DIR.';
const DEMO_IN_EARNEST =
  'This database holds the demo, with people whose password everybody knows, and HEMSEHRI_DEMO is 0. ' +
  `Set HEMSEHRI_DEMO=1 to see the demo; for a municipality of your own ${ANOTHER}`;
const OWN_AS_DEMO =
  "This database is a municipality's own, made with HEMSEHRI_DEMO=0, and would be opened as a demo, with secrets everybody knows. " +
  `Set HEMSEHRI_DEMO=0 and the other variables it was made with; for a demo ${ANOTHER}`;
