/**
 * The server process itself: finding one that runs on a data folder, starting it, stopping it.
 * What it does not do is decide between those (supervisor.ts).
 */
import { spawn } from 'node:child_process';
import { closeSync, fchownSync, openSync, readFileSync, readlinkSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { clusterIn, type Home } from './home.ts';
import { isAlive, programOf, waitForEnd } from './processes.ts';
import { StartupProblem } from '../startup-problem.ts';

export interface Postmaster {
  pid: number;
  port: number;
}

const largestLog = 16 * 1024 * 1024;

/** The server that runs on the home's data folder, as its own postmaster.pid says; a pid file left by a dead one is no server. */
export function findPostmaster(home: string): Postmaster | undefined {
  const cluster = clusterIn(home);
  let lines: string[];
  try {
    lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return undefined;
  }
  // Lines: process id, data folder, start time, port, socket folder, listen address, shared memory, status.
  const pid = Number(lines[0]);
  const port = Number(lines[3] ?? 0);
  return pid > 0 && isAlive(pid) && programOf(pid) === 'postgres' && runsOn(pid, cluster) ? { pid, port } : undefined;
}

export interface Launch {
  home: Home;
  bin: string;
  port: number;
  settings: Record<string, string>;
}

/** Starts the server and returns its process id; it may not answer yet. It outlives us if we are killed. */
export function launchPostmaster({ home, bin, port, settings }: Launch): number {
  const options = Object.entries({ ...settings, port: String(port) }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  const log = openLog(home);
  try {
    const server = spawn(join(bin, 'postgres'), ['-D', clusterIn(home.folder), ...options], {
      ...home.account.asChild,
      cwd: clusterIn(home.folder),
      // Its own group: Ctrl+C in the terminal is for us, who stop the server after the last answer.
      detached: true,
      // A file and not a pipe: a server that outlives us must not write into a broken one.
      stdio: ['ignore', log, log],
      env: { PATH: process.env.PATH ?? '', LC_ALL: 'C.UTF-8', TZ: 'UTC' },
    });
    server.on('error', () => {});
    server.unref();
    if (server.pid === undefined)
      throw new StartupProblem(`The program ${join(bin, 'postgres')} could not be started.`);
    return server.pid;
  } finally {
    closeSync(log);
  }
}

/** Ends the server: open transactions are rolled back and everything written reaches the disk; only a hanging one is cut off. */
export async function stopPostmaster(pid: number): Promise<void> {
  if (await signalAndWait(pid, 'SIGINT', 30_000)) return;
  await cutOffPostmaster(pid);
}

/** Ends a server that does not answer; the next start repairs the data from the log of changes. */
export async function cutOffPostmaster(pid: number): Promise<void> {
  if (await signalAndWait(pid, 'SIGQUIT', 3_000)) return;
  await signalAndWait(pid, 'SIGKILL', 10_000);
}

async function signalAndWait(pid: number, signal: NodeJS.Signals, milliseconds: number): Promise<boolean> {
  if (!isAlive(pid)) return true;
  process.kill(pid, signal);
  return await waitForEnd(pid, milliseconds);
}

/** Waits for the answer that `ask` looks for; false as soon as the server is gone, or when the time is over. */
export async function waitForAnswer(pid: number, milliseconds: number, ask: () => Promise<boolean>): Promise<boolean> {
  const deadline = performance.now() + milliseconds;
  while (performance.now() < deadline && isAlive(pid)) {
    if (await ask()) return true;
    await sleep(50);
  }
  return false;
}

/** The last lines the server wrote, for a message about why it did not start. */
export function lastWords(home: string): string {
  const lines = readFileSync(logIn(home), 'utf8').trimEnd().split('\n');
  return lines.slice(-8).join('\n');
}

/** A postmaster's working folder is its data folder; where the system does not tell, the later sign-in decides. */
function runsOn(pid: number, cluster: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === cluster;
  } catch {
    return true;
  }
}

function logIn(home: string): string {
  return join(home, 'server.log');
}

function openLog({ folder, account }: Home): number {
  const path = logIn(folder);
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size > largestLog) renameSync(path, `${path}.1`);
  const log = openSync(path, 'a', 0o600);
  if (account.asChild) fchownSync(log, account.uid, account.gid);
  return log;
}
