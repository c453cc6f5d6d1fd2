/**
 * One process of Hemşehri: `web`, `worker` or both (HEMSEHRI_ROLE). Opens the house, seeds an empty demo, serves, works, and stops
 * cleanly: what is under way is finished, nothing is left claimed.
 */
import { ConfigError, readConfig } from './kernel/config.ts';
import { StartupProblem } from './kernel/postgres/startup-problem.ts';
import { openServer, ROOT } from './open-server.ts';
import { openDemo } from './demo/demo.ts';
import { serve } from './serve.ts';
import { seedIfEmpty } from './seed/seed.ts';
import { startWork } from './timetable.ts';
import { sayWhereItIs } from './welcome.ts';

const say = (sentence: string): void => void process.stdout.write(`${sentence}\n`);

async function main(): Promise<void> {
  const config = readConfig(process.env, ROOT);
  const stops: (() => Promise<void>)[] = [];
  const stopAll = async () => {
    for (const stop of stops.splice(0).reverse()) await stop();
  };
  onSignal(stopAll);
  const demo = config.demo && config.roles.worker ? await openDemo(config) : null;
  if (demo) stops.push(demo.close);
  const running = await openServer({ config: demo?.config ?? config, besideAnother: false, say });
  stops.push(running.close);
  const { house } = running;
  const seeded = await seedIfEmpty(house);
  if (seeded) say(seeded);
  if (config.roles.worker) stops.push(await startWork(house, running.databaseUrl));
  if (config.roles.web) {
    const web = await serve(house, demo);
    stops.push(web.close);
    demo?.receiptsTo(web.address);
    await sayWhereItIs({ config, address: web.address, say });
  } else {
    say('Worker is running.');
  }
}

/** A second signal does not wait: the operator means it. */
function onSignal(stop: () => Promise<void>): void {
  let asked = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (asked) process.exit(1);
      asked = true;
      stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
}

main().catch((error: unknown) => {
  const forOperator =
    error instanceof ConfigError ||
    error instanceof StartupProblem ||
    (error as { code?: unknown }).code === 'EADDRINUSE';
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(forOperator ? `${message}\n` : `${(error as Error).stack ?? message}\n`);
  process.exit(1);
});
