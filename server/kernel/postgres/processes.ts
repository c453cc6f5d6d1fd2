/**
 * Other processes of this machine: whether one is alive, and whether it is still the one that was meant.
 * A process id alone says little, since the system hands it out again; the id with the start time is one process only.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** When the process started, in whatever form the system tells it; undefined when there is no such process. */
export function startOf(pid: number): string | undefined {
  const stat = readStat(pid);
  if (stat !== undefined) return `${bootId()} ${stat[19]}`;
  return ps(pid, 'lstart=');
}

/** The program the process runs, as `postgres`; undefined when there is no such process. */
export function programOf(pid: number): string | undefined {
  const command = ps(pid, 'comm=') ?? readCommand(pid);
  return command?.split('/').at(-1);
}

/** Waits until the process is gone; false when it still runs after the time given. */
export async function waitForEnd(pid: number, milliseconds: number): Promise<boolean> {
  const deadline = performance.now() + milliseconds;
  while (isAlive(pid)) {
    if (performance.now() > deadline) return false;
    await sleep(50);
  }
  return true;
}

/** A dead child its parent has not collected still answers to signals. */
function isZombie(pid: number): boolean {
  return readStat(pid)?.[0] === 'Z';
}

/** Fields of /proc/<pid>/stat from the third on: the second is the program's name and may hold spaces and brackets. */
function readStat(pid: number): string[] | undefined {
  const line = readText(`/proc/${pid}/stat`);
  return line?.slice(line.lastIndexOf(')') + 2).split(' ');
}

function readCommand(pid: number): string | undefined {
  return readText(`/proc/${pid}/comm`)?.trim();
}

function bootId(): string {
  return readText('/proc/sys/kernel/random/boot_id')?.trim() ?? '';
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** For systems without /proc; small Linux images have /proc and no ps. */
function ps(pid: number, column: string): string | undefined {
  if (process.platform === 'linux') return undefined;
  try {
    return execFileSync('ps', ['-o', column, '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined;
  } catch {
    return undefined;
  }
}
