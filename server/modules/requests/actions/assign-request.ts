import type { Tx } from '../../../kernel/db/transaction.ts';
import { newId } from '../../../kernel/ids.ts';
import { refuse } from '../../../kernel/refusals.ts';
import { insertAssignment } from '../assignment-store.ts';
import { PingPongDetected, RequestAssigned, RequestSentToReview } from '../facts.ts';
import type { TriageReason } from '../goes-round.ts';
import { comesBack } from '../goes-round.ts';
import { staffById } from '../../staff/door.ts';
import { handsWithin, personWithin } from '../kept-to.ts';
import { REQUEST_STEPS, take } from '../lifecycle.ts';
import { openCase, whoOf } from '../open-case.ts';
import type { OwnJob, ServiceRequest } from '../request.ts';
import { appendHistory } from '../history-store.ts';
import { writeState } from '../store.ts';

export interface AssignRequest {
  requestId: string;
  directorate: string;
  /** A unit of that directorate, and somebody in it; left out, the directorate hands it out itself. */
  unit?: string | null | undefined;
  assigneeId?: string | null | undefined;
  /** A job of its own, with a clock of its own; left out: it is part of the whole and due with it. */
  job?: OwnJob | null | undefined;
  /** Why here, in a sentence; stored on the request for good. */
  why: string;
  /** What the history keeps beside the sentence: the rule that decided. */
  data?: Record<string, unknown> | undefined;
  seen?: number | undefined;
}

/**
 * Gives a directorate its part of the request. A request may have several parts; the same directorate only one open one.
 * Null: the directorate has sent it back before, and only the solution centre may insist; it went there instead (goes-round.ts).
 * Refuses 'already-exists' for a second open part, 'kept-from-them', 'step-not-allowed', 'reason-missing', 'not-allowed', 'changed-meanwhile'.
 */
export async function assignRequest(tx: Tx, input: AssignRequest): Promise<string | null> {
  const { requestId, directorate, job = null, why, seen } = input;
  const open = await openCase(tx, requestId, seen);
  const { request, assignments } = open;
  const who = whoOf(tx.actor, 'assign', open);
  const state = take(REQUEST_STEPS, 'assign', { state: request.state, who, reason: why });
  if (assignments.some((each) => each.directorateCode === directorate && each.endedAt === null)) {
    throw refuse('already-exists', { directorate });
  }
  if (who !== 'supervisor' && comesBack(assignments, directorate)) {
    await sendToReview(tx, { requestId, why, triage: 'ping-pong', data: { ...input.data, directorate } });
    return null;
  }
  const hands = await handsFor(tx, request, input);
  if (hands === null) {
    await sendToReview(tx, {
      requestId,
      why: KEPT_FROM_THEM,
      triage: 'no-directorate',
      data: { ...input.data, directorate },
    });
    return null;
  }
  const { unit, assigneeId } = hands;
  const id = newId(tx.now);
  await insertAssignment(tx, {
    ...{ id, requestId, directorate, unit, assigneeId, job },
    whyHere: why,
    dueAt: request.promisedAt,
  });
  // A second directorate joining does not put work already begun back to its start.
  const kept = request.state === 'in-progress' ? request.state : state;
  await writeState(tx, requestId, { state: kept, triage: null });
  await appendHistory(tx, requestId, {
    what: 'assigned',
    assignmentId: id,
    fromValue: request.state,
    toValue: kept,
    why,
    data: { directorate, ...(unit && { unit }), ...(assigneeId && { assigneeId }), ...(job && { job }), ...input.data },
  });
  tx.record(RequestAssigned(requestId, { assignmentId: id, directorate }));
  return id;
}

const KEPT_FROM_THEM = 'Başvuru gizli; kuralın gösterdiği birim onu göremez.';

/** A rule that would give it where nobody sees it gives it to nobody (null); a person is told. */
async function handsFor(
  tx: Tx,
  request: ServiceRequest,
  { directorate, unit = null, assigneeId = null }: AssignRequest,
): Promise<{ unit: string | null; assigneeId: string | null } | null> {
  const hands = handsWithin(request, { directorate, unit });
  const isPerson = tx.actor.kind === 'staff';
  if (hands === null) {
    if (isPerson) throw refuse('kept-from-them', { directorate });
    return null;
  }
  const mayHave = assigneeId === null || (await isKeptTo(tx, request, assigneeId));
  if (!mayHave && isPerson) throw refuse('kept-from-them', { field: 'person' });
  return { unit: hands.unit, assigneeId: mayHave ? assigneeId : null };
}

async function isKeptTo(tx: Tx, request: ServiceRequest, staffId: string): Promise<boolean> {
  const person = await staffById(tx.db, staffId);
  return person?.directorate != null && personWithin(request, { directorate: person.directorate, unit: person.unit });
}

export interface SendToReview {
  requestId: string;
  why: string;
  triage: TriageReason;
  data?: Record<string, unknown> | undefined;
}

/**
 * A person of the solution centre must look: no directorate is known, none keeps it, or it goes round. Where another directorate still has a
 * part, that work goes on and the request keeps its state.
 */
export async function sendToReview(tx: Tx, { requestId, why, triage, data }: SendToReview): Promise<void> {
  const { request, assignments } = await openCase(tx, requestId);
  const hasOpenPart = assignments.some(({ endedAt }) => endedAt === null);
  const stays = hasOpenPart || request.state === 'in-review';
  const state = stays
    ? request.state
    : take(REQUEST_STEPS, 'review', { state: request.state, who: 'system', reason: why });
  await writeState(tx, requestId, { state, triage });
  await appendHistory(tx, requestId, {
    what: 'sent-to-review',
    fromValue: request.state,
    toValue: state,
    why,
    data: { triage, ...data },
  });
  tx.record(RequestSentToReview(requestId, { why, triage }));
  if (triage !== 'ping-pong') return;
  const returnedBy = assignments.filter((part) => part.state === 'returned').map((part) => part.directorateCode);
  tx.record(PingPongDetected(requestId, { returnedBy }));
}
