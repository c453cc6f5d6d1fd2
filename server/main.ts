/**
 * One process of Hemşehri: `web`, `worker` or both (HEMSEHRI_ROLE). Opens the house, seeds an empty demo, serves, works, and stops
 * cleanly: what is under way is finished, nothing is left claimed.
 */
import { ConfigError, readConfig } from './kernel/config.ts';
import { makeDataFolder } from './kernel/data-folder.ts';
import { StartupProblem } from './kernel/startup-problem.ts';
import { openServer, ROOT } from './open-server.ts';
import { openDemo, simulatorsFolder } from './demo/demo.ts';
import { serve } from './serve.ts';
import { seedIfEmpty } from './seed/seed.ts';
import { startWork } from './timetable.ts';
import { sayWhatCitizensWouldMiss, sayWhereItIs } from './welcome.ts';

const say = (sentence: string): void => void process.stdout.write(`${sentence}\n`);

/** What was opened so far; closed again in the opposite order. */
const stops: (() => Promise<void>)[] = [];
const asked = new AbortController();

async function start(): Promise<void> {
  const config = readConfig(process.env, ROOT);
  for (const name of config.misspelt)
    say(`${name} is set, but nothing reads it. Is it misspelt? README.md has them all.`);
  makeDataFolder(config.dataDir);
  const demo = config.demo && config.roles.worker ? await openDemo(config) : null;
  if (demo) stops.push(demo.close);
  const running = await openServer({ config: demo?.config ?? config, besideAnother: false, say });
  stops.push(running.close);
  const { house } = running;
  asked.signal.throwIfAborted();
  const seeded = await seedIfEmpty(house);
  if (seeded) say(seeded);
  asked.signal.throwIfAborted();
  if (config.roles.worker) stops.push(await startWork(house, running.databaseUrl));
  if (config.roles.web) {
    const web = await serve(house, config.demo ? simulatorsFolder(config) : null);
    stops.push(web.close);
    demo?.receiptsTo(web.address);
    await sayWhereItIs({ config, address: web.address, say });
  } else {
    say('Worker is running.');
  }
  sayWhatCitizensWouldMiss(config, say);
}

async function stopAll(): Promise<void> {
  for (const stop of stops.splice(0).reverse()) await stop();
}

/** A signal during the start waits until what is being opened is open, so that nothing is left behind. A second one does not wait. */
function stopOnSignal(starting: Promise<void>): void {
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (asked.signal.aborted) process.exit(1);
      asked.abort();
      starting
        .catch(() => undefined)
        .then(stopAll)
        .then(
          () => leave(0),
          () => leave(1),
        );
    });
  }
}

async function fail(error: unknown): Promise<void> {
  if (asked.signal.aborted) return;
  const inWords = error instanceof ConfigError || error instanceof StartupProblem;
  const fault = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`${inWords ? error.message : fault}\n`);
  await stopAll().catch(() => undefined);
  leave(1);
}

/** Long enough for whatever is still closing; what hangs longer is not waited for. */
const LEAVES_WITHIN_MS = 3000;

/**
 * Everything is closed, so the process ends by itself. process.exit() in its place may never return: it waits for a thread that collects garbage,
 * which waits for this one (Node 24; seen in every third start that failed).
 */
function leave(code: number): void {
  process.exitCode = code;
  setTimeout(() => process.exit(code), LEAVES_WITHIN_MS).unref();
}

const starting = start();
stopOnSignal(starting);
starting.catch(fail);
