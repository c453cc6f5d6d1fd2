/** The loops that keep the outbox empty: woken by whoever writes to it, and looking by themselves every few seconds for what others wrote. */
import type { House } from '../../kernel/house.ts';
import { startLoop } from '../../kernel/loop.ts';
import type { Gateways } from './gateways-in-use.ts';
import { askForReceipts } from './receipts.ts';
import { relayRound } from './relay.ts';
import { circuits } from './outbox-store.ts';
import { outboxCounts } from './store.ts';

const LOOK_EVERY_MS = 2_000;
const RECEIPTS_EVERY_MS = 60_000;
/** What is written within it goes out together: a claim, a call and a report each would cost more than the message. Nobody notices the wait. */
const GATHERED_MS = 200;

/**
 * `gateways` is asked anew each round, so that a changed sender title holds at once. Returns how to stop: the batch under way is written down
 * first, so that nothing is left in doubt by a graceful stop.
 */
export function startOutbox(house: House, gateways: () => Promise<Gateways>): () => Promise<void> {
  const stops = [
    startLoop(house, {
      name: 'outbox',
      wokenBy: 'outbox',
      everyMs: LOOK_EVERY_MS,
      round: async () => {
        const { handed, isFull } = await relayRound(house, await gateways());
        return isFull || (handed > 0 && { afterMs: GATHERED_MS });
      },
    }),
    startLoop(house, {
      name: 'receipts',
      everyMs: RECEIPTS_EVERY_MS,
      round: async () => {
        await askForReceipts(house, await gateways());
        return false;
      },
    }),
    startLoop(house, { name: 'outbox-gauges', everyMs: LOOK_EVERY_MS, round: () => showHowItStands(house) }),
  ];
  return async () => {
    await Promise.all(stops.map((stop) => stop()));
  };
}

/** For the operator's alarms: what waits, what was given up, which provider is not being asked. */
async function showHowItStands(house: House): Promise<false> {
  const { waiting, dead } = await outboxCounts(house.db);
  house.metrics.outboxWaiting.set(waiting);
  house.metrics.messagesDead.set(dead);
  for (const { provider, state } of await circuits(house.db)) {
    house.metrics.circuitOpen.set({ provider }, state.state === 'closed' ? 0 : 1);
  }
  return false;
}
