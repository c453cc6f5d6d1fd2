/** The end that the law reads into an unpaid fee, and its undoing when the fee had been paid in time. */
import type { Tx } from '../../../kernel/db/transaction.ts';
import { newId } from '../../../kernel/ids.ts';
import { endOpenAssignments, insertAssignment } from '../assignment-store.ts';
import { RequestAssigned, RequestDeemedWithdrawn, RequestRevived } from '../facts.ts';
import type { Who } from '../lifecycle.ts';
import { REQUEST_STEPS, take } from '../lifecycle.ts';
import { openCase } from '../open-case.ts';
import { appendHistory } from '../history-store.ts';
import { writeState } from '../store.ts';

/** Only the system does this, by the clock. The reason is the ground in law. */
export async function deemWithdrawn(
  tx: Tx,
  { requestId, reason }: { requestId: string; reason: string },
): Promise<void> {
  const { request } = await openCase(tx, requestId);
  const state = take(REQUEST_STEPS, 'deem-withdrawn', { state: request.state, who: 'system', reason });
  await writeState(tx, requestId, { state, outcome: 'withdrawn', concludedAt: tx.now });
  await endOpenAssignments(tx, requestId);
  await appendHistory(tx, requestId, {
    what: 'deemed-withdrawn',
    fromValue: request.state,
    toValue: state,
    why: reason,
  });
  tx.record(RequestDeemedWithdrawn(requestId, {}));
}

/** The ground was not there: the request goes on, and those who had a part get it back. The caller has seen to the ground and the right. */
export async function reviveRequest(
  tx: Tx,
  { requestId, reason, who }: { requestId: string; reason: string; who: Who },
): Promise<void> {
  const { request, assignments } = await openCase(tx, requestId);
  const state = take(REQUEST_STEPS, 'revive', { state: request.state, who, reason });
  await writeState(tx, requestId, { state });
  await appendHistory(tx, requestId, { what: 'revived', fromValue: request.state, toValue: state, why: reason });
  tx.record(RequestRevived(requestId, {}));
  const dropped = assignments.filter((part) => part.endedAt?.getTime() === request.concludedAt?.getTime());
  for (const directorate of new Set(dropped.map(({ directorateCode }) => directorateCode))) {
    const id = newId(tx.now);
    await insertAssignment(tx, { id, requestId, directorate, whyHere: reason, dueAt: null });
    await appendHistory(tx, requestId, {
      what: 'assigned',
      assignmentId: id,
      toValue: state,
      why: reason,
      data: { directorate },
    });
    tx.record(RequestAssigned(requestId, { assignmentId: id, directorate }));
  }
}
