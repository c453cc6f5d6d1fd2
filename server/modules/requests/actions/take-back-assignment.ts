import type { Tx } from '../../../kernel/db/transaction.ts';
import { refuse } from '../../../kernel/refusals.ts';
import { writeAssignment } from '../assignment-store.ts';
import type { TriageReason } from '../goes-round.ts';
import type { RequestState } from '../lifecycle.ts';
import { ASSIGNMENT_STEPS, REQUEST_STEPS, take } from '../lifecycle.ts';
import { openCaseOfAssignment, whoOf } from '../open-case.ts';
import { appendHistory } from '../history-store.ts';
import { writeState } from '../store.ts';
import { sendToReview } from './assign-request.ts';

/** How a request stood before it was given. */
export interface StandingBefore {
  state: RequestState;
  triage: TriageReason | null;
}

/**
 * Undoes an assignment nobody has taken: the request stands as before, unless others have gone on with it since. It is never left without an
 * owner. Refuses 'moved-on' once somebody has taken, returned or ended the part.
 */
export async function takeBackAssignment(
  tx: Tx,
  { assignmentId, before, why }: { assignmentId: string; before: StandingBefore; why: string },
): Promise<void> {
  const { request, assignments, assignment } = await openCaseOfAssignment(tx, assignmentId);
  const who = whoOf(tx.actor, 'assign', { request, assignments });
  if (assignment.state !== 'offered') throw refuse('moved-on');
  const ended = take(ASSIGNMENT_STEPS, 'cancel', { state: assignment.state, who: 'system', reason: why });
  await writeAssignment(tx, assignmentId, { state: ended, ended: true });
  const others = assignments.some(({ id, endedAt }) => id !== assignmentId && endedAt === null);
  const state = others
    ? request.state
    : take(REQUEST_STEPS, 'unassign', { state: request.state, who, reason: why, before: before.state });
  if (!others) await writeState(tx, request.id, { state, triage: before.triage });
  await appendHistory(tx, request.id, {
    what: 'assignment-taken-back',
    assignmentId,
    fromValue: request.state,
    toValue: state,
    why,
    data: { directorate: assignment.directorateCode },
  });
  // What had it before has given it back since: somebody must look.
  const waits = state === 'received' || state === 'in-review';
  if (!others && !waits) await sendToReview(tx, { requestId: request.id, why, triage: 'no-directorate' });
}
