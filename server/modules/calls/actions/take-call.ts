import type { Tx } from '../../../kernel/db/transaction.ts';
import { newId } from '../../../kernel/ids.ts';
import { refuse } from '../../../kernel/refusals.ts';
import { normaliseInput } from '../../../../text/turkish.ts';
import type { Application } from '../../intake/door.ts';
import { checkPhone, receiveRequest } from '../../intake/door.ts';
import type { RecordedRequest } from '../../requests/door.ts';
import type { Call, CallPurpose } from '../call.ts';
import { callByClientKey, insertCall, linkRequest, lockCall, writeEnd } from '../store.ts';

export interface TakeCall {
  direction?: 'in' | 'out';
  /** As shown by the line or typed; null when withheld. */
  phone: string | null;
  /** The screen's own key: answered twice is one call. */
  clientKey: string | null;
  startedAt?: Date | undefined;
}

/** A call is answered: from here on it counts, whatever comes of it. */
export async function takeCall(tx: Tx, { direction = 'in', phone, clientKey, startedAt }: TakeCall): Promise<Call> {
  const call: Call = {
    id: newId(tx.now),
    direction,
    phone: phone === null || phone.trim() === '' ? null : checkPhone(phone),
    staffId: tx.actor.kind === 'staff' ? tx.actor.id : null,
    startedAt: startedAt ?? tx.now,
    answeredAt: tx.now,
    endedAt: null,
    purpose: null,
    note: null,
  };
  if (await insertCall(tx, { ...call, clientKey })) return call;
  const known = await callByClientKey(tx.db, clientKey!);
  if (!known) throw new Error('a call with this client key was there and is not');
  if (known.staffId !== call.staffId) throw refuse('already-exists', { field: 'clientKey' });
  return known;
}

/** The call leads to a request. The call stays open: one caller may have several things to say. */
export async function recordRequestFromCall(
  tx: Tx,
  { callId, application }: { callId: string; application: Application },
): Promise<RecordedRequest> {
  const call = await ownCall(tx, callId);
  const recorded = await receiveRequest(tx, application);
  await linkRequest(tx, call.id, recorded.id);
  return recorded;
}

/** The call ends, with its purpose. Ended twice is ended once; the first purpose stands. */
export async function endCall(
  tx: Tx,
  { callId, purpose, note }: { callId: string; purpose: CallPurpose; note?: string | undefined },
): Promise<void> {
  const call = await ownCall(tx, callId);
  if (call.endedAt !== null) return;
  await writeEnd(tx, callId, { purpose, note: normaliseInput(note ?? '').slice(0, 1000) || null });
}

/** A call belongs to the person who answered it. */
export async function ownCall(tx: Tx, callId: string): Promise<Call> {
  const call = await lockCall(tx, callId);
  if (!call) throw refuse('not-found');
  if (tx.actor.kind === 'staff' && call.staffId !== null && call.staffId !== tx.actor.id) throw refuse('not-allowed');
  return call;
}
