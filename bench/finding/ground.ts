/** The ground of the bench: a house with a million requests and their index, and a web process to ask. */
import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { READY_ROLES, RIGHTS } from '../../contract/rights.ts';
import { systemActor } from '../../server/kernel/actor.ts';
import { readConfig } from '../../server/kernel/config.ts';
import { migrate } from '../../server/kernel/db/migrate.ts';
import { inTransaction } from '../../server/kernel/db/transaction.ts';
import type { House } from '../../server/kernel/house.ts';
import { longWorkRound } from '../../server/kernel/long-works/run.ts';
import { discardEmbeddedPostgres, startEmbeddedPostgres } from '../../server/kernel/postgres/supervisor.ts';
import { openHouse } from '../../server/house.ts';
import { seedTexts } from '../../server/modules/correspondence/door.ts';
import { idsRecordedBefore } from '../../server/modules/requests/door.ts';
import { keepEntries, rebuildIfOutdated } from '../../server/modules/search/door.ts';
import { addStaffMember, readyRights, saveRole, staffActorById } from '../../server/modules/staff/door.ts';
import { DEMO_PASSWORD, seedDemoStaff } from '../../server/seed/demo-staff.ts';
import { seedMunicipality } from '../../server/seed/seed-municipality.ts';
import { fill } from './fill.ts';
import { withoutIndexes } from './index-pause.ts';
import type { Known } from './questions.ts';

export interface Ground {
  /** A database in which nothing is yet. */
  url: string;
  folder: string;
}

export interface Wish {
  rows: number;
  /** A folder that stays, and is found again the next time: filling a million takes longer than asking them. */
  keep: string | undefined;
  say: (what: string) => void;
}

/** Opens a ground of so many requests, filled or found, and closes it behind the work. */
export async function withGround(
  { rows, keep, say }: Wish,
  work: (ground: Ground, known: Known) => Promise<void>,
): Promise<void> {
  const folder = keep ?? (await mkdtemp(join(tmpdir(), 'hemsehri-finding-')));
  await mkdir(folder, { recursive: true });
  await chmod(folder, 0o755); // under root the server runs as another user, who must get in
  const server = await startEmbeddedPostgres({ dataDir: folder, log: () => {} });
  try {
    const ground = { url: server.url, folder };
    await work(ground, await knownOn(ground, rows, say));
  } finally {
    await server.stop();
    if (keep === undefined) {
      await discardEmbeddedPostgres({ dataDir: folder });
      await rm(folder, { recursive: true, force: true });
    }
  }
}

async function knownOn(ground: Ground, rows: number, say: Wish['say']): Promise<Known> {
  const notes = join(ground.folder, 'known.json');
  if (!existsSync(notes)) {
    const begun = performance.now();
    const known = await prepareFinding(ground, rows, say);
    say(`filled in ${Math.round((performance.now() - begun) / 1000)} s`);
    await writeFile(notes, JSON.stringify({ rows, known }));
  }
  const kept = JSON.parse(await readFile(notes, 'utf8')) as { rows: number; known: Known };
  if (kept.rows !== rows) throw new Error(`${ground.folder} holds ${kept.rows} requests, not ${rows}`);
  return kept.known;
}

async function prepareFinding({ url, folder }: Ground, rows: number, say: Wish['say']): Promise<Known> {
  await migrate(url);
  const { house, close } = openHouse(readConfig({ HEMSEHRI_LOG: 'silent', HEMSEHRI_DATA_DIR: folder }, folder), url);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await seedMunicipality(house, 'umraniye');
    await inTransaction(house, { actor: systemActor('bench') }, seedTexts);
    await seedDemoStaff(house);
    await addNarrowReaders(house);
    // The index counts as made while there is nothing: no worker begins to make it anew among the million.
    await rebuildIfOutdated(house);
    await longWorkRound(house, staffActorById);
    await withoutIndexes(client, TABLES, () => fill(url, rows, new Date()));
    await client.query(HANDED);
    say(`${rows} requests are there`);
    await withoutIndexes(client, ['search_entries', 'search_words'], () => indexAll(house, rows, say));
    await client.query('vacuum analyze');
    await client.query('checkpoint');
    return await knownFrom(client);
  } finally {
    await client.end();
    await close();
  }
}

const TABLES = ['service_requests', 'assignments', 'request_history', 'request_notes', 'request_answers', 'citizens'];

/** Every third part of the roads directorate lies with a unit, and some of those with one person. */
const HANDED = `
  update assignments set unit_code = 'FEN-YOL',
    assignee_id = case when hashtext(id::text) % 60 = 0 then (select id from staff_members where username = 'bench-own') end
  where directorate_code = 'FEN' and hashtext(id::text) % 3 = 0`;

/** The same work as `hemsehri search rebuild`, in larger bites and two at a time: while one is thought out, the other is written. */
async function indexAll(house: House, rows: number, say: (what: string) => void): Promise<void> {
  const AT_ONCE = 2_000;
  const HANDS = 2;
  let taken = 0;
  let bite: Promise<string[] | null> = idsRecordedBefore(house.db, null, AT_ONCE);
  const next = (): Promise<string[] | null> => {
    const mine = bite;
    bite = mine.then((ids) => (ids?.length ? idsRecordedBefore(house.db, ids.at(-1)!, AT_ONCE) : null));
    return mine;
  };
  const hand = async () => {
    for (let ids = await next(); ids?.length; ids = await next()) {
      const mine = ids;
      await inTransaction(house, { actor: systemActor('bench') }, (tx) => keepEntries(tx, mine));
      taken += mine.length;
      if (taken % 100_000 < AT_ONCE) say(`${taken} of ${rows} are in the index`);
    }
  };
  await Promise.all(Array.from({ length: HANDS }, hand));
}

/** Somebody who sees only their unit's, and somebody who sees only what is handed to them. */
async function addNarrowReaders(house: House): Promise<void> {
  const clerk = readyRights(READY_ROLES[1]);
  const reaching = (scope: 'own-unit' | 'own') =>
    Object.fromEntries(
      RIGHTS.map((right) => [
        right,
        clerk[right].ordinary === 'own-directorate' ? { ordinary: scope, restricted: scope } : clerk[right],
      ]),
    ) as typeof clerk;
  await inTransaction(house, { actor: systemActor('bench') }, async (tx) => {
    for (const [code, scope] of [
      ['bench-unit', 'own-unit'],
      ['bench-own', 'own'],
    ] as const) {
      await saveRole(tx, {
        ...{ code, base: 'clerk', name: code, nameEn: code, active: true, version: 0 },
        rights: reaching(scope),
      });
      await addStaffMember(tx, {
        username: code,
        displayName: code,
        role: code,
        directorate: 'FEN',
        unit: 'FEN-YOL',
        password: DEMO_PASSWORD,
      });
    }
  });
}

async function knownFrom(client: pg.Client): Promise<Known> {
  const column = async (sql: string) => (await client.query<{ value: string }>(sql)).rows.map(({ value }) => value);
  const some = 'from service_requests tablesample system (0.5) where not restricted and not identity_secret';
  return {
    numbers: await column(`select tracking_number as value ${some} limit 500`),
    phones: await column(`select contact_phone as value ${some} and contact_phone is not null limit 500`),
    externals: await column(`select external_number as value ${some} and external_number is not null limit 500`),
    rareWords: await column(
      `select word as value from search_words tablesample system (2) where kind = 'word' and length(word) > 7 limit 500`,
    ),
    topics: await column('select code as value from topics'),
  };
}

/** The product's own server as one process. */
export async function serveFinding({ url, folder }: Ground): Promise<{ base: string; stop(): Promise<void> }> {
  const child = fork(fileURLToPath(new URL('../intake/house.ts', import.meta.url)), {
    // A few people ask here what a whole town hall asks; each may only ask so often.
    env: { ...process.env, DATABASE_URL: url, HEMSEHRI_DATA_DIR: folder, HEMSEHRI_SEARCHES_PER_MINUTE: '1000000' },
    serialization: 'advanced',
  });
  const base = await new Promise<string>((resolve, reject) => {
    child.once('message', (message) => resolve((message as { ready: string }).ready));
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
  });
  return {
    base,
    stop: () =>
      new Promise((resolve) => {
        child.removeAllListeners('exit');
        child.once('exit', () => resolve());
        child.kill('SIGKILL');
      }),
  };
}
