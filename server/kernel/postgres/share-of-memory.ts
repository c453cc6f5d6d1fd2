/** How much of the machine the embedded server keeps for the pages it reads again and again. */
import { totalmem } from 'node:os';

const MB = 1024 * 1024;
const LEAST = 256;
const MOST = 2048;
const SHARE = 1 / 4;

/**
 * A quarter, as PostgreSQL's manual advises (§19.4.1, shared_buffers); a search over a million requests touches more than a gigabyte, and what is
 * not kept is fetched page by page. Never more than 2 GB: the program and its files live on the same machine. Pages are taken as they are
 * needed, so that a small house never has them all.
 * @param memory bytes that may be used
 * @returns as the server's setting is written
 */
export function buffersWithin(memory: number): string {
  const share = Math.floor((memory * SHARE) / MB);
  return `${Math.min(MOST, Math.max(LEAST, share))}MB`;
}

/** Bytes of this machine, or of the container where it was given less. */
export function memoryHere(): number {
  const limit = process.constrainedMemory();
  return limit > 0 ? Math.min(limit, totalmem()) : totalmem();
}
