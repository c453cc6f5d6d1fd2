/** Starts everything outside that correspondence talks to, for `npm start` and the journeys. Never in production. */
import { join } from 'node:path';
import { startNetgsmSimulator } from './netgsm-simulator.ts';
import type { ReceiptAddress } from './simulator-receipts.ts';
import type { Simulator } from './simulator-server.ts';
import { startSmtpSimulator, type SmtpSimulator } from './smtp-simulator.ts';
import { startVerimorSimulator } from './verimor-simulator.ts';

export interface SimulatorsOptions {
  /** Fixed ports, where something else must know them; otherwise any free one. */
  ports?: { verimor?: number; netgsm?: number; smtp?: number; smtpControl?: number };
  /** Where each keeps `<name>-accepted.jsonl`, appended to over restarts. */
  dir?: string;
  /** Our webhook for receipts, its secret path included. */
  receiptsTo?: ReceiptAddress;
  receiptDelayMs?: number;
  receiptRetryMs?: number;
}

export interface Simulators {
  verimor: Simulator;
  netgsm: Simulator;
  smtp: SmtpSimulator;
  /** `smtp://127.0.0.1:port` for mail; the others as `baseUrl`. `/_simulator/messages` lies under all but smtp. */
  urls: { verimor: string; netgsm: string; smtp: string; smtpControl: string };
  stop(): Promise<void>;
}

/** What the simulators accept as sign-in: not secrets, nothing real answers to them. */
export const SIMULATED_ACCOUNTS = {
  verimor: { username: '908500000000', password: 'simulator' },
  netgsm: { username: '8500000000', password: 'simulator' },
} as const;

export async function startSimulators(options: SimulatorsOptions = {}): Promise<Simulators> {
  const { ports = {}, dir, receiptsTo, receiptDelayMs, receiptRetryMs } = options;
  const logFile = (name: string): string | undefined =>
    dir === undefined ? undefined : join(dir, `${name}-accepted.jsonl`);
  const verimor = await startVerimorSimulator({
    ...SIMULATED_ACCOUNTS.verimor,
    port: ports.verimor,
    logFile: logFile('verimor'),
    receiptsTo,
    receiptDelayMs,
    receiptRetryMs,
  });
  const netgsm = await startNetgsmSimulator({
    ...SIMULATED_ACCOUNTS.netgsm,
    port: ports.netgsm,
    logFile: logFile('netgsm'),
  });
  const smtp = await startSmtpSimulator({ port: ports.smtpControl, smtpPort: ports.smtp, logFile: logFile('smtp') });
  return {
    verimor,
    netgsm,
    smtp,
    urls: {
      verimor: verimor.url,
      netgsm: netgsm.url,
      smtp: `smtp://127.0.0.1:${smtp.smtpPort}`,
      smtpControl: smtp.url,
    },
    stop: async () => void (await Promise.all([verimor.stop(), netgsm.stop(), smtp.stop()])),
  };
}
