/** Turns what a caller asked for into its message, in the transaction of the call. It belongs to no request. */
import type { Fact } from '../../../kernel/facts.ts';
import type { Tx } from '../../../kernel/db/transaction.ts';
import { newId } from '../../../kernel/ids.ts';
import { formLinkById } from '../../calls/door.ts';
import { insertMessage } from '../store.ts';
import { TOLD_TO_A_CALLER } from '../who-is-told.ts';
import { wordForCaller } from '../word-message.ts';

export async function tellCaller(tx: Tx, { name, data }: Fact): Promise<void> {
  const { linkId } = data as { linkId: string };
  const link = await formLinkById(tx.db, linkId);
  if (!link) throw new Error('a fact names a link that is not there');
  const room = { db: tx.db, house: tx.house, now: tx.now };
  const { estimate, ...worded } = await wordForCaller(room, TOLD_TO_A_CALLER, link);
  await insertMessage(tx, {
    ...worded,
    id: newId(tx.now),
    requestId: null,
    urgency: TOLD_TO_A_CALLER.urgency,
    segments: estimate?.segments ?? null,
    costKurus: estimate?.costKurus ?? null,
    dedupeKey: `${name}:${linkId}`,
  });
  tx.afterCommit(() => tx.house.wake.call('outbox'));
}
