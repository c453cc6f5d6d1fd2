/**
 * `npm run bench -- audit`: what the audit's chain costs those who write entries (beside the bare insert of the same row, in interleaved rounds),
 * and how fast it is sealed and verified. Writes bench/results/audit.json. HEMSEHRI_BENCH_ENTRIES (1,000,000) is how long the verified chain is.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { systemActor } from '../server/kernel/actor.ts';
import { audit } from '../server/kernel/audit.ts';
import { sealAll, sealRound } from '../server/kernel/audit/seal.ts';
import { verifyChain } from '../server/kernel/audit/verify.ts';
import { readConfig } from '../server/kernel/config.ts';
import type { Db } from '../server/kernel/db/database.ts';
import { run, sql } from '../server/kernel/db/database.ts';
import { migrate } from '../server/kernel/db/migrate.ts';
import { inTransaction } from '../server/kernel/db/transaction.ts';
import type { House } from '../server/kernel/house.ts';
import { discardEmbeddedPostgres, startEmbeddedPostgres } from '../server/kernel/postgres/supervisor.ts';
import { openHouse } from '../server/house.ts';
import { databaseOn, onServer } from '../server/testing/test-server.ts';

const ENTRIES = Number(process.env.HEMSEHRI_BENCH_ENTRIES ?? 1_000_000);
const ROUNDS = 5;
const WRITES = 2_000;
const AT_ONCE = 8;
const actor = systemActor('bench');

/** One entry a transaction, eight at a time, as web processes write them. */
async function write(house: House, how: (db: Db, n: number) => Promise<unknown>): Promise<number> {
  let next = 0;
  const began = performance.now();
  const worker = async () => {
    while (next < WRITES) {
      const n = (next += 1);
      await inTransaction(house, { actor }, (tx) => how(tx.db, n));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return ((performance.now() - began) * AT_ONCE) / WRITES;
}

const chained = (db: Db, n: number) =>
  audit(
    { db, now: new Date(), actor },
    { act: 'signed-out', subjectKind: 'request', subjectId: `chained ${n}`, detail: { n } },
  );

/** The row alone, as it was written before there was a chain. */
const bare = (db: Db, n: number) =>
  run(
    db,
    sql`insert into audit_entries (at, actor, act, subject_kind, subject_id, detail)
        values (${new Date()}, 'system:bench', 'benched', 'request', ${`bare ${n}`}, ${JSON.stringify({ n })}::jsonb)`,
  );

async function bench(house: House): Promise<Record<string, number>> {
  const times: { bare: number[]; chained: number[] } = { bare: [], chained: [] };
  let over = false;
  const sealer = (async () => {
    while (!over) if (!(await sealRound(house))) await new Promise((resolve) => setTimeout(resolve, 1000));
  })();
  for (let round = 0; round < ROUNDS; round += 1) {
    times.bare.push(await write(house, bare));
    times.chained.push(await write(house, chained));
  }
  over = true;
  await sealer;
  await run(
    house.db,
    sql`with e as (insert into audit_entries (at, actor, act, subject_kind, subject_id, detail)
          select now() - n * interval '10 seconds', 'staff:' || (n % 300), 'request-opened', 'request', gen_random_uuid()::text, '{"for": "FEN"}'
          from generate_series(1, ${ENTRIES}::int) n returning id)
        insert into audit_unsealed select id from e`,
  );
  const sealed = await timed(() => sealAll(house));
  const verified = await timed(() => verifyChain(house.db));
  return {
    bareMs: median(times.bare),
    chainedMs: median(times.chained),
    ratio: median(times.chained) / median(times.bare),
    sealedPerSecond: ENTRIES / sealed,
    verifiedPerSecond: ENTRIES / verified,
  };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

function median(list: number[]): number {
  return [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)]!;
}

const folder = await mkdtemp(join(tmpdir(), 'hemsehri-bench-'));
const given = process.env.DATABASE_URL;
const server = given
  ? { url: given, stop: async () => {} }
  : await startEmbeddedPostgres({ dataDir: folder, log: () => {} });
const name = `hemsehri_bench_${process.pid}`;
await onServer(server.url, (client) => client.query(`create database ${name} template template0 encoding 'UTF8'`));
const url = databaseOn(server.url, name);
await migrate(url);
const config = readConfig({ HEMSEHRI_DATA_DIR: folder, HEMSEHRI_LOG: 'error' }, folder);
const { house, close } = openHouse(config, url);
try {
  const results = await bench(house);
  const rounded = Object.fromEntries(Object.entries(results).map(([key, n]) => [key, Number(n.toPrecision(3))]));
  const about = { at: new Date().toISOString(), node: process.version, entries: ENTRIES, load: loadavg()[0] };
  const out = fileURLToPath(new URL('results/', import.meta.url));
  await mkdir(out, { recursive: true });
  await writeFile(join(out, 'audit.json'), `${JSON.stringify({ ...about, ...rounded }, null, 2)}\n`);
  console.table(rounded);
} finally {
  await close();
  await onServer(server.url, (client) => client.query(`drop database if exists ${name} with (force)`));
  await server.stop();
  if (!given) await discardEmbeddedPostgres({ dataDir: folder });
  await rm(folder, { recursive: true, force: true });
}
