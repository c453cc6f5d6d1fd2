/** A loop of a worker: does what there is to do, then waits until somebody wakes it or it is time to look by itself. */
import type { House } from './house.ts';

export interface Loop {
  /** Stands in the log and in the metrics when a round fails. */
  name: string;
  /** What it listens to, for those who wake it. */
  wokenBy?: string;
  everyMs: number;
  /** True: there may be more, so go on at once. */
  round(isOver: () => boolean): Promise<boolean>;
}

/** Returns how to stop it: the round under way is finished first. A round that fails is logged, and the next one tries again. */
export function startLoop(house: House, { name, wokenBy, everyMs, round }: Loop): () => Promise<void> {
  let stopped = false;
  let wakeUp = () => {};
  const unsubscribe = wokenBy === undefined ? () => {} : house.wake.on(wokenBy, () => wakeUp());
  const pause = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, everyMs);
      wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
      if (stopped) wakeUp();
    });
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
      const more = await guarded();
      if (!more && !stopped) await pause();
    }
  })();
  return async () => {
    stopped = true;
    unsubscribe();
    wakeUp();
    await ended;
  };
}
