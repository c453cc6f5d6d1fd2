/**
 * `npm run bench -- casework`: lives of requests over HTTP among a million others, on the program as `npm start` runs it (web and worker in one
 * process, every feature on, messages to the simulated provider): as fast as eight hands go, at a steady rate, and then the spike of DIGIT's
 * published test.
 * HEMSEHRI_BENCH_ROWS changes the million. Prints a table and writes bench/results/casework.json; ends with 1 when a life failed.
 */
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { migrate } from '../server/kernel/db/migrate.ts';
import { discardEmbeddedPostgres, startEmbeddedPostgres } from '../server/kernel/postgres/supervisor.ts';
import { startWeb } from '../server/testing/app-process.ts';
import { databaseOn, onServer } from '../server/testing/test-server.ts';
import { openDesk } from './casework/life.ts';
import type { Loaded } from './casework/load.ts';
import { quantile, withArrivals, withHands } from './casework/load.ts';
import { fill } from './intake/fill.ts';

const ROWS = Number(process.env.HEMSEHRI_BENCH_ROWS ?? 1_000_000);
const HANDS = 8;
const SECONDS = 60;
/** What the house promises to bear on two cores without anybody waiting. */
const BORNE = 37;
/** Lives a second, stage by stage, as DIGIT's spike test: peaks, and valleys in which it must have recovered. */
const SPIKE = [1, 15, 1, 25, 2, 35, 10] as const;
const STAGE_SECONDS = 20;

/** DIGIT's own findings at a million requests: 50 people, 16 cores, 32 GB (its repository, performance/docs/findings.md). */
const PEER = { name: 'DIGIT CCRS', perSecond: 6.3, p95: 3_340, cores: 16, spikeErrors: '57–58 %' };

async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'hemsehri-casework-'));
  await chmod(folder, 0o755); // under root the server runs as another user, who must get in
  const given = process.env.DATABASE_URL;
  const server = given
    ? { url: given, stop: async () => {} }
    : await startEmbeddedPostgres({ dataDir: folder, log: () => {} });
  const name = `hemsehri_casework_${process.pid}`;
  await onServer(server.url, (client) => client.query(`create database ${name} template template0 encoding 'UTF8'`));
  try {
    await bench(folder, databaseOn(server.url, name));
  } finally {
    await onServer(server.url, (client) => client.query(`drop database if exists ${name} with (force)`));
    await server.stop();
    if (!given) await discardEmbeddedPostgres({ dataDir: folder });
    await rm(folder, { recursive: true, force: true });
  }
}

async function bench(folder: string, url: string): Promise<void> {
  await migrate(url);
  const environment = {
    ...{ DATABASE_URL: url, HEMSEHRI_DATA_DIR: join(folder, 'app'), HEMSEHRI_LOG: 'error' },
    ...{ HEMSEHRI_TAKE_BACK_SECONDS: '0', HEMSEHRI_SKIP_BUILD: '1' },
  };
  // Once, so that municipality, people and texts are there to be filled around.
  await (await startWeb(environment)).end('SIGTERM');
  say(`filling ${ROWS} requests…`);
  await fill(url, ROWS);
  const web = await startWeb(environment);
  try {
    const desk = await openDesk(web.address);
    await withHands(desk, { hands: 2, seconds: 5 });
    const steady = await withHands(desk, { hands: HANDS, seconds: SECONDS });
    printLoaded(`${HANDS} hands`, steady);
    const borne = await withArrivals(desk, { perSecond: BORNE, seconds: SECONDS });
    printLoaded(`${BORNE}/s for a minute`, borne);
    const spike = [];
    for (const perSecond of SPIKE) {
      const stage = await withArrivals(desk, { perSecond, seconds: STAGE_SECONDS });
      printLoaded(`${perSecond}/s`, stage);
      spike.push({ asked: perSecond, ...stage });
    }
    const concluded = await whenConcluded(url);
    await write({ steady, borne, spike, concluded });
    const failed = [steady, borne, ...spike].flatMap(({ errors }) => errors);
    process.exitCode = failed.length > 0 || concluded.waiting > 0 ? 1 : 0;
  } finally {
    await web.end('SIGTERM');
  }
}

/** The answer is held first and carried out by the worker: how long after it was given the request was concluded. */
async function whenConcluded(url: string): Promise<{ acts: number; waiting: number; p95Ms: number }> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (let patience = 120; patience > 0 && (await waiting(client)) > 0; patience -= 1) await sleep(1_000);
    const { rows } = await client.query<{ ms: number }>(
      `select extract(epoch from ended_at - held_at) * 1000 as ms from held_acts where state = 'done'`,
    );
    return {
      acts: rows.length,
      waiting: await waiting(client),
      p95Ms: quantile(
        rows.map(({ ms }) => Number(ms)),
        0.95,
      ),
    };
  } finally {
    await client.end();
  }
}

async function waiting(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ n: string }>(`select count(*) as n from held_acts where state <> 'done'`);
  return Number(rows[0]!.n);
}

function printLoaded(name: string, { perSecond, p50, p95, errors, lives }: Loaded): void {
  say(
    `${name}: ${perSecond} lives/s, a life p50 ${p50.total} p95 ${p95.total} ms, ${lives} lives, ${errors.length} errors`,
  );
  for (const error of errors.slice(0, 3)) say(`  ${error}`);
}

async function write(results: object): Promise<void> {
  const machine = { cores: cpus().length, processor: cpus()[0]?.model, node: process.version, load: loadavg() };
  const out = fileURLToPath(new URL('results/', import.meta.url));
  await mkdir(out, { recursive: true });
  const report = { rows: ROWS, hands: HANDS, machine, peer: PEER, ...results };
  await writeFile(join(out, 'casework.json'), `${JSON.stringify(report, null, 2)}\n`);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

await main();
