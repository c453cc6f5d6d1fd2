import { systemActor } from '../../kernel/actor.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import type { House } from '../../kernel/house.ts';
import type { Gateways } from './gateways-in-use.ts';
import type { Receipt, SentSms, SmsGateway } from './gateways/gateway.ts';
import { GatewayUnavailable } from './gateways/gateway.ts';
import type { Message } from './message.ts';
import { awaitingReceipt, writeReceipts } from './outbox-store.ts';
import { insertAttempts } from './store.ts';

/** Stores what a provider tells of our messages. Twice, late or out of order changes nothing that was further already. */
export async function takeReceipts(house: House, provider: string, receipts: Receipt[]): Promise<void> {
  const own = receipts.filter((receipt) => receipt.duplicate !== true && UUID.test(receipt.id));
  await inTransaction(house, { actor: systemActor('receipts') }, async (tx) => {
    await writeReceipts(
      tx,
      own.map(({ id, state, providerId, code, segments, at }) => ({
        id,
        state,
        provider,
        providerId,
        code,
        segments: segments ?? null,
        at,
      })),
    );
    await insertAttempts(
      tx,
      own
        .filter((receipt) => receipt.state !== 'accepted')
        .map(({ id, state, code }) => ({ messageId: id, provider, what: 'receipt', result: state, code })),
    );
  });
}

// A provider may echo what was never ours; such a receipt must not break the ones beside it.
const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/** Pushes get lost (Verimor tries three times and never again), so what is long silent is asked about. */
export async function askForReceipts(house: House, gateways: Gateways): Promise<void> {
  if (!gateways.sms) return;
  const before = new Date(house.clock.now().getTime() - 20 * 60_000);
  const silent = await awaitingReceipt(house.db, { before, limit: 500 });
  if (silent.length === 0) return;
  try {
    await takeReceipts(house, gateways.sms.name, await askAbout(gateways.sms, silent));
  } catch (error) {
    if (!(error instanceof GatewayUnavailable)) throw error;
    house.log.warn({ provider: gateways.sms.name, code: error.code }, 'provider could not be asked for receipts');
  }
}

/** Asks the provider in as many calls as it allows references in one. Throws GatewayUnavailable when any cannot be answered. */
export async function askAbout(sms: SmsGateway, messages: Message[]): Promise<Receipt[]> {
  const byReference = Map.groupBy(messages, (message) => message.reference ?? '');
  const references = [...byReference.keys()].filter((reference) => reference !== '');
  const receipts: Receipt[] = [];
  for (let start = 0; start < references.length; start += sms.maxReferences) {
    const some = references.slice(start, start + sms.maxReferences).flatMap((reference) => byReference.get(reference)!);
    receipts.push(...(await sms.lookUp(some.map(asSent))));
  }
  return receipts;
}

function asSent(message: Message): SentSms {
  return {
    id: message.id,
    to: message.address,
    text: message.body,
    reference: message.reference!,
    attemptedAt: message.attemptedAt ?? message.createdAt,
    ...(message.providerId !== null && { providerId: message.providerId }),
  };
}
