import type { Tx } from '../../../kernel/db/transaction.ts';
import { newId } from '../../../kernel/ids.ts';
import { refuse } from '../../../kernel/refusals.ts';
import { assignmentById, requestById, whoOf } from '../../requests/door.ts';
import type { AnswerKind, DraftBody } from '../draft.ts';
import { draftsOf, keepBody } from '../draft-store.ts';

export interface KeepDraft {
  assignmentId: string;
  kind: AnswerKind;
  body: DraftBody;
}

/**
 * Keeps what is being typed, so that a broken machine loses nothing. Seen by nobody else; changes nothing of the case.
 * Refuses 'step-not-allowed' once the part has ended or while the person's own draft of it waits for approval.
 */
export async function keepDraft(tx: Tx, { assignmentId, kind, body }: KeepDraft): Promise<{ id: string }> {
  const assignment = await assignmentById(tx.db, assignmentId);
  const request = assignment && (await requestById(tx.db, assignment.requestId));
  if (!assignment || !request || tx.actor.kind !== 'staff') throw refuse('not-found');
  whoOf(tx.actor, 'answer', { request, assignments: [assignment] });
  if (assignment.endedAt !== null) throw refuse('step-not-allowed', { step: 'draft', state: assignment.state });
  const staffId = tx.actor.id;
  const isWaiting = (await draftsOf(tx.db, request.id)).some(
    (one) =>
      one.assignmentId === assignmentId && one.kind === kind && one.holderId === staffId && one.state === 'submitted',
  );
  if (isWaiting) throw refuse('step-not-allowed', { step: 'draft', state: 'submitted' });
  const { directorateCode } = assignment;
  const id = await keepBody(tx, {
    ...{ assignmentId, directorateCode, kind, staffId, body },
    id: newId(tx.now),
    requestId: request.id,
  });
  return { id };
}
