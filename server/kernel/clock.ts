/** The only source of "now": rules, replays and tests choose it, nobody calls the machine's clock himself. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands where it was put until it is moved. */
export interface SettableClock extends Clock {
  set(instant: Date): void;
  advance(milliseconds: number): void;
}

export function settableClock(start: Date): SettableClock {
  let at = start.getTime();
  return {
    now: () => new Date(at),
    set: (instant) => {
      at = instant.getTime();
    },
    advance: (milliseconds) => {
      at += milliseconds;
    },
  };
}
