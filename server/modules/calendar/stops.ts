// Stretches in which a clock stood still, and what they do to counting. Which clock may stop, and why, is not the calendar's business.
import { instantAt, shiftDay } from './istanbul-time.ts';

/** From inclusive, until exclusive. A stop that still lasts is asked with `until` set to the moment the question is about. */
export interface Stop {
  readonly from: Date;
  readonly until: Date;
  /** Why, as a code: the trace carries it on to whoever explains. */
  readonly cause: string;
}

/**
 * The stop in which a day ended, if any. A day counts if the clock was running when it ended: asked and answered on one day costs
 * nothing, and a night in which the clock stood still takes its day with it.
 */
export function stopAtEndOf(day: string, stops: readonly Stop[]): Stop | undefined {
  if (stops.length === 0) return undefined;
  const midnight = instantAt(shiftDay(day, 1), '00:00');
  return stops.find(({ from, until }) => from < midnight && until >= midnight);
}

/** The stop an instant falls into, if any. */
export function stopAt(instant: Date, stops: readonly Stop[]): Stop | undefined {
  return stops.find(({ from, until }) => from <= instant && instant < until);
}

/** A stretch of time in milliseconds, from inclusive, to exclusive. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** What is left of a stretch when the stops are cut out of it. */
export function runningParts(stretch: Stretch, stops: readonly Stop[]): Stretch[] {
  return stops.reduce<Stretch[]>((parts, stop) => parts.flatMap((part) => without(part, stop)), [stretch]);
}

function without({ from, to }: Stretch, stop: Stop): Stretch[] {
  const before = { from, to: Math.min(to, stop.from.getTime()) };
  const after = { from: Math.max(from, stop.until.getTime()), to };
  return [before, after].filter((part) => part.from < part.to);
}
