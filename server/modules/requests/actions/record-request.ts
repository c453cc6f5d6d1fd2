/** A request becomes a row: tracking number, key for the SMS link, first line of its history. What follows from it is others' reaction. */
import { randomBytes } from 'node:crypto';
import type { Tx } from '../../../kernel/db/transaction.ts';
import { hashToken, newId } from '../../../kernel/ids.ts';
import { drawTrackingNumber, TRACKING_NUMBER_BYTES } from '../../../../text/tracking-number.ts';
import { RequestRecorded } from '../facts.ts';
import type { NewRequest } from '../request.ts';
import { appendHistory } from '../history-store.ts';
import { requestByClientKey } from '../key-store.ts';
import { insertRequest } from '../store.ts';

export interface RecordedRequest {
  id: string;
  trackingNumber: string;
  /** False: this client key was recorded before, and this is that request. */
  isNew: boolean;
}

export async function recordRequest(tx: Tx, request: NewRequest): Promise<RecordedRequest> {
  const id = newId(tx.now);
  const trackingNumber = drawTrackingNumber(randomBytes(TRACKING_NUMBER_BYTES));
  const isNew = await insertRequest(tx, {
    ...request,
    id,
    trackingNumber,
    accessTokenHash: hashToken(accessToken(tx, id)),
    recordedBy: tx.actor.kind === 'staff' ? tx.actor.id : null,
  });
  if (!isNew) return recordedBefore(tx, request.clientKey!);
  await appendHistory(tx, id, { what: 'recorded', toValue: 'received', data: { channel: request.channel } });
  tx.record(RequestRecorded(id, { kind: request.kind, channel: request.channel, topicCode: request.topicCode }));
  return { id, trackingNumber, isNew };
}

/**
 * The key in the citizen's link: 128 bits, derived from the installation's secret and the request, so that any later message can carry
 * the same link although only a hash of the key is stored.
 */
export function accessToken(tx: Pick<Tx, 'house'>, requestId: string): string {
  return tx.house.secrets.accessToken(requestId);
}

async function recordedBefore(tx: Tx, clientKey: string): Promise<RecordedRequest> {
  const known = await requestByClientKey(tx.db, clientKey);
  if (!known) throw new Error('a request with this client key was there and is not');
  return { id: known.id, trackingNumber: known.trackingNumber, isNew: false };
}
