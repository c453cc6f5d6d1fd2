import type { Tx } from '../../../kernel/db/transaction.ts';
import { refuse } from '../../../kernel/refusals.ts';
import type { Rung } from '../../requests/door.ts';
import { checkAnswer, openCaseOfAssignment, whoOf } from '../../requests/door.ts';
import { checkStep } from '../draft.ts';
import type { Draft } from '../draft.ts';
import { draftsOf, insertVersion, lockDraft, writeDraft } from '../draft-store.ts';
import { ApprovalAwaited } from '../facts.ts';
import type { OpenDraft } from '../open-draft.ts';
import { recordStep } from '../open-draft.ts';
import { climb, readingOf } from '../rungs-left.ts';
import type { KeepDraft } from './keep-draft.ts';
import { keepDraft } from './keep-draft.ts';

/**
 * The writer is done: the next rung reads it. Where no approval is needed somebody may ask for it all the same.
 * Refuses what an answer of these words would be refused with, and 'already-exists' when another draft of this part waits for approval.
 */
export async function submitDraft(
  tx: Tx,
  { seen, ...given }: KeepDraft & { seen?: number | undefined },
): Promise<{ id: string; rung: Rung }> {
  const { request, assignment } = await openCaseOfAssignment(tx, given.assignmentId, seen);
  whoOf(tx.actor, 'answer', { request, assignments: [assignment] });
  const { id } = await keepDraft(tx, given);
  const draft = await lockDraft(tx, id);
  checkStep('submit', draft);
  await checkAnswer(tx.db, { request, assignment, kind: draft.kind, despite: null, ...draft.body });
  await refuseASecond(tx, draft);
  const open: OpenDraft = { draft, request, assignment, actor: tx.actor as OpenDraft['actor'] };
  const { next: rung } = await climb(readingOf(tx), open, null);
  if (rung === null) throw refuse('approval-not-needed');
  await writeDown(tx, draft, rung);
  return { id, rung };
}

async function refuseASecond(tx: Tx, draft: Draft): Promise<void> {
  const { assignmentId, kind } = draft;
  const waiting = (await draftsOf(tx.db, draft.requestId)).find(
    (one) => one.assignmentId === assignmentId && one.kind === kind && one.state === 'submitted',
  );
  if (waiting) throw refuse('already-exists', { draft: waiting.id });
}

async function writeDown(tx: Tx, draft: Draft, rung: Rung): Promise<void> {
  const version = draft.version + 1;
  await insertVersion(tx, { draftId: draft.id, version, body: draft.body, editedBy: draft.holderId });
  await writeDraft(tx, draft.id, { state: 'submitted', rung, version, submittedAt: tx.now });
  await recordStep(tx, draft, { what: 'submitted', rung, version });
  const { directorateCode: directorate, authorId } = draft;
  tx.record(ApprovalAwaited(draft.requestId, { draftId: draft.id, rung, directorate, authorId }));
}
