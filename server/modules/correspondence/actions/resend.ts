import { audit } from '../../../kernel/audit.ts';
import type { Tx } from '../../../kernel/db/transaction.ts';
import { refuse } from '../../../kernel/refusals.ts';
import { listRights, withinSight } from '../../requests/door.ts';
import { insertAttempts, messageById, requeue } from '../store.ts';

/** A person has looked at a dead letter and wants it tried again. Refuses 'nothing-to-resend' when it is not dead. */
export async function resend(tx: Tx, { messageId, reason }: { messageId: string; reason: string }): Promise<void> {
  const message = await messageById(tx.db, messageId);
  if (!message) throw refuse('not-found');
  await requireSight(tx, message.requestId);
  if (!(await requeue(tx, messageId))) throw refuse('nothing-to-resend');
  await insertAttempts(tx, [
    { messageId, provider: message.provider ?? '-', what: 'resend-asked', result: 'queued', code: null },
  ]);
  await audit(tx, { act: 'message-resent', subjectKind: 'message', subjectId: messageId, reason });
  tx.afterCommit(() => tx.house.wake.call('outbox'));
}

/** A message of a request that is kept from this person is not there for them. */
async function requireSight(tx: Tx, requestId: string | null): Promise<void> {
  if (tx.actor.kind !== 'staff' || requestId === null) return;
  const { sights } = listRights(tx.actor, 'message-read');
  if (!(await withinSight(tx.db, [requestId], sights)).has(requestId)) throw refuse('not-found');
}
