/** Decisions of the solution centre and the directorates about a whole request. */
import type { Tx } from '../../../kernel/db/transaction.ts';
import { newId } from '../../../kernel/ids.ts';
import { endOpenAssignments, insertAssignment } from '../assignment-store.ts';
import {
  ReopeningRefused,
  RequestAssigned,
  RequestCancelled,
  RequestReopened,
  RequestWithdrawn,
  WithdrawnForCitizen,
} from '../facts.ts';
import { handsWithin } from '../kept-to.ts';
import { REQUEST_STEPS, take } from '../lifecycle.ts';
import { directoratesOf, openCase, whoOf } from '../open-case.ts';
import { appendHistory } from '../history-store.ts';
import { writeState } from '../store.ts';

interface Decision {
  requestId: string;
  reason: string;
  seen?: number | undefined;
}

/** Looks again: the directorates that answered get their part back. */
export async function reopenRequest(tx: Tx, { requestId, reason, seen }: Decision): Promise<void> {
  const open = await openCase(tx, requestId, seen);
  const { request, assignments } = open;
  const directorates = directoratesOf(assignments);
  const who = whoOf(tx.actor, 'reopen-decide', open);
  const state = take(REQUEST_STEPS, 'reopen', { state: request.state, who, reason });
  await writeState(tx, requestId, { state });
  await appendHistory(tx, requestId, { what: 'reopened', fromValue: request.state, toValue: state, why: reason });
  tx.record(RequestReopened(requestId, {}));
  for (const directorate of new Set(directorates)) {
    const id = newId(tx.now);
    const unit = handsWithin(request, { directorate, unit: null })?.unit ?? null;
    await insertAssignment(tx, { id, requestId, directorate, unit, whyHere: reason, dueAt: null });
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

export async function refuseReopening(tx: Tx, { requestId, reason, seen }: Decision): Promise<void> {
  const open = await openCase(tx, requestId, seen);
  const { request } = open;
  const who = whoOf(tx.actor, 'reopen-decide', open);
  const state = take(REQUEST_STEPS, 'refuse-reopening', { state: request.state, who, reason });
  await writeState(tx, requestId, { state, outcome: request.outcome, concludedAt: request.concludedAt });
  await appendHistory(tx, requestId, {
    what: 'reopening-refused',
    fromValue: request.state,
    toValue: state,
    why: reason,
  });
  tx.record(ReopeningRefused(requestId, {}));
}

export async function cancelRequest(tx: Tx, { requestId, reason, seen }: Decision): Promise<void> {
  const open = await openCase(tx, requestId, seen);
  const { request } = open;
  const who = whoOf(tx.actor, 'cancel', open);
  const state = take(REQUEST_STEPS, 'cancel', { state: request.state, who, reason });
  await writeState(tx, requestId, { state });
  await endOpenAssignments(tx, requestId);
  await appendHistory(tx, requestId, { what: 'cancelled', fromValue: request.state, toValue: state, why: reason });
  tx.record(RequestCancelled(requestId, {}));
}

/** Because the citizen asked for it, by phone or at the counter; the reason says how. They are told, in case it was somebody else. */
export async function withdrawForCitizen(tx: Tx, { requestId, reason, seen }: Decision): Promise<void> {
  const open = await openCase(tx, requestId, seen);
  const { request } = open;
  const who = whoOf(tx.actor, 'withdraw-for-citizen', open);
  const state = take(REQUEST_STEPS, 'withdraw-for', { state: request.state, who, reason });
  await writeState(tx, requestId, { state, outcome: 'withdrawn', concludedAt: tx.now });
  await endOpenAssignments(tx, requestId);
  await appendHistory(tx, requestId, {
    what: 'withdrawn',
    fromValue: request.state,
    toValue: state,
    why: reason,
    data: { forCitizen: true },
  });
  tx.record(RequestWithdrawn(requestId, {}));
  tx.record(WithdrawnForCitizen(requestId, {}));
}
