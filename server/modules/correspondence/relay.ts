/**
 * Carries messages from the outbox to the providers: claim, send, write down. At least once, with our id as the provider's reference; what
 * may or may not have arrived is asked about before it is sent again. No database connection is held while a provider takes its time.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { systemActor } from '../../kernel/actor.ts';
import { isDatabaseAway } from '../../kernel/db/database.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import type { Tx } from '../../kernel/db/transaction.ts';
import type { House } from '../../kernel/house.ts';
import type { Gateways } from './gateways-in-use.ts';
import { nextWait } from './gateways/backoff.ts';
import { ask, isUnbroken, outcomeOf, report } from './gateways/circuit.ts';
import type { Receipt, SendResult } from './gateways/gateway.ts';
import { GatewayUnavailable } from './gateways/gateway.ts';
import { MessageGivenUp } from './facts.ts';
import { mailHtml } from './mail-html.ts';
import type { Claimed, Result } from './outbox-store.ts';
import { beginAttempt, circuitOf, claimDue, lockCircuit, writeCircuit, writeResults } from './outbox-store.ts';
import { askAbout } from './receipts.ts';
import { insertAttempts } from './store.ts';

const outbox = systemActor('outbox');

export interface Relayed {
  /** So many messages were handed to a provider. */
  handed: number;
  /** As many as one claim may hold were due: there may be more. */
  isFull: boolean;
}

/** One round over both channels. */
export async function relayRound(house: House, gateways: Gateways): Promise<Relayed> {
  const sms = gateways.sms ? await relayChannel(house, gateways, 'sms') : NOTHING;
  const mail = gateways.mail ? await relayChannel(house, gateways, 'email') : NOTHING;
  return { handed: sms.handed + mail.handed, isFull: sms.isFull || mail.isFull };
}

const NOTHING: Relayed = { handed: 0, isFull: false };

async function relayChannel(house: House, gateways: Gateways, channel: 'sms' | 'email'): Promise<Relayed> {
  const provider = channel === 'sms' ? gateways.sms!.name : gateways.mail!.name;
  const limit = channel === 'sms' ? gateways.sms!.maxBatch : MAILS_PER_CLAIM;
  const { isWhole, claimed } = await inTransaction(house, { actor: outbox }, async (tx) => {
    const asked = await mayAsk(tx, provider);
    return { ...asked, claimed: asked.isAllowed ? await claimDue(tx, { channel, limit }) : [] };
  });
  if (claimed.length === 0) return NOTHING;
  const results = channel === 'sms' ? await sendSms(house, gateways, claimed) : await sendMails(gateways, claimed);
  await whenDatabaseIsBack(() => writeDown(house, { provider, isWhole, claimed, results }));
  for (const result of results) house.metrics.messages.inc({ channel: provider, result: result.state });
  return { handed: claimed.length, isFull: claimed.length === limit };
}

/** Each is a conversation of its own that may take the whole time-out, and all of them must fit into the lease. */
const MAILS_PER_CLAIM = 5;

const PATIENCE_MS = 8_000;

/**
 * What the provider said is known only here: a database that restarts is waited for, as long as a graceful stop can wait. After that the
 * lease runs out, and the provider is asked. Written twice, because the answer to a commit was lost, it adds a line to the attempts only.
 */
async function whenDatabaseIsBack(write: () => Promise<void>): Promise<void> {
  const until = performance.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await write();
    } catch (error) {
      if (!isDatabaseAway(error) || performance.now() > until) throw error;
      await sleep(250);
    }
  }
}

/** `isWhole`: the provider has not failed once since it last worked. Then there is nothing to take turns for, nor to write when it works again. */
async function mayAsk(tx: Tx, provider: string): Promise<{ isAllowed: boolean; isWhole: boolean }> {
  if (isUnbroken(await circuitOf(tx.db, provider))) return { isAllowed: true, isWhole: true };
  const before = await lockCircuit(tx, provider);
  const { allowed, circuit } = ask(before, tx.now.getTime());
  if (circuit !== before) await writeCircuit(tx, provider, circuit);
  return { isAllowed: allowed, isWhole: false };
}

/** Messages whose last attempt is in doubt are looked up first; only what the provider does not know goes out again. */
async function sendSms(house: House, gateways: Gateways, claimed: Claimed[]): Promise<SendResult[]> {
  const doubtful = claimed.filter((message) => message.before !== 'queued' && message.reference !== null);
  const known = await lookUp(house, gateways, doubtful);
  if (known === 'unavailable') {
    const waiting = doubtful.map(({ id }): SendResult => ({ id, state: 'unknown', code: 'not-looked-up' }));
    const rest = claimed.filter((message) => !doubtful.includes(message));
    return [...waiting, ...(await handOver(gateways, rest))];
  }
  const isKnown = new Set(known.map(({ id }) => id));
  const lost = doubtful.filter(({ id }) => !isKnown.has(id)).map(({ id }) => id);
  if (lost.length > 0) {
    const { claim } = claimed[0]!;
    await inTransaction(house, { actor: outbox }, (tx) => beginAttempt(tx, { claim, ids: lost }));
  }
  const found = known.map((receipt): SendResult => ({
    id: receipt.id,
    state: 'accepted',
    providerId: receipt.providerId,
    code: receipt.code,
    duplicate: true,
  }));
  const missing = claimed.filter(({ id }) => !isKnown.has(id));
  return [...found, ...(await handOver(gateways, missing))];
}

async function lookUp(house: House, { sms }: Gateways, doubtful: Claimed[]): Promise<Receipt[] | 'unavailable'> {
  if (doubtful.length === 0) return [];
  try {
    return await askAbout(sms!, doubtful);
  } catch (error) {
    if (!(error instanceof GatewayUnavailable)) throw error;
    house.log.warn({ provider: sms!.name, code: error.code, messages: doubtful.length }, 'provider could not be asked');
    return 'unavailable';
  }
}

async function handOver({ sms, senderTitle }: Gateways, messages: Claimed[]): Promise<SendResult[]> {
  if (messages.length === 0) return [];
  return sms!.send({
    // All of a claim share the reference that was stored before this.
    reference: messages[0]!.claim,
    senderTitle,
    messages: messages.map(({ id, address, body }) => ({ id, to: address, text: body })),
  });
}

async function sendMails({ mail }: Gateways, messages: Claimed[]): Promise<SendResult[]> {
  const results: SendResult[] = [];
  for (const message of messages) {
    results.push(
      await mail!.send({
        id: message.id,
        to: message.address,
        subject: message.subject ?? '',
        text: message.body,
        html: mailHtml(message),
        kind: 'auto-generated',
      }),
    );
  }
  return results;
}

interface Handed {
  provider: string;
  isWhole: boolean;
  claimed: Claimed[];
  results: SendResult[];
}

async function writeDown(house: House, { provider, isWhole, claimed, results }: Handed): Promise<void> {
  await inTransaction(house, { actor: outbox }, async (tx) => {
    const attempts = new Map(claimed.map((message) => [message.id, message.attempts]));
    const rows = results.map((result) => resultRow(tx, { provider, result, attempts: attempts.get(result.id) ?? 1 }));
    await writeResults(tx, claimed[0]!.claim, rows);
    sayGivenUp(tx, claimed, rows);
    await insertAttempts(
      tx,
      results.map((result) => ({
        messageId: result.id,
        provider,
        what: result.duplicate ? 'looked-up' : 'handed-over',
        result: result.state,
        code: result.code ?? null,
      })),
    );
    const outcome = outcomeOf(results);
    if (outcome !== null && !(isWhole && outcome === 'healthy'))
      await writeCircuit(tx, provider, report(await lockCircuit(tx, provider), outcome, tx.now.getTime()));
  });
}

function sayGivenUp(tx: Tx, claimed: readonly Claimed[], rows: readonly Result[]): void {
  const dead = new Set(rows.filter(({ state }) => state === 'dead').map(({ id }) => id));
  for (const { id, requestId, channel } of claimed)
    if (dead.has(id)) tx.record(MessageGivenUp(id, { requestId, channel }));
}

interface Attempted {
  provider: string;
  result: SendResult;
  attempts: number;
}

/** What becomes of the message: taken, tried later, asked about later, or given up, which a person sees. */
function resultRow(tx: Tx, { provider, result, attempts }: Attempted): Result {
  const row = { id: result.id, provider, providerId: result.providerId ?? null, code: result.code ?? null };
  if (result.state === 'accepted') return { ...row, state: 'accepted', notBefore: null };
  // The account's fault is not the message's: it waits, and the open circuit calls a person.
  if (result.state === 'rejected-permanent' && !result.account) return { ...row, state: 'dead', notBefore: null };
  const wait = nextWait({
    attempts,
    random: Math.random(),
    ...(result.retryAfter && { retryAfter: result.retryAfter }),
  });
  if (wait === 'dead') return { ...row, state: 'dead', notBefore: null };
  const notBefore = new Date(tx.now.getTime() + wait);
  return { ...row, state: result.state === 'unknown' ? 'unknown' : 'queued', notBefore };
}
