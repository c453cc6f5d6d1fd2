/** The loop that keeps the outbox empty: woken by whoever writes to it, and looking by itself every few seconds for what others wrote. */
import type { House } from '../../kernel/house.ts';
import type { Gateways } from './gateways-in-use.ts';
import { askForReceipts } from './receipts.ts';
import { relayRound } from './relay.ts';
import { circuits } from './outbox-store.ts';
import { outboxCounts } from './store.ts';

export interface Outbox {
  /** Ends after the batch under way is written down, so that nothing is left in doubt by a graceful stop. */
  stop(): Promise<void>;
}

const LOOK_EVERY_MS = 2_000;
const RECEIPTS_EVERY_MS = 60_000;

/** `gateways` is asked anew each round, so that a changed sender title holds at once. */
export function startOutbox(house: House, gateways: () => Promise<Gateways>): Outbox {
  let stopped = false;
  let wakeUp: () => void = () => undefined;
  const unsubscribe = house.wake.on('outbox', () => wakeUp());
  const pause = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, LOOK_EVERY_MS);
      wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
      if (stopped) wakeUp();
    });
  const ended = (async () => {
    let receiptsAskedAt = performance.now();
    while (!stopped) {
      const worked = await oneRound(house, gateways);
      if (performance.now() - receiptsAskedAt > RECEIPTS_EVERY_MS) {
        receiptsAskedAt = performance.now();
        await guarded(house, 'receipts', async () => askForReceipts(house, await gateways()));
      }
      if (!worked && !stopped) await pause();
    }
  })();
  return {
    stop: async () => {
      stopped = true;
      unsubscribe();
      wakeUp();
      await ended;
    },
  };
}

async function oneRound(house: House, gateways: () => Promise<Gateways>): Promise<boolean> {
  return guarded(house, 'outbox', async () => {
    const handed = await relayRound(house, await gateways());
    await showHowItStands(house);
    return handed > 0;
  });
}

/** For the operator's alarms: what waits, what was given up, which provider is not being asked. */
async function showHowItStands(house: House): Promise<void> {
  const { waiting, dead } = await outboxCounts(house.db);
  house.metrics.outboxWaiting.set(waiting);
  house.metrics.messagesDead.set(dead);
  for (const { provider, state } of await circuits(house.db)) {
    house.metrics.circuitOpen.set({ provider }, state.state === 'closed' ? 0 : 1);
  }
}

/** The database may be away for a while; the loop must outlive that. The lease of what was claimed runs out, and it is asked about then. */
async function guarded(house: House, where: string, act: () => Promise<boolean | void>): Promise<boolean> {
  try {
    return (await act()) === true;
  } catch (error) {
    house.metrics.faults.inc({ where });
    house.log.error({ err: error, where }, 'fault');
    return false;
  }
}
