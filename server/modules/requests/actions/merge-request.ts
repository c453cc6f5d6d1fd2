/**
 * One request is worked on together with another, its lead. Here is only what becomes of the case file; which requests are the same problem, and
 * whether they may be put together, is the business of whoever calls.
 */
import type { Tx } from '../../../kernel/db/transaction.ts';
import { newId } from '../../../kernel/ids.ts';
import { refuse } from '../../../kernel/refusals.ts';
import { assignmentsOf, insertAssignment } from '../assignment-store.ts';
import { RequestAssigned, RequestMerged, RequestReleased } from '../facts.ts';
import type { RequestState, Who } from '../lifecycle.ts';
import { ASSIGNMENT_STEPS, REQUEST_STEPS, isOpen, take } from '../lifecycle.ts';
import { endPartsAsMerged, insertPartBesideLead, restoreParts, writePartBesideLead } from '../merged-store.ts';
import { directoratesOf, openCase, whoOf } from '../open-case.ts';
import type { Assignment, ServiceRequest } from '../request.ts';
import { appendHistory } from '../history-store.ts';
import { requestById, writeLead, writeState } from '../store.ts';
import { sendToReview } from './assign-request.ts';

export interface MergeRequest {
  requestId: string;
  leadId: string;
  why: string;
  seen?: number | undefined;
}

/** Both cases must be locked, the lead first. Its own parts end; those who work at the lead may read it from now on. */
export async function mergeRequest(tx: Tx, { requestId, leadId, why, seen }: MergeRequest): Promise<void> {
  const open = await openCase(tx, requestId, seen);
  const { request, assignments } = open;
  const who = whoOf(tx.actor, 'incident-merge', open);
  const state = take(REQUEST_STEPS, 'merge', { state: request.state, who, reason: why });
  for (const part of assignments.filter(({ endedAt }) => endedAt === null))
    take(ASSIGNMENT_STEPS, 'merge', { state: part.state, who, reason: why });
  await endPartsAsMerged(tx, requestId);
  await writeState(tx, requestId, { state, leadId, stateBeforeMerge: request.state });
  await goBesideLead(tx, { requestId, leadId });
  await appendHistory(tx, requestId, {
    what: 'merged',
    fromValue: request.state,
    toValue: state,
    why,
    data: { lead: leadId },
  });
  tx.record(RequestMerged(requestId, { leadId }));
}

/**
 * Lets exactly those read the request who work on it at its lead: a part beside for each open part there, and none for those who gave it back.
 * Parts of its own stay as they ended. Doing it twice changes nothing.
 */
export async function goBesideLead(
  tx: Tx,
  { requestId, leadId }: { requestId: string; leadId: string },
): Promise<void> {
  const atLead = (await assignmentsOf(tx.db, leadId)).filter(({ endedAt }) => endedAt === null);
  const parts = await assignmentsOf(tx.db, requestId);
  const has = new Set(directoratesOf(parts.filter(({ besideLead }) => !besideLead)));
  const beside = new Map(parts.filter(({ besideLead }) => besideLead).map((part) => [part.directorateCode, part]));
  for (const part of atLead) {
    if (has.has(part.directorateCode)) continue;
    const { unitCode: unit, assigneeId, directorateCode: directorate, whyHere } = part;
    const known = beside.get(directorate);
    if (!known)
      await insertPartBesideLead(tx, { id: newId(tx.now), requestId, directorate, unit, assigneeId, whyHere });
    else if (!isAsThere(known, part)) await writePartBesideLead(tx, known.id, { state: 'merged', unit, assigneeId });
  }
  const atWork = new Set(atLead.map(({ directorateCode }) => directorateCode));
  for (const part of beside.values()) {
    if (part.state === 'cancelled' || atWork.has(part.directorateCode)) continue;
    await writePartBesideLead(tx, part.id, { state: 'cancelled', unit: part.unitCode, assigneeId: part.assigneeId });
  }
}

function isAsThere(here: Assignment, there: Assignment): boolean {
  return here.state === 'merged' && here.unitCode === there.unitCode && here.assigneeId === there.assigneeId;
}

/**
 * The request stands by itself again. While it is open, its directorates have their parts back as they stood; after its end only the tie is gone
 * and the answer stands. Refuses 'step-not-allowed' for one that follows no lead.
 */
export async function releaseRequest(
  tx: Tx,
  { requestId, why, seen }: { requestId: string; why: string; seen?: number | undefined },
): Promise<void> {
  const open = await openCase(tx, requestId, seen);
  const { request } = open;
  const who = whoOf(tx.actor, 'incident-merge', open);
  const { leadId } = request;
  if (leadId === null) throw refuse('step-not-allowed', { step: 'release', state: request.state });
  if (!why.trim()) throw refuse('reason-missing', { step: 'release' });
  const state = isOpen(request.state) ? await standAlone(tx, request, { who, why }) : request.state;
  if (!isOpen(request.state)) await writeLead(tx, requestId, null);
  await appendHistory(tx, requestId, {
    what: 'released',
    fromValue: request.state,
    toValue: state,
    why,
    data: { lead: leadId },
  });
  tx.record(RequestReleased(requestId, { leadId }));
  await giveWhereNobodyHasIt(tx, requestId, { state, why });
}

async function standAlone(
  tx: Tx,
  request: ServiceRequest,
  { who, why }: { who: Who; why: string },
): Promise<RequestState> {
  const before = request.stateBeforeMerge;
  const state = take(REQUEST_STEPS, 'release', { state: request.state, who, reason: why, before });
  await writeState(tx, request.id, { state, leadId: null });
  await restoreParts(tx, request);
  return state;
}

/** Merged again after it had been answered and opened anew, it has no part to get back: whoever answered it has it again. */
export async function giveWhereNobodyHasIt(
  tx: Tx,
  requestId: string,
  { state, why }: { state: RequestState; why: string },
): Promise<void> {
  if (!isOpen(state) || state === 'received' || state === 'in-review') return;
  const parts = await assignmentsOf(tx.db, requestId);
  if (parts.some(({ endedAt }) => endedAt === null)) return;
  const directorates = new Set(directoratesOf(parts));
  if (directorates.size === 0) return sendToReview(tx, { requestId, why, triage: 'no-directorate' });
  const { promisedAt } = (await requestById(tx.db, requestId))!;
  for (const directorate of directorates) {
    const id = newId(tx.now);
    await insertAssignment(tx, { id, requestId, directorate, whyHere: why, dueAt: promisedAt });
    await appendHistory(tx, requestId, {
      what: 'assigned',
      assignmentId: id,
      toValue: state,
      why,
      data: { directorate },
    });
    tx.record(RequestAssigned(requestId, { assignmentId: id, directorate }));
  }
}
