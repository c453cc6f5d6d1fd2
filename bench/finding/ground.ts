/** The ground of the bench: a house with a million requests and their index, and a web process to ask. */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { READY_ROLES, RIGHTS } from '../../contract/rights.ts';
import { systemActor } from '../../server/kernel/actor.ts';
import { readConfig } from '../../server/kernel/config.ts';
import { migrate } from '../../server/kernel/db/migrate.ts';
import { inTransaction } from '../../server/kernel/db/transaction.ts';
import type { House } from '../../server/kernel/house.ts';
import { openHouse } from '../../server/house.ts';
import { seedTexts } from '../../server/modules/correspondence/door.ts';
import { idsRecordedBefore } from '../../server/modules/requests/door.ts';
import { keepEntries } from '../../server/modules/search/door.ts';
import { addStaffMember, readyRights, saveRole } from '../../server/modules/staff/door.ts';
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

export async function prepareFinding(
  { url, folder }: Ground,
  rows: number,
  say: (what: string) => void,
): Promise<Known> {
  await migrate(url);
  const { house, close } = openHouse(readConfig({ HEMSEHRI_LOG: 'silent', HEMSEHRI_DATA_DIR: folder }, folder), url);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await seedMunicipality(house, 'umraniye');
    await inTransaction(house, { actor: systemActor('bench') }, seedTexts);
    await seedDemoStaff(house);
    await addNarrowReaders(house);
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

/** The same work as `hemsehri search rebuild`, in larger bites: nobody else is at the tables. */
async function indexAll(house: House, rows: number, say: (what: string) => void): Promise<void> {
  const AT_ONCE = 2_000;
  let before: string | null = null;
  for (let done = 0; ; done += AT_ONCE) {
    const ids = await idsRecordedBefore(house.db, before, AT_ONCE);
    await inTransaction(house, { actor: systemActor('bench') }, (tx) => keepEntries(tx, ids));
    before = ids.at(-1) ?? null;
    if (done % 100_000 === 0) say(`${done} of ${rows} are in the index`);
    if (ids.length < AT_ONCE) return;
  }
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
    env: { ...process.env, DATABASE_URL: url, HEMSEHRI_DATA_DIR: folder },
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
