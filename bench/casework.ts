/**
 * `npm run bench -- casework`: lives of requests over HTTP among a million others, on the program as `npm start` runs it (web and worker in one
 * process, every feature on, messages to the simulated provider; `--apart`: in two): as fast as eight hands go, at a steady rate, and then the spike of DIGIT's
 * published test; and before them finding (bench/finding.ts) on the same ground.
 * `--rows 100000` for a smaller one; `--keep <folder>` keeps the filled ground, which `finding` understands too; `--seconds` a part, `--each` a
 * class of finding, for a shorter one. Prints tables, writes bench/results/casework.json and finding.json; ends with 1 when a life failed.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { startProcess, startWeb } from '../server/testing/app-process.ts';
import { openDesk } from './casework/life.ts';
import type { Loaded } from './casework/load.ts';
import { quantile, withArrivals, withHands } from './casework/load.ts';
import type { Ground } from './finding/ground.ts';
import { withGround } from './finding/ground.ts';
import { measureFinding } from './finding/measure.ts';
import type { Known } from './finding/questions.ts';
import { printFinding, saveFinding } from './finding/tell.ts';

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000000' },
    each: { type: 'string', default: '200' },
    seconds: { type: 'string', default: '60' },
    keep: { type: 'string' },
    apart: { type: 'boolean', default: false },
  },
});
const ROWS = Number(values.rows);
const HANDS = 8;
const SECONDS = Number(values.seconds);
/** What the house promises to bear on two cores without anybody waiting. */
const BORNE = 37;
/** Lives a second, stage by stage, as DIGIT's spike test: peaks, and valleys in which it must have recovered. */
const SPIKE = [1, 15, 1, 25, 2, 35, 10] as const;
const STAGE_SECONDS = Math.min(20, SECONDS);

/** DIGIT's own findings at a million requests: 50 people, 16 cores, 32 GB (its repository, performance/docs/findings.md). */
const PEER = { name: 'DIGIT CCRS', perSecond: 6.3, p95: 3_340, cores: 16, spikeErrors: '57–58 %' };

async function bench({ url, folder }: Ground, known: Known): Promise<void> {
  const environment = {
    ...{ DATABASE_URL: url, HEMSEHRI_DATA_DIR: folder, HEMSEHRI_LOG: 'error' },
    ...{ HEMSEHRI_TAKE_BACK_SECONDS: '0', HEMSEHRI_SKIP_BUILD: '1' },
    // Five people ask as much here as hundreds do.
    HEMSEHRI_SEARCHES_PER_MINUTE: '1000000',
  };
  const worker = values.apart ? startProcess({ ...environment, HEMSEHRI_ROLE: 'worker' }) : null;
  const web = await startWeb({ ...environment, HEMSEHRI_ROLE: values.apart ? 'web' : 'all' });
  try {
    const finding = await measureFinding(web.address, known, { each: Number(values.each) });
    printFinding(finding);
    await saveFinding(ROWS, finding);
    const desk = await openDesk(web.address);
    await withHands(desk, { hands: 2, seconds: 5 });
    const steady = await withHands(desk, { hands: HANDS, seconds: SECONDS });
    printLoaded(`${HANDS} hands`, steady);
    printBeside(steady);
    // The hands gave answers faster than they could be carried out; what comes now shall find the house calm.
    await untilCarriedOut(url);
    const borne = await withArrivals(desk, { perSecond: BORNE, seconds: SECONDS });
    printLoaded(`${BORNE}/s`, borne);
    const spike = [];
    for (const perSecond of SPIKE) {
      const stage = await withArrivals(desk, { perSecond, seconds: STAGE_SECONDS });
      printLoaded(`${perSecond}/s`, stage);
      spike.push({ asked: perSecond, ...stage });
    }
    const concluded = await whenConcluded(url);
    say(`${concluded.acts} answers carried out, p95 ${concluded.p95Ms} ms after they were given`);
    await write({ steady, borne, spike, concluded, finding });
    const failed = [steady, borne, ...spike].flatMap(({ errors }) => errors);
    if (failed.length > 0) say(`the server said: ${web.output().slice(-4_000)}`);
    process.exitCode = failed.length > 0 || concluded.waiting > 0 ? 1 : 0;
  } finally {
    await web.end('SIGTERM');
    await worker?.end('SIGTERM');
  }
}

function printBeside({ perSecond, p95 }: Loaded): void {
  const { name, cores, ...peer } = PEER;
  const times = Math.round((perSecond / peer.perSecond) * 10) / 10;
  say(`beside ${name} on ${cores} cores: ${peer.perSecond} lives/s, p95 ${peer.p95} ms; here ${times} times as many`);
  say(`p95 of each step: ${JSON.stringify(p95)}`);
}

/** The answer is held first and carried out by the worker: how long after it was given the request was concluded. */
async function whenConcluded(url: string): Promise<{ acts: number; waiting: number; p95Ms: number }> {
  const left = await untilCarriedOut(url);
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ ms: number }>(
      `select extract(epoch from ended_at - held_at) * 1000 as ms from held_acts where state = 'done'`,
    );
    const times = rows.map(({ ms }) => Number(ms));
    return { acts: rows.length, waiting: left, p95Ms: quantile(times, 0.95) };
  });
}

/** Gives how many are still held when patience ends. */
function untilCarriedOut(url: string): Promise<number> {
  return withClient(url, async (client) => {
    for (let patience = 120; patience > 0 && (await waiting(client)) > 0; patience -= 1) await sleep(1_000);
    return waiting(client);
  });
}

async function withClient<T>(url: string, ask: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await ask(client);
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
  const report = { rows: ROWS, hands: HANDS, processes: values.apart ? 2 : 1, machine, peer: PEER, ...results };
  await writeFile(join(out, 'casework.json'), `${JSON.stringify(report, null, 2)}\n`);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

await withGround({ rows: ROWS, keep: values.keep, say }, bench);
