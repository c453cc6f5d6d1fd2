/**
 * Lets one process at a time look after a folder. The lock is a file that names its owner by process id and start time, so
 * one left by a killed process is known as such, even when the id has been given to another process since.
 */
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { startOf } from './processes.ts';

export interface FolderLock {
  release(): Promise<void>;
}

interface Owner {
  pid: number;
  started: string;
}

/** Takes the lock, or says which living process has it. */
export async function lockFolder(path: string): Promise<FolderLock | { heldBy: number }> {
  const mine: Owner = { pid: process.pid, started: startOf(process.pid) ?? '' };
  for (;;) {
    if (await putInPlace(path, mine)) return { release: () => release(path, mine) };
    const owner = await readOwner(path);
    if (owner && isRunning(owner)) return { heldBy: owner.pid };
    if (owner) await removeStale(path, owner);
  }
}

/** The living process that has the lock, if any. */
export async function lockHolder(path: string): Promise<number | undefined> {
  const owner = await readOwner(path);
  return owner && isRunning(owner) ? owner.pid : undefined;
}

/** A hard link appears whole or not at all, so nobody reads a lock that is half written. */
async function putInPlace(path: string, owner: Owner): Promise<boolean> {
  const draft = `${path}.${owner.pid}`;
  await writeFile(draft, JSON.stringify(owner));
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

async function readOwner(path: string): Promise<Owner | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Owner;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    if (error instanceof SyntaxError) return { pid: 0, started: 'unreadable' };
    throw error;
  }
}

function isRunning({ pid, started }: Owner): boolean {
  return pid > 0 && startOf(pid) === started;
}

/** Moves the dead owner's lock away; one that another process put there meanwhile is put back. */
async function removeStale(path: string, dead: Owner): Promise<void> {
  const aside = `${path}.stale.${process.pid}`;
  try {
    await rename(path, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  const moved = await readOwner(aside);
  if (moved && (moved.pid !== dead.pid || moved.started !== dead.started)) await link(aside, path).catch(() => {});
  await rm(aside, { force: true });
}

async function release(path: string, mine: Owner): Promise<void> {
  const owner = await readOwner(path);
  if (owner?.pid === mine.pid && owner.started === mine.started) await rm(path, { force: true });
}
