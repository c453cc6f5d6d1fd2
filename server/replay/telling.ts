/**
 * The year's messages leave through the outbox, by HTTP, to simulators of our own that speak the providers' real formats; never to a real
 * provider, whatever the configuration says. The outbox is looked at once in every simulated hour.
 */
import { settableClock } from '../kernel/clock.ts';
import type { Config } from '../kernel/config.ts';
import type { House } from '../kernel/house.ts';
import { municipality } from '../modules/catalogue/door.ts';
import type { Gateways } from '../modules/correspondence/door.ts';
import {
  SIMULATED_ACCOUNTS,
  gatewaysInUse,
  outboxCounts,
  relayRound,
  startSimulators,
} from '../modules/correspondence/door.ts';

export interface Telling {
  /** The house whose clock is the simulated one and whose providers are the simulators. */
  house: House;
  /** Messages handed over so far. */
  told(): number;
  /** Lets simulated hours pass up to this instant. */
  passTo(instant: Date): Promise<void>;
  /** Lets hours pass until nothing waits any more. */
  finish(): Promise<void>;
  stop(): Promise<void>;
}

const HOUR = 3_600_000;
/** Quiet hours are over in the morning, the longest back-off takes days; what waits longer than this waits for nothing. */
const MOST_DAYS_AT_THE_END = 120;

export async function startTelling(house: House, from: Date): Promise<Telling> {
  const simulators = await startSimulators();
  const clock = settableClock(from);
  const stage: House = { ...house, clock, config: simulatedConfig(house.config, simulators.urls) };
  const { name, smsTitle, email } = await municipality(house.db);
  const gateways = gatewaysInUse({
    config: stage.config,
    senderTitle: smsTitle,
    sender: { name: name.tr, address: email },
    now: () => clock.now(),
  });
  let told = 0;
  let stopped = false;
  let passing: Promise<void> = Promise.resolve();
  const hoursPass = async (isOver: () => Promise<boolean>): Promise<void> => {
    while (!stopped && !(await isOver())) {
      clock.advance(HOUR);
      told += await emptyOutbox(stage, gateways);
    }
  };
  const until = (isOver: () => Promise<boolean>): Promise<void> => (passing = passing.then(() => hoursPass(isOver)));
  return {
    house: stage,
    told: () => told,
    passTo: (instant) => until(async () => clock.now() >= instant),
    finish() {
      const latest = new Date(clock.now().getTime() + MOST_DAYS_AT_THE_END * 24 * HOUR);
      return until(async () => clock.now() >= latest || (await outboxCounts(house.db)).waiting === 0);
    },
    async stop() {
      stopped = true;
      await passing.catch(() => undefined);
      await gateways.mail?.close();
      await simulators.stop();
    },
  };
}

async function emptyOutbox(house: House, gateways: Gateways): Promise<number> {
  for (let told = 0; ;) {
    const handed = await relayRound(house, gateways);
    told += handed;
    if (handed === 0) return told;
  }
}

function simulatedConfig(config: Config, urls: { verimor: string; smtp: string }): Config {
  const { username, password } = SIMULATED_ACCOUNTS.verimor;
  return {
    ...config,
    sms: { ...config.sms, provider: 'verimor', url: urls.verimor, username, password },
    mail: { url: urls.smtp, from: config.mail.from },
  };
}
