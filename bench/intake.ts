/**
 * `npm run bench -- intake`: create, list and find among 100,000 requests, beside the bare framework sending the very same statements, in
 * interleaved rounds of one run. Prints CPU per request (the server's and PostgreSQL's, which a busy machine disturbs least), times and
 * ratios, and writes bench/results/intake.json.
 */
import { fork } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import type pg from 'pg';
import { systemActor } from '../server/kernel/actor.ts';
import { readConfig } from '../server/kernel/config.ts';
import { migrate } from '../server/kernel/db/migrate.ts';
import { inTransaction } from '../server/kernel/db/transaction.ts';
import { discardEmbeddedPostgres, startEmbeddedPostgres } from '../server/kernel/postgres/supervisor.ts';
import { openHouse } from '../server/house.ts';
import { seedTexts } from '../server/modules/correspondence/door.ts';
import { DEMO_PASSWORD, seedDemoStaff } from '../server/seed/demo-staff.ts';
import { seedMunicipality } from '../server/seed/seed-municipality.ts';
import { databaseOn, onServer } from '../server/testing/test-server.ts';
import { fill } from './intake/fill.ts';
import type { Answer, Child, Operation, Order, Recipe } from './intake/messages.ts';
import { OPERATIONS } from './intake/messages.ts';

const ROWS = 100_000;
const ROUNDS = 3;
// A work list costs as much as many creates; the whole bench shall end within five minutes.
const AMOUNT: Record<Operation, number> = { create: 800, list: 200, find: 800 };
const CONNECTIONS = 8;
const BARE = 'hemsehri-bare';
const HOUSE = 'hemsehri';

interface Round {
  requestsPerSecond: number;
  p50: number;
  p99: number;
  serverCpuMs: number;
  databaseCpuMs: number;
  errors: number;
}

interface Ground {
  folder: string;
  url: string;
}

const children: Child[] = [];
let created = 0;

async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'hemsehri-bench-'));
  const given = process.env.DATABASE_URL;
  const server = given
    ? { url: given, stop: async () => {} }
    : await startEmbeddedPostgres({ dataDir: folder, log: () => {} });
  const name = `hemsehri_bench_${process.pid}`;
  await onServer(server.url, (client) => client.query(`create database ${name} template template0 encoding 'UTF8'`));
  try {
    await bench({ folder, url: databaseOn(server.url, name) });
  } finally {
    for (const each of children) await each.stop();
    await onServer(server.url, (client) => client.query(`drop database if exists ${name} with (force)`));
    await server.stop();
    if (!given) await discardEmbeddedPostgres({ dataDir: folder });
    await rm(folder, { recursive: true, force: true });
  }
}

async function bench(ground: Ground): Promise<void> {
  await prepare(ground);
  const house = await child('house', ground);
  const bare = await child('bare', ground);
  const cookie = await signIn(house.url);
  await bare.ask(await recipesOf(house, cookie));
  const results = await measureAll({ house, bare, cookie, url: ground.url });
  print(results);
  const out = fileURLToPath(new URL('results/', import.meta.url));
  await mkdir(out, { recursive: true });
  const about = { rows: ROWS, connections: CONNECTIONS, rounds: ROUNDS, load: loadavg(), node: process.version };
  await writeFile(join(out, 'intake.json'), `${JSON.stringify({ ...about, results }, null, 2)}\n`);
}

async function prepare({ folder, url }: Ground): Promise<void> {
  await migrate(url);
  const { house, close } = openHouse(readConfig({ HEMSEHRI_LOG: 'silent', HEMSEHRI_DATA_DIR: folder }, folder), url);
  await seedMunicipality(house, 'umraniye');
  await inTransaction(house, { actor: systemActor('bench') }, seedTexts);
  await seedDemoStaff(house);
  await close();
  await fill(url, ROWS);
}

async function child(file: 'house' | 'bare', { folder, url }: Ground): Promise<Child> {
  const process_ = fork(fileURLToPath(new URL(`intake/${file}.ts`, import.meta.url)), {
    env: { ...process.env, DATABASE_URL: url, HEMSEHRI_DATA_DIR: folder },
    serialization: 'advanced',
  });
  const answer = () =>
    new Promise<Answer>((resolve, reject) => {
      const ended = (code: number | null) => reject(new Error(`${file} ended with ${code}`));
      process_.once('exit', ended);
      process_.once('message', (message) => {
        process_.off('exit', ended);
        resolve(message as Answer);
      });
    });
  const ready = await answer();
  const made: Child = {
    url: 'ready' in ready ? ready.ready : '',
    ask(order: Order) {
      const answered = answer();
      process_.send(order);
      return answered;
    },
    async stop() {
      const gone = new Promise((resolve) => process_.once('exit', resolve));
      process_.kill('SIGKILL');
      await gone;
    },
  };
  children.push(made);
  return made;
}

async function signIn(base: string): Promise<string> {
  const response = await fetch(`${base}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
    body: JSON.stringify({ username: 'elif', password: DEMO_PASSWORD }),
  });
  if (!response.ok) throw new Error(`signing in: ${response.status} ${await response.text()}`);
  return response.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
}

/** A new request of one of fifty thousand people. */
function newBody(): string {
  created += 1;
  return JSON.stringify({
    channel: 'desk',
    kind: 'complaint',
    text: 'Sokağımızda çöpler üç gündür alınmadı, gereğini rica ederim.',
    language: 'tr',
    topic: 'TEM-01',
    answers: [],
    danger: false,
    person: {
      name: 'Ayşe Örnek',
      phone: `+90500${String((created * 7919) % 50_000).padStart(7, '0')}`,
      notifyBy: 'sms',
    },
    place: { neighbourhoodId: 1 + (created % 37), street: 'Selvi Sokak', door: '4', description: 'okulun önü' },
    clientKey: `bench-${process.pid}-${String(created).padStart(9, '0')}`,
  });
}

function requestFor(
  operation: Operation,
  cookie: string,
): { method: 'GET' | 'POST'; path: string; headers: Record<string, string> } {
  const headers = {
    cookie,
    'sec-fetch-site': 'same-origin',
    ...(operation === 'create' && { 'content-type': 'application/json' }),
  };
  if (operation === 'create') return { method: 'POST', path: '/api/v1/requests', headers };
  if (operation === 'list') return { method: 'GET', path: '/api/v1/requests?limit=25', headers };
  return { method: 'GET', path: `/api/v1/search?q=${encodeURIComponent('+905000012345')}`, headers };
}

async function once(base: string, operation: Operation, cookie: string): Promise<string> {
  const { method, path, headers } = requestFor(operation, cookie);
  const response = await fetch(base + path, { method, headers, ...(method === 'POST' && { body: newBody() }) });
  const text = await response.text();
  if (!response.ok) throw new Error(`${operation}: ${response.status} ${text}`);
  return text;
}

/** What the house sends for each, heard once it is warm: a first request also fills what is remembered for two seconds. */
async function recipesOf(house: Child, cookie: string): Promise<Order> {
  const hear = async (operation: Operation): Promise<Recipe> => {
    await once(house.url, operation, cookie);
    await house.ask({ order: 'record' });
    const answer = await once(house.url, operation, cookie);
    const heard = await house.ask({ order: 'recorded' });
    if (!('statements' in heard)) throw new Error('nothing was heard');
    return { statements: heard.statements, answer };
  };
  const recipes = {} as Record<Operation, Recipe>;
  for (const operation of OPERATIONS) recipes[operation] = await hear(operation);
  return { order: 'recipes', recipes, again: await hear('create') };
}

interface Sides {
  house: Child;
  bare: Child;
  cookie: string;
  url: string;
}

interface Result {
  operation: Operation;
  house: Round;
  bare: Round;
  /** Server and database together. */
  cpuRatio: number;
  serverCpuRatio: number;
}

async function measureAll({ house, bare, cookie, url }: Sides): Promise<Result[]> {
  const results: Result[] = [];
  for (const operation of OPERATIONS) {
    const rounds: { house: Round[]; bare: Round[] } = { house: [], bare: [] };
    for (const side of [house, bare]) await load(side, operation, { cookie, amount: 100 });
    for (let round = 0; round < ROUNDS; round += 1) {
      rounds.house.push(await measure(house, { operation, cookie, url, application: HOUSE }));
      rounds.bare.push(await measure(bare, { operation, cookie, url, application: BARE }));
    }
    const [ours, theirs] = [median(rounds.house), median(rounds.bare)];
    const all = (side: Round) => side.serverCpuMs + side.databaseCpuMs;
    results.push({
      operation,
      house: ours,
      bare: theirs,
      cpuRatio: round2(all(ours) / all(theirs)),
      serverCpuRatio: round2(ours.serverCpuMs / theirs.serverCpuMs),
    });
  }
  return results;
}

async function load(side: Child, operation: Operation, { cookie, amount }: { cookie: string; amount: number }) {
  const { method, path, headers } = requestFor(operation, cookie);
  return autocannon({
    url: side.url,
    connections: CONNECTIONS,
    amount,
    requests: [
      {
        method,
        path,
        headers,
        ...(method === 'POST' && { setupRequest: (request: object) => ({ ...request, body: newBody() }) }),
      },
    ],
  });
}

interface Measured {
  operation: Operation;
  cookie: string;
  url: string;
  application: string;
}

async function measure(side: Child, { operation, cookie, url, application }: Measured): Promise<Round> {
  const amount = AMOUNT[operation];
  const before = { server: await cpuOf(side), database: await databaseCpu(url, application) };
  const { requests, latency, errors, non2xx } = await load(side, operation, { cookie, amount });
  const after = { server: await cpuOf(side), database: await databaseCpu(url, application) };
  return {
    requestsPerSecond: round2(requests.average),
    p50: latency.p50,
    p99: latency.p99,
    serverCpuMs: round2((after.server - before.server) / amount),
    databaseCpuMs: round2((after.database - before.database) / amount),
    errors: errors + non2xx,
  };
}

async function cpuOf(side: Child): Promise<number> {
  const answer = await side.ask({ order: 'cpu' });
  return 'cpuMs' in answer ? answer.cpuMs : 0;
}

/** CPU of the backends that serve one side. Zero where the server is on another machine, and then the ratio is the web server's alone. */
async function databaseCpu(url: string, application: string): Promise<number> {
  return onServer(url, async (client: pg.Client) => {
    const found = await client.query<{ pid: number }>(
      'select pid from pg_stat_activity where datname = current_database() and application_name = $1',
      [application],
    );
    const ticks = await Promise.all(
      found.rows.map(({ pid }) => readFile(`/proc/${pid}/stat`, 'utf8').then(ticksIn, () => 0)),
    );
    return ticks.reduce((sum, each) => sum + each, 0) * 10;
  });
}

/** utime and stime, the 14th and 15th fields of proc(5), in hundredths of a second. */
function ticksIn(stat: string): number {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return Number(fields[11]) + Number(fields[12]);
}

function median(rounds: Round[]): Round {
  return [...rounds].sort((left, right) => left.serverCpuMs - right.serverCpuMs)[Math.floor(rounds.length / 2)]!;
}

function round2(value: number): number {
  return Math.round(value * 100) / 100;
}

function print(results: Result[]): void {
  const rows = results.flatMap(({ operation, house, bare, cpuRatio, serverCpuRatio }) => [
    { operation, side: 'hemsehri', ...house, cpuRatio, serverCpuRatio },
    { operation, side: 'bare', ...bare, cpuRatio: 1, serverCpuRatio: 1 },
  ]);
  console.table(rows);
  process.stdout.write(`CPU in milliseconds per request; load of the machine ${loadavg()[0]?.toFixed(1)}.\n`);
}

await main();
