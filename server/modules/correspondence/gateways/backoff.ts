/**
 * How long a delivery waits before it is tried again, and when it stops being tried: after two days it ends as a dead
 * letter that a person sees, never in silence. Pure.
 */

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Wait before the first, second … ninth attempt, in milliseconds. A gateway down for a night costs no message. */
export const WAITS: readonly number[] = [
  0,
  30 * SECOND,
  2 * MINUTE,
  10 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  6 * HOUR,
  12 * HOUR,
  24 * HOUR,
];

const JITTER = 0.2;

export interface Tried {
  /** Attempts made so far. */
  attempts: number;
  /** From 0 to below 1: spreads the wait by ±20 %, so that what failed together doesn't come back together. */
  random: number;
  /** What the provider asked for (`SendResult.retryAfter`), in milliseconds; never undercut. */
  retryAfter?: number;
}

/** Milliseconds until the next attempt, or `dead` when there shall be none. */
export function nextWait({ attempts, random, retryAfter = 0 }: Tried): number | 'dead' {
  const wait = WAITS[attempts];
  if (wait === undefined) return 'dead';
  const spread = 1 + JITTER * (2 * random - 1);
  return Math.round(Math.max(wait * spread, retryAfter));
}
