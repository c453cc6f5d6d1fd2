/** A loop of a worker: does what there is to do, then waits until somebody wakes it or it is time to look by itself. */
import type { House } from './house.ts';

export interface Loop {
  /** Stands in the log and in the metrics when a round fails. */
  name: string;
  /** What it listens to, for those who wake it. */
  wokenBy?: string;
  everyMs: number;
  round(isOver: () => boolean): Promise<Next>;
}

/** True: there may be more, so go on at once. False: nothing is left. `afterMs`: let so much time pass, whoever calls meanwhile. */
export type Next = boolean | { afterMs: number };

/** Returns how to stop it: the round under way is finished first. A round that fails is logged, and the next one tries again. */
export function startLoop(house: House, { name, wokenBy, everyMs, round }: Loop): () => Promise<void> {
  let stopped = false;
  let isIdle = false;
  let isWoken = false;
  let endPause = () => {};
  const wakeUp = () => {
    isWoken = true;
    if (isIdle) endPause();
  };
  const unsubscribe = wokenBy === undefined ? () => {} : house.wake.on(wokenBy, wakeUp);
  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      endPause = () => {
        clearTimeout(timer);
        resolve();
      };
      if (stopped) endPause();
    });
  const rest = async (next: Next) => {
    isIdle = next === false;
    // Woken during a round that found nothing: what there is came too late for it.
    if (typeof next === 'object') await pause(next.afterMs);
    else if (isIdle && !isWoken) await pause(everyMs);
    isIdle = false;
  };
  const guarded = async () => {
    try {
      return await round(() => stopped);
    } catch (error) {
      house.metrics.faults.inc({ where: name });
      house.log.error({ err: error, where: name }, 'fault');
      return false;
    }
  };
  const ended = (async () => {
    while (!stopped) {
      isWoken = false;
      await rest(await guarded());
    }
  })();
  return async () => {
    stopped = true;
    unsubscribe();
    endPause();
    await ended;
  };
}
