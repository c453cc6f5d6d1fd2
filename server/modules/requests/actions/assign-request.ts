import type { Tx } from '../../../kernel/db/transaction.ts';
import { newId } from '../../../kernel/ids.ts';
import { refuse } from '../../../kernel/refusals.ts';
import { insertAssignment } from '../assignment-store.ts';
import { RequestAssigned, RequestSentToReview } from '../facts.ts';
import { REQUEST_STEPS, take } from '../lifecycle.ts';
import { openCase, whoOf } from '../open-case.ts';
import { appendHistory, writeState } from '../store.ts';

export interface AssignRequest {
  requestId: string;
  directorate: string;
  /** A unit of that directorate, and somebody in it; left out, the directorate hands it out itself. */
  unit?: string | null | undefined;
  assigneeId?: string | null | undefined;
  /** Why here, in a sentence; stored on the request for good. */
  why: string;
  seen?: number | undefined;
}

/**
 * Gives a directorate its part of the request. A request may have several parts; the same directorate only one open one.
 * Refuses 'already-exists' for a second open part, 'step-not-allowed', 'reason-missing', 'not-allowed', 'changed-meanwhile'.
 */
export async function assignRequest(tx: Tx, input: AssignRequest): Promise<string> {
  const { requestId, directorate, unit = null, assigneeId = null, why, seen } = input;
  const open = await openCase(tx, requestId, seen);
  const { request, assignments } = open;
  const who = whoOf(tx.actor, 'assign', open);
  const state = take(REQUEST_STEPS, 'assign', { state: request.state, who, reason: why });
  if (assignments.some((each) => each.directorateCode === directorate && each.endedAt === null)) {
    throw refuse('already-exists', { directorate });
  }
  const id = newId(tx.now);
  await insertAssignment(tx, {
    ...{ id, requestId, directorate, unit, assigneeId },
    whyHere: why,
    dueAt: request.promisedAt,
  });
  // A second directorate joining does not put work already begun back to its start.
  const kept = request.state === 'in-progress' ? request.state : state;
  await writeState(tx, requestId, { state: kept });
  await appendHistory(tx, requestId, {
    what: 'assigned',
    assignmentId: id,
    fromValue: request.state,
    toValue: kept,
    why,
    data: { directorate, ...(unit && { unit }), ...(assigneeId && { assigneeId }) },
  });
  tx.record(RequestAssigned(requestId, { assignmentId: id, directorate }));
  return id;
}

/** No directorate is known, or none keeps it: the solution centre's supervisor must look. */
export async function sendToReview(tx: Tx, { requestId, why }: { requestId: string; why: string }): Promise<void> {
  const { request } = await openCase(tx, requestId);
  const state = take(REQUEST_STEPS, 'review', { state: request.state, who: 'system', reason: why });
  await writeState(tx, requestId, { state });
  await appendHistory(tx, requestId, { what: 'sent-to-review', fromValue: request.state, toValue: state, why });
  tx.record(RequestSentToReview(requestId, { why }));
}
