/** A whole Hemşehri as a process of its own, as an operator starts it: for what can only be seen from outside. */
import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../main.ts', import.meta.url));
const COMMANDS = fileURLToPath(new URL('../cli/main.ts', import.meta.url));

export type Environment = Record<string, string>;

export interface Ended {
  /** Null when a signal ended it. */
  code: number | null;
  output: string;
}

export interface AppProcess {
  child: ChildProcess;
  /** Everything it wrote so far, on both streams. */
  output(): string;
  ended: Promise<Ended>;
  /** Sends the signal and waits until the process is gone. */
  end(signal: NodeJS.Signals): Promise<Ended>;
}

/** Starts the program; with `args`, a command of the command line instead. Only what is given here is in its environment. */
export function startProcess(environment: Environment, args?: string[]): AppProcess {
  const program = args === undefined ? [MAIN] : [COMMANDS, ...args];
  const child = spawn(process.execPath, program, {
    env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const take = (chunk: Buffer): void => void (output += chunk.toString('utf8'));
  child.stdout.on('data', take);
  child.stderr.on('data', take);
  const ended = new Promise<Ended>((resolve) => child.once('close', (code) => resolve({ code, output })));
  return {
    child,
    output: () => output,
    ended,
    end(signal) {
      child.kill(signal);
      return ended;
    },
  };
}

/** Runs a command of the command line to its end. */
export function runCommand(environment: Environment, args: string[]): Promise<Ended> {
  return startProcess(environment, args).ended;
}

export interface WebProcess extends AppProcess {
  address: string;
}

/** Starts the program with a web face and waits until it is ready to be sent people. */
export async function startWeb(environment: Environment): Promise<WebProcess> {
  const port = environment.PORT ?? String(await freePort());
  const app = startProcess({ HEMSEHRI_LOG: 'info', ...environment, PORT: port });
  const address = `http://127.0.0.1:${port}`;
  await waitUntil(() => isReady(address), app);
  return { ...app, address };
}

/** Waits until the output says so; the program's death in between is told with its last words. */
export function waitForWords(app: AppProcess, words: string): Promise<void> {
  return waitUntil(async () => app.output().includes(words), app);
}

export async function isReady(address: string): Promise<boolean> {
  return fetch(`${address}/readyz`, { signal: AbortSignal.timeout(2_000) }).then(
    ({ status }) => status === 200,
    () => false,
  );
}

const LONGEST_START_MS = 90_000;

async function waitUntil(holds: () => Promise<boolean>, app: AppProcess): Promise<void> {
  const until = performance.now() + LONGEST_START_MS;
  while (!(await holds())) {
    const gone = app.child.exitCode !== null || app.child.signalCode !== null;
    if (gone || performance.now() > until) throw new Error(`The process did not get so far. It said:\n${app.output()}`);
    await sleep(50);
  }
}

/** A port that was free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
