/** What `npm start` talks to instead of the outside world: the gateways' simulators, and a page showing what they received. Never without HEMSEHRI_DEMO=1. */
import { join } from 'node:path';
import type { Config } from '../kernel/config.ts';
import { SIMULATED_ACCOUNTS, startSimulators } from '../modules/correspondence/door.ts';

export interface Demo {
  config: Config;
  /** Told once the web address is known: there the simulated provider pushes its receipts. */
  receiptsTo(webAddress: string): void;
  close(): Promise<void>;
}

/** Where the simulators of every process on this data folder write what they accept. */
export function simulatorsFolder({ dataDir }: Pick<Config, 'dataDir'>): string {
  return join(dataDir, 'simulators');
}

/** An address the operator gave is used instead of a simulator: so a demo can send real messages, and tests can bring their own. */
export async function openDemo(config: Config): Promise<Demo> {
  let address: string | null = null;
  const simulators = await startSimulators({
    dir: simulatorsFolder(config),
    // A worker alone has no address: its receipts go where citizens' links go, to a web process beside it.
    receiptsTo: () => `${address ?? config.publicUrl}/webhooks/sms/${config.sms.receiptKey}`,
  });
  const provider = config.sms.provider === 'netgsm' ? 'netgsm' : 'verimor';
  const sms =
    config.sms.url === null
      ? { ...config.sms, url: simulators.urls[provider], ...SIMULATED_ACCOUNTS[provider] }
      : config.sms;
  const mail = config.mail.url === null ? { ...config.mail, url: simulators.urls.smtp } : config.mail;
  return {
    config: { ...config, sms, mail },
    receiptsTo: (webAddress) => {
      address = webAddress;
    },
    close: () => simulators.stop(),
  };
}
