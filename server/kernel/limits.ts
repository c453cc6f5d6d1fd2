import { createHash } from 'node:crypto';
import type { Db } from './db/database.ts';
import { maybeRow, run, sql } from './db/database.ts';

export interface Limit {
  /** What is limited, in words: 'track-address', 'sign-in-name'. */
  name: string;
  most: number;
  seconds: number;
  /** How many attempts a call counts; left out: one. */
  times?: number;
}

/**
 * Counts an attempt, or several at once, and says whether they are still within the limit. Counted in the database, so that ten web processes
 * together allow no more than one does. The key (an address, a name) is stored only as a digest.
 */
export async function withinLimit(db: Db, now: Date, limit: Limit, key: string): Promise<boolean> {
  const window = new Date(Math.floor(now.getTime() / (limit.seconds * 1000)) * limit.seconds * 1000);
  const row = await maybeRow<{ count: number }>(
    db,
    sql`insert into attempt_counts (bucket, window_start, expires_at, count)
        values (${bucketOf(limit, key)}, ${window}, ${new Date(window.getTime() + limit.seconds * 1000)}, ${limit.times ?? 1})
        on conflict (bucket, window_start) do update set count = attempt_counts.count + excluded.count
        returning count`,
  );
  return row!.count <= limit.most;
}

/** Asks without counting. */
export async function isWithinLimit(db: Db, now: Date, limit: Limit, key: string): Promise<boolean> {
  const window = new Date(Math.floor(now.getTime() / (limit.seconds * 1000)) * limit.seconds * 1000);
  const row = await maybeRow<{ count: number }>(
    db,
    sql`select count from attempt_counts where bucket = ${bucketOf(limit, key)} and window_start = ${window}`,
  );
  return (row?.count ?? 0) < limit.most;
}

function bucketOf(limit: Limit, key: string): Buffer {
  return createHash('sha256').update(`${limit.name}\n${key}`).digest();
}

/**
 * The part of an address that one household or one attacker holds: IPv4 whole, IPv6 its /64. Narrower is walked through, wider locks
 * neighbours out.
 */
export function addressKey(ip: string): string {
  const inSix = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1];
  if (inSix !== undefined) return inSix;
  return ip.includes(':') ? groupsOf(ip).slice(0, 4).join(':') : ip;
}

/** All eight groups of an IPv6 address: `::` stands for as many zeros as are missing (RFC 4291 §2.2). */
function groupsOf(ip: string): string[] {
  const [head = '', tail = ''] = ip.replace(/%.*$/, '').split('::');
  const given = (part: string) => part.split(':').filter((group) => group !== '');
  const missing = Math.max(0, 8 - given(head).length - given(tail).length);
  const groups = [...given(head), ...Array<string>(missing).fill('0'), ...given(tail)];
  return groups.map((group) => parseInt(group, 16).toString(16));
}

/** Counts whose window is over are of no use and tell when somebody came by; they go. */
export async function forgetExpiredCounts(db: Db, now: Date): Promise<number> {
  return run(db, sql`delete from attempt_counts where expires_at < ${now}`);
}
