/** The way back of a draft: sent back, taken back, taken over, dropped. */
import type { Tx } from '../../../kernel/db/transaction.ts';
import { refuse } from '../../../kernel/refusals.ts';
import { normaliseInput } from '../../../../text/turkish.ts';
import { whoOf } from '../../requests/door.ts';
import type { Draft } from '../draft.ts';
import { checkStep } from '../draft.ts';
import { dropOthersInHand, openDraftsOf, writeDraft } from '../draft-store.ts';
import { DraftSentBack, DraftTakenOver } from '../facts.ts';
import { openDraft, recordStep } from '../open-draft.ts';
import { checkApprover } from './approve-draft.ts';

/** Refuses 'reason-missing', and what approving would be refused with. */
export async function sendDraftBack(
  tx: Tx,
  { draftId, version, reason }: { draftId: string; version: number; reason: string },
): Promise<void> {
  const open = await openDraft(tx, draftId);
  const hat = await checkApprover(tx, open, version);
  const why = normaliseInput(reason);
  if (why === '') throw refuse('reason-missing', { step: 'send-back' });
  const { draft } = open;
  await dropOthersInHand(tx, draft, draft.holderId);
  await writeDraft(tx, draftId, { state: 'sent-back' });
  const postOf = hat.staffId === open.actor.id ? null : hat.staffId;
  await recordStep(tx, draft, { what: 'sent-back', rung: draft.rung, why, postOf });
  tx.record(DraftSentBack(draft.requestId, { draftId, holderId: draft.holderId }));
}

/** Only by whoever has it in hand: refuses 'not-allowed' to others. */
export async function takeDraftBack(tx: Tx, { draftId }: { draftId: string }): Promise<void> {
  const { draft, actor } = await openDraft(tx, draftId);
  if (draft.holderId !== actor.id) throw refuse('not-allowed');
  checkStep('take-back', draft);
  await dropOthersInHand(tx, draft, draft.holderId);
  await writeDraft(tx, draftId, { state: 'writing' });
  await recordStep(tx, draft, { what: 'taken-back', rung: draft.rung });
}

/** A colleague who may answer this part mends what its writer cannot. */
export async function takeDraftOver(tx: Tx, { draftId }: { draftId: string }): Promise<void> {
  const { draft, actor, request, assignment } = await openDraft(tx, draftId);
  whoOf(actor, 'answer', { request, assignments: [assignment] });
  checkStep('take-over', draft);
  if (draft.holderId === actor.id) return;
  await dropOthersInHand(tx, draft, actor.id);
  await writeDraft(tx, draftId, { state: 'sent-back', holderId: actor.id });
  await recordStep(tx, draft, { what: 'taken-over' });
  tx.record(DraftTakenOver(draft.requestId, { draftId, from: draft.holderId, to: actor.id }));
}

export async function dropDraft(tx: Tx, { draftId }: { draftId: string }): Promise<void> {
  const { draft, actor } = await openDraft(tx, draftId);
  if (draft.holderId !== actor.id) throw refuse('not-allowed');
  checkStep('drop', draft);
  await writeDraft(tx, draftId, { state: 'dropped' });
  await recordStep(tx, draft, { what: 'dropped' });
}

/** The part ended in another way: nothing is left to draft. Their words stay where they are. */
export async function overtakeDrafts(
  tx: Tx,
  { only, ...what }: { requestId: string; assignmentId?: string; only?: 'interim-in-hand' },
): Promise<void> {
  const isMeant = (draft: Draft) =>
    only === undefined ||
    (draft.kind === 'interim' &&
      draft.state !== 'submitted' &&
      tx.actor.kind === 'staff' &&
      draft.holderId === tx.actor.id);
  for (const draft of (await openDraftsOf(tx, what)).filter(isMeant)) {
    checkStep('overtake', draft);
    await writeDraft(tx, draft.id, { state: 'dropped' });
    await recordStep(tx, draft, { what: 'dropped' });
  }
}
