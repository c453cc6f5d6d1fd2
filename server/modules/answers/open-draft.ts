/** How an action gets hold of a draft: its case locked first, then the draft itself, and only for somebody who may know of it. */
import type { StaffActor } from '../../kernel/actor.ts';
import type { Tx } from '../../kernel/db/transaction.ts';
import { refuse } from '../../kernel/refusals.ts';
import type { Assignment, ServiceRequest } from '../requests/door.ts';
import { appendHistory, openCaseOfAssignment } from '../requests/door.ts';
import type { Draft } from './draft.ts';
import type { DraftStepTaken } from './draft-store.ts';
import { draftById, insertStep, lockDraft } from './draft-store.ts';

export interface OpenDraft {
  draft: Draft;
  request: ServiceRequest;
  assignment: Assignment;
  actor: StaffActor;
}

/** Refuses 'not-found' also for a draft that is still its writer's alone. */
export async function openDraft(tx: Tx, draftId: string, seen?: number): Promise<OpenDraft> {
  const found = await draftById(tx.db, draftId);
  if (found === undefined || tx.actor.kind !== 'staff') throw refuse('not-found');
  const { request, assignment } = await openCaseOfAssignment(tx, found.assignmentId, seen);
  const draft = await lockDraft(tx, draftId);
  if (draft.version === 0 && draft.holderId !== tx.actor.id) throw refuse('not-found');
  return { draft, request, assignment, actor: tx.actor };
}

/** What colleagues see of it in the case's history; a draft's own words are not there. */
const HISTORY_WORD: Partial<Record<DraftStepTaken['what'], string>> = {
  submitted: 'answer-submitted',
  approved: 'answer-approved',
  'sent-back': 'answer-sent-back',
  'taken-over': 'answer-taken-over',
  'taken-back': 'answer-taken-back',
};

/** One step of a draft: beside the draft, and in the history of its case where colleagues must know of it. */
export async function recordStep(
  tx: Tx,
  draft: Draft,
  step: Pick<DraftStepTaken, 'what'> & Partial<Pick<DraftStepTaken, 'rung' | 'version' | 'why' | 'postOf'>>,
): Promise<void> {
  const staffId = tx.actor.kind === 'staff' ? tx.actor.id : null;
  const { what, rung = null, version = draft.version, why = null, postOf = null } = step;
  await insertStep(tx, { draftId: draft.id, staffId, postOf, what, rung, version, why });
  const word = HISTORY_WORD[what];
  if (word === undefined) return;
  await appendHistory(tx, draft.requestId, {
    what: word,
    assignmentId: draft.assignmentId,
    toValue: rung,
    why,
    data: { directorate: draft.directorateCode, draftId: draft.id, kind: draft.kind, ...(postOf && { postOf }) },
  });
}
