/** A draft goes from the hands of somebody who leaves into those of somebody who may answer the part. Its author stays its author. */
import type { Tx } from '../../../kernel/db/transaction.ts';
import { refuse } from '../../../kernel/refusals.ts';
import { mayOn, openCaseOfAssignment } from '../../requests/door.ts';
import { may, staffActorById } from '../../staff/door.ts';
import { dropOthersInHand, draftById, lockDraft, writeDraft } from '../draft-store.ts';
import { DraftTakenOver } from '../facts.ts';
import { recordStep } from '../open-draft.ts';

interface PassOn {
  draftId: string;
  from: string;
  to: string;
  why: string;
}

/**
 * False: it has left, was dropped, or went on to somebody else meanwhile. What the taker had begun for the same part gives way: what was handed
 * over is further on as a rule, and may wait for approval already. Refuses 'not-allowed', and 'input-invalid' for somebody who may not answer here.
 */
export async function passOnDraft(tx: Tx, { draftId, from, to, why }: PassOn): Promise<boolean> {
  const found = await draftById(tx.db, draftId);
  if (found === undefined) throw refuse('not-found');
  const { request, assignment } = await openCaseOfAssignment(tx, found.assignmentId);
  const draft = await lockDraft(tx, draftId);
  if (!may(tx.actor, 'hand-over', { people: [from], directorates: [draft.directorateCode] }))
    throw refuse('not-allowed');
  const isOpen = draft.state === 'writing' || draft.state === 'submitted' || draft.state === 'sent-back';
  if (!isOpen || draft.holderId !== from) return false;
  const taker = await staffActorById({ db: tx.db, clock: tx.house.clock }, to);
  if (taker === null || !mayOn(taker, 'answer', { request, assignments: [assignment] }))
    throw refuse('input-invalid', { field: 'people' });
  if (draft.state !== 'submitted') await dropOthersInHand(tx, draft, to);
  await writeDraft(tx, draftId, { state: draft.state, rung: draft.rung, holderId: to });
  await recordStep(tx, draft, { what: 'taken-over', rung: draft.rung, why });
  tx.record(DraftTakenOver(draft.requestId, { draftId, from, to }));
  return true;
}
