/** The loop that keeps the outbox empty: woken by whoever writes to it, and looking by itself every few seconds for what others wrote. */
import type { House } from '../../kernel/house.ts';
import type { Gateways } from './gateways-in-use.ts';
import { askForReceipts } from './receipts.ts';
import type { Relayed } from './relay.ts';
import { relayRound } from './relay.ts';
import { circuits } from './outbox-store.ts';
import { outboxCounts } from './store.ts';

export interface Outbox {
  /** Ends after the batch under way is written down, so that nothing is left in doubt by a graceful stop. */
  stop(): Promise<void>;
}

const LOOK_EVERY_MS = 2_000;
const RECEIPTS_EVERY_MS = 60_000;
/** What is written within it goes out together: a claim, a call and a report each would cost more than the message. Nobody notices the wait. */
const GATHERED_MS = 200;

/** `gateways` is asked anew each round, so that a changed sender title holds at once. */
export function startOutbox(house: House, gateways: () => Promise<Gateways>): Outbox {
  let stopped = false;
  let isIdle = false;
  let isWoken = false;
  let end: () => void = () => undefined;
  const unsubscribe = house.wake.on('outbox', () => {
    isWoken = true;
    if (isIdle) end();
  });
  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      end = () => {
        clearTimeout(timer);
        resolve();
      };
      if (stopped) end();
    });
  const ended = (async () => {
    let receiptsAskedAt = performance.now();
    let shownAt = -Infinity;
    while (!stopped) {
      isWoken = false;
      const { handed, isFull } = await oneRound(house, gateways);
      if (handed === 0 || performance.now() - shownAt > LOOK_EVERY_MS) {
        shownAt = performance.now();
        await guarded(house, 'outbox', () => showHowItStands(house));
      }
      if (performance.now() - receiptsAskedAt > RECEIPTS_EVERY_MS) {
        receiptsAskedAt = performance.now();
        await guarded(house, 'receipts', async () => askForReceipts(house, await gateways()));
      }
      isIdle = handed === 0;
      // Woken during a round that found nothing: what was written came too late for it.
      if (!isFull && !(isIdle && isWoken)) await pause(isIdle ? LOOK_EVERY_MS : GATHERED_MS);
      isIdle = false;
    }
  })();
  return {
    stop: async () => {
      stopped = true;
      unsubscribe();
      end();
      await ended;
    },
  };
}

async function oneRound(house: House, gateways: () => Promise<Gateways>): Promise<Relayed> {
  return (await guarded(house, 'outbox', async () => relayRound(house, await gateways()))) ?? FAILED;
}

const FAILED: Relayed = { handed: 0, isFull: false };

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
async function guarded<T>(house: House, where: string, act: () => Promise<T>): Promise<T | undefined> {
  try {
    return await act();
  } catch (error) {
    house.metrics.faults.inc({ where });
    house.log.error({ err: error, where }, 'fault');
    return undefined;
  }
}
