/**
 * "No lost request" (the first promise of the house): SIGKILL to the program and to its database at random moments while citizens file and
 * SMS go out; then everything must be there once. The clients and the provider live in this process, which nobody kills.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { SIMULATED_ACCOUNTS, startSimulators } from '../../modules/correspondence/door.ts';
import { DEMO_PASSWORD } from '../../seed/demo-staff.ts';
import { freePort } from '../app-process.ts';
import { signIn } from '../desk-client.ts';
import { onServer } from '../test-server.ts';
import type { ClientLog, Crowd } from './citizens.ts';
import { startCrowd } from './citizens.ts';
import type { Random } from './random.ts';
import { randomFrom } from './random.ts';
import type { Found } from './verdict.ts';
import { judge } from './verdict.ts';
import type { Victim } from './victim.ts';
import { makeVictim } from './victim.ts';

export interface DrillOptions {
  kills: number;
  seed: number;
  say(line: string): void;
}

export interface DrillReport {
  seed: number;
  kills: { app: number; database: number };
  seconds: number;
  asked: number;
  acknowledged: number;
  acknowledgedAfterRetry: number;
  givenUp: number;
  failedTries: number;
  found: Found;
  /** From the kill until the program is ready to be sent people again, in milliseconds. */
  backAfterMs: { app: number[]; database: number[] };
  broken: string[];
}

/** The largest batch any gateway takes: so many messages may be in flight at one kill. */
const LARGEST_BATCH = 500;

export async function runKillDrill({ kills, seed, say }: DrillOptions): Promise<DrillReport> {
  const folder = await mkdtemp(join(tmpdir(), 'hemsehri-drill-provider-'));
  const port = await freePort();
  const provider = await startSimulators({
    dir: folder,
    receiptsTo: `http://127.0.0.1:${port}/webhooks/sms/demo-receipts`,
    receiptDelayMs: 300,
    receiptRetryMs: 1_000,
  });
  const { username, password } = SIMULATED_ACCOUNTS.verimor;
  const victim = await makeVictim(port, {
    HEMSEHRI_SMS_URL: provider.urls.verimor,
    HEMSEHRI_SMS_USERNAME: username,
    HEMSEHRI_SMS_PASSWORD: password,
  });
  try {
    victim.start();
    await victim.untilReady();
    // A provider that takes its time, so that many a kill finds a batch on its way.
    provider.verimor.faults.order({ fault: 'slow', delayMs: 120 });
    return await drill({
      victim,
      random: randomFrom(seed),
      kills,
      say,
      providerLog: join(folder, 'verimor-accepted.jsonl'),
    });
  } finally {
    await victim.discard();
    await provider.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

interface Drill {
  victim: Victim;
  random: Random;
  kills: number;
  say(line: string): void;
  providerLog: string;
}

async function drill({ victim, random, kills, say, providerLog }: Drill): Promise<DrillReport> {
  const from = performance.now();
  const crowd = startCrowd(await signIn(victim.address, 'elif', DEMO_PASSWORD), random);
  const backAfterMs: DrillReport['backAfterMs'] = { app: [], database: [] };
  for (let kill = 1; kill <= kills; kill += 1) {
    const what = kill % 2 === 1 ? 'app' : 'database';
    await sleep(random.between(300, 2_500));
    const back = await killAndReturn(victim, random, what);
    backAfterMs[what].push(Math.round(back));
    say(
      `${kill}/${kills}  ${what.padEnd(8)}  back after ${Math.round(back)} ms, ${crowd.log.acknowledged.size} acknowledged`,
    );
  }
  const log = await settle(victim, crowd);
  const databaseUrl = await victim.databaseUrl();
  const { found, broken } = await judge({
    databaseUrl,
    providerLog,
    clients: log,
    mostInFlight: kills * LARGEST_BATCH,
  });
  if (victim.endedByItself() > 0) broken.push(`the program ended by itself ${victim.endedByItself()} times`);
  return {
    seed: random.seed,
    kills: { app: backAfterMs.app.length, database: backAfterMs.database.length },
    seconds: Math.round((performance.now() - from) / 1000),
    asked: log.asked.size,
    acknowledged: log.acknowledged.size,
    acknowledgedAfterRetry: log.afterRetry,
    givenUp: log.givenUp.size,
    failedTries: log.failedTries,
    ...{ found, backAfterMs, broken },
  };
}

/** Some of the programs started again are killed before they are ready: a crash does not wait for a good moment. */
async function killAndReturn(victim: Victim, random: Random, what: 'app' | 'database'): Promise<number> {
  const from = performance.now();
  if (what === 'database') {
    if (!victim.killDatabase()) throw new Error('there was no database server to kill');
    // Until the program notices, it still says that it is ready.
    await sleep(50);
  } else {
    await restart(victim);
    if (random.chance(0.3)) {
      await sleep(random.between(0, 1_500));
      await restart(victim);
    }
  }
  await victim.untilReady();
  return performance.now() - from;
}

async function restart(victim: Victim): Promise<void> {
  await victim.killApp();
  await letLeasesRunOut(victim);
  victim.start();
}

/**
 * What a dead worker had claimed is taken up two minutes later. While no program runs, those two minutes are let pass in a moment; so a
 * message may meet more than one death, which in real time would take an hour of drilling.
 */
async function letLeasesRunOut(victim: Victim): Promise<void> {
  await onServer(await victim.databaseUrl(), (client) =>
    client.query(`update messages set lease_until = now() where state = 'sending' and lease_until > now()`),
  );
}

/** The citizens are served, the program is started once more, and the outbox runs empty. */
async function settle(victim: Victim, crowd: Crowd): Promise<ClientLog> {
  await crowd.goHome();
  await restart(victim);
  await victim.untilReady();
  const url = await victim.databaseUrl();
  const until = performance.now() + 90_000;
  while ((await waiting(url)) > 0 && performance.now() < until) await sleep(200);
  return crowd.log;
}

function waiting(url: string): Promise<number> {
  return onServer(url, async (client) => {
    const { rows } = await client.query<{ count: number }>(
      `select count(*)::int as count from messages where state in ('sending','unknown') or (state = 'queued' and not_before <= now())`,
    );
    return rows[0]!.count;
  });
}

/** The report as a table for people. */
export function tableOf(report: DrillReport): string {
  const { kills, found, backAfterMs } = report;
  const times = (all: number[]): string =>
    all.length === 0 ? 'none' : `median ${median(all)} ms, longest ${Math.max(...all)} ms`;
  const lines: [string, string | number][] = [
    ['Killed: program / database', `${kills.app} / ${kills.database} in ${report.seconds} s (seed ${report.seed})`],
    ['Requests asked for', report.asked],
    ['  acknowledged (after a failed try)', `${report.acknowledged} (${report.acknowledgedAfterRetry})`],
    ['  given up unheard', report.givenUp],
    ['Tries that failed', report.failedTries],
    ['Requests in the database (unheard)', `${found.recorded} (${found.recordedUnheard})`],
    ['Messages owed, all handed over', found.messages],
    ['  asked about instead of sent again', found.lookedUp],
    ['  handed over twice (blocked there)', `${found.handedOverTwice} (${found.blocked})`],
    ['Program back', times(backAfterMs.app)],
    ['Database back', times(backAfterMs.database)],
    ['Promises broken', report.broken.length],
  ];
  return [...lines.map(([name, value]) => `${name.padEnd(38)}${value}`), ...report.broken.slice(0, 20)].join('\n');
}

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
