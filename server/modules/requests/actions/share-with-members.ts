/**
 * What happened at the lead, carried to one of those that follow it: each has it in a history of its own, with an answer of its own, and is told
 * in its own channel and language. Which of it is shared, and why, stands in incidents/what-is-shared.ts. Both cases must be locked.
 */
import type { Tx } from '../../../kernel/db/transaction.ts';
import { newId } from '../../../kernel/ids.ts';
import { assignmentsOf } from '../assignment-store.ts';
import { AcceptanceTakenBack, InterimAnswerGiven, RequestConcluded, WorkBegun } from '../facts.ts';
import { firstResponseSince } from '../first-response.ts';
import { REQUEST_STEPS, take } from '../lifecycle.ts';
import { settleParts } from '../merged-store.ts';
import { openCase } from '../open-case.ts';
import { outcomeOfTheWhole } from '../outcomes.ts';
import type { Answer, ServiceRequest } from '../request.ts';
import { appendHistory, historyOf, lastReopened } from '../history-store.ts';
import { writeFirstResponse, writeState } from '../store.ts';
import { answersOf, insertAnswer, sharePhotos } from '../words-store.ts';

export interface Shared {
  requestId: string;
  leadId: string;
}

/** False: it follows that lead no longer, so the news is not its own. */
async function followerOf(tx: Tx, { requestId, leadId }: Shared): Promise<ServiceRequest | null> {
  const { request } = await openCase(tx, requestId);
  return request.state === 'merged' && request.leadId === leadId ? request : null;
}

/** Somebody has read it and taken it. Said once, whatever directorates take their parts later. */
export async function shareBegin(tx: Tx, shared: Shared): Promise<void> {
  const request = await followerOf(tx, shared);
  const [part] = (await assignmentsOf(tx.db, shared.leadId)).filter(({ acceptedAt }) => acceptedAt !== null);
  if (!request || !part || request.firstResponseAt !== null) return;
  const { state, stateBeforeMerge } = request;
  await writeState(tx, request.id, { state, stateBeforeMerge, responds: true });
  await appendHistory(tx, request.id, {
    what: 'work-begun',
    toValue: state,
    data: { directorate: part.directorateCode, lead: shared.leadId },
  });
  tx.record(WorkBegun(request.id, { assignmentId: part.id }));
}

export interface TakenBack extends Shared {
  assignmentId: string;
  /** As in the fact of the lead. */
  acceptedAt: string;
  respondedAt: string | null;
}

/** Nobody has taken it there after all: their first response is owed again too, or counts from whoever took it since. */
export async function shareTakenBack(
  tx: Tx,
  { acceptedAt, respondedAt, assignmentId, ...shared }: TakenBack,
): Promise<void> {
  const request = await followerOf(tx, shared);
  if (!request) return;
  const begun = (await historyOf(tx.db, request.id)).findLast(
    ({ what, data, at }) => what === 'work-begun' && data.lead === shared.leadId && at >= new Date(acceptedAt),
  );
  // Not told yet, or answered before: then there is nothing to take back here.
  if (!begun || request.firstResponseAt?.getTime() !== begun.at.getTime()) return;
  const atLead = respondedAt === null ? [] : [{ acceptedAt: later(new Date(respondedAt), begun.at) }];
  const responded = firstResponseSince(begun.at, atLead, await answersOf(tx.db, request.id));
  await writeFirstResponse(tx, request.id, responded);
  await appendHistory(tx, request.id, {
    what: 'acceptance-taken-back',
    toValue: request.state,
    data: { directorate: begun.data.directorate, lead: shared.leadId, waitsAgain: responded === null },
  });
  const when = { acceptedAt: begun.at.toISOString(), respondedAt: responded?.toISOString() ?? null };
  tx.record(AcceptanceTakenBack(request.id, { assignmentId, ...when }));
  // Taken again before this one was reached: that news passed it by, because it seemed to have begun.
  const parts = await assignmentsOf(tx.db, shared.leadId);
  if (parts.some((part) => part.acceptedAt !== null && part.acceptedAt > new Date(acceptedAt)))
    await shareBegin(tx, shared);
}

function later(one: Date, other: Date): Date {
  return one > other ? one : other;
}

export async function shareInterim(tx: Tx, shared: Shared & { answerId: string }): Promise<void> {
  const request = await followerOf(tx, shared);
  const given = (await answersOf(tx.db, shared.leadId)).find(({ id }) => id === shared.answerId);
  if (!request || !given) return;
  const { id, directorate, assignmentId } = await copyAnswer(tx, request, given);
  await appendHistory(tx, request.id, {
    what: 'interim-answer',
    assignmentId,
    data: { directorate, answerId: id, lead: shared.leadId },
  });
  tx.record(InterimAnswerGiven(request.id, { answerId: id, assignmentId: assignmentId ?? null }));
}

/** Concludes with the answers that concluded the lead, and what they add up to there. */
export async function shareConclusion(tx: Tx, shared: Shared): Promise<void> {
  const request = await followerOf(tx, shared);
  if (!request) return;
  const answers = await answersOfRound(tx, shared.leadId);
  let answerId: string | null = null;
  for (const given of answers) {
    const { id, directorate, assignmentId } = await copyAnswer(tx, request, given);
    answerId = id;
    await appendHistory(tx, request.id, {
      what: 'answered',
      assignmentId,
      fromValue: 'merged',
      toValue: given.outcome,
      data: { directorate, answerId, lead: shared.leadId },
    });
  }
  await sharePhotos(tx, { from: shared.leadId, to: request.id });
  const outcome = outcomeOfTheWhole(
    answers.flatMap((answer) => answer.outcome ?? []),
    request.kind,
  );
  const state = take(REQUEST_STEPS, 'conclude', { state: request.state, who: 'system' });
  await writeState(tx, request.id, { state, outcome, concludedAt: tx.now, responds: true });
  await settleParts(tx, request.id);
  await appendHistory(tx, request.id, { what: 'concluded', fromValue: 'merged', toValue: state, data: { outcome } });
  tx.record(RequestConcluded(request.id, { outcome, answerId }));
}

/** The final answers since the lead was last opened: what its own citizen has as the answer. */
async function answersOfRound(tx: Tx, leadId: string): Promise<Answer[]> {
  const since = await lastReopened(tx.db, leadId);
  return (await answersOf(tx.db, leadId)).filter(
    ({ kind, answeredAt }) => kind === 'final' && (since === null || answeredAt >= since),
  );
}

/** The same words as an answer to this citizen, by the same author, under the part of the same directorate. */
async function copyAnswer(
  tx: Tx,
  request: ServiceRequest,
  given: Answer,
): Promise<{ id: string; directorate: string; assignmentId: string | undefined }> {
  const there = (await assignmentsOf(tx.db, given.requestId)).find(({ id }) => id === given.assignmentId);
  const directorate = there?.directorateCode ?? '';
  const here = (await assignmentsOf(tx.db, request.id)).findLast((part) => part.directorateCode === directorate);
  const id = newId(tx.now);
  const { answeredAt: _, ...words } = given;
  await insertAnswer(tx, { ...words, id, requestId: request.id, assignmentId: here?.id ?? null });
  return { id, directorate, assignmentId: here?.id };
}
