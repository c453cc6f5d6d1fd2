/**
 * Citizens who keep coming while everything falls over: each request has its key, is asked again until it is acknowledged or the citizen
 * gives up, and every acknowledgement is written down. What they hold in hands at the end must be in the database.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { RecordedForCitizen } from '../../../contract/intake.ts';
import type { DeskClient } from '../desk-client.ts';
import { counterRequest } from '../desk-client.ts';
import type { Random } from './random.ts';

export const DRILL_KEY = 'kill-drill-';

export interface Acknowledged {
  id: string;
  trackingNumber: string;
}

export interface ClientLog {
  /** Every key that was ever sent. */
  asked: Set<string>;
  acknowledged: Map<string, Acknowledged>;
  /** Acknowledged only after at least one try had failed. */
  afterRetry: number;
  /** Keys given up without an acknowledgement: each may be recorded once or not at all. */
  givenUp: Set<string>;
  failedTries: number;
  /** What must not happen whoever is killed: a refusal, or another request for the same key. */
  wrong: string[];
}

export interface Crowd {
  log: ClientLog;
  /** No new citizen comes; those who wait are served or give up. */
  goHome(): Promise<void>;
}

const AT_ONCE = 8;
/** Long enough for a restart; whoever still waits then is a failure of the drill. */
const LAST_TRIES_MS = 60_000;

export function startCrowd(client: DeskClient, random: Random): Crowd {
  const log: ClientLog = {
    asked: new Set(),
    acknowledged: new Map(),
    afterRetry: 0,
    givenUp: new Set(),
    failedTries: 0,
    wrong: [],
  };
  let closingAt = Infinity;
  const citizen = async (): Promise<void> => {
    while (performance.now() < closingAt) {
      await fileOne({ client, random, log, giveUpAt: () => closingAt + LAST_TRIES_MS });
      await sleep(random.between(0, 60));
    }
  };
  const all = Array.from({ length: AT_ONCE }, citizen);
  return {
    log,
    async goHome() {
      closingAt = performance.now();
      await Promise.all(all);
    },
  };
}

interface Filing {
  client: DeskClient;
  random: Random;
  log: ClientLog;
  giveUpAt(): number;
}

async function fileOne({ client, random, log, giveUpAt }: Filing): Promise<void> {
  const number = log.asked.size;
  const clientKey = `${DRILL_KEY}${String(number).padStart(8, '0')}`;
  log.asked.add(clientKey);
  const patience = random.chance(0.2) ? 1 : Infinity;
  for (let tries = 1; ; tries += 1) {
    const given = await post(client, clientKey, number);
    if (typeof given === 'string') log.wrong.push(given);
    if (given !== null) {
      if (typeof given !== 'string') acknowledge(log, { clientKey, given, tries });
      return;
    }
    log.failedTries += 1;
    if (tries >= patience || performance.now() > giveUpAt()) return void log.givenUp.add(clientKey);
    await sleep(random.between(50, 300));
  }
}

function acknowledge(log: ClientLog, answer: { clientKey: string; given: Acknowledged; tries: number }): void {
  const { clientKey, given, tries } = answer;
  log.acknowledged.set(clientKey, { id: given.id, trackingNumber: given.trackingNumber });
  if (tries > 1) log.afterRetry += 1;
}

/** The acknowledgement; null when there was none and it may be asked again; a sentence for an answer nobody may get. */
async function post(
  client: DeskClient,
  clientKey: string,
  number: number,
): Promise<RecordedForCitizen | string | null> {
  // Each has a telephone of his own, so that a provider's filter for repeated words cannot hide a second SMS.
  const phone = `+90555${String(1_000_000 + number)}`;
  const wanted = { clientKey, text: `Kaldırımda çukur var (${number})`, name: 'Deneme Kişi', phone };
  try {
    const answer = await client.post('/api/v1/requests', counterRequest(wanted));
    if (answer.ok) return (await answer.json()) as RecordedForCitizen;
    await answer.body?.cancel();
    return answer.status >= 500 ? null : `${clientKey} was answered ${answer.status}`;
  } catch {
    // Refused, cut off or too late: the citizen knows nothing, as with a browser that lost its line.
    return null;
  }
}
