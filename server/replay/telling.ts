/**
 * The year's messages leave through the outbox, by HTTP, to simulators of our own that speak the providers' real formats; never to a real
 * provider, whatever the configuration says. The outbox is looked at once in every simulated hour.
 */
import { settableClock } from '../kernel/clock.ts';
import type { Config } from '../kernel/config.ts';
import type { House } from '../kernel/house.ts';
import { municipality } from '../modules/catalogue/door.ts';
import {
  SIMULATED_ACCOUNTS,
  earliestWaiting,
  gatewaysInUse,
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
  /** Hours in which nothing may leave are passed over. */
  const hoursPass = async (target: Date): Promise<void> => {
    while (!stopped) {
      const due = await earliestWaiting(house.db);
      if (due === null || due >= target) break;
      if (due > clock.now()) clock.set(new Date(Math.ceil(due.getTime() / HOUR) * HOUR));
      const { handed } = await relayRound(stage, gateways);
      told += handed;
      // Somebody else holds what is due, or the provider's circuit is open.
      if (handed === 0) clock.advance(HOUR);
      if (clock.now() >= target) break;
    }
    if (clock.now() < target && !stopped) clock.set(target);
  };
  const passTo = (target: Date): Promise<void> => (passing = passing.then(() => hoursPass(target)));
  return {
    house: stage,
    told: () => told,
    passTo,
    finish: () => passTo(new Date(clock.now().getTime() + MOST_DAYS_AT_THE_END * 24 * HOUR)),
    async stop() {
      stopped = true;
      await passing.catch(() => undefined);
      await gateways.mail?.close();
      await simulators.stop();
    },
  };
}

function simulatedConfig(config: Config, urls: { verimor: string; smtp: string }): Config {
  const { username, password } = SIMULATED_ACCOUNTS.verimor;
  return {
    ...config,
    sms: { ...config.sms, provider: 'verimor', url: urls.verimor, username, password },
    mail: { url: urls.smtp, from: config.mail.from },
  };
}
