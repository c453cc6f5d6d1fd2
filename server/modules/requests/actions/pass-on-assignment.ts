/** Work goes from somebody who leaves or moves to somebody else, or back to the unit or directorate that has it. Nobody need read it for that. */
import type { Tx } from '../../../kernel/db/transaction.ts';
import { refuse } from '../../../kernel/refusals.ts';
import { hatFor, staffById } from '../../staff/door.ts';
import { writeHands } from '../assignment-store.ts';
import { noteCapacity } from '../capacity.ts';
import { AssignmentHanded } from '../facts.ts';
import { personWithin } from '../kept-to.ts';
import { openCaseOfAssignment } from '../open-case.ts';
import type { Assignment } from '../request.ts';
import { appendHistory } from '../history-store.ts';
import { checkHands } from './work-on-assignment.ts';

export interface PassOn {
  assignmentId: string;
  /** In whose hands it was when the hand-over was planned; null: in nobody's, when one is undone. */
  from: string | null;
  /** Null: nobody in particular. */
  to: string | null;
  why: string;
}

/**
 * Gives the request's id; null: it ended, or went on to somebody else meanwhile, and there is nothing to hand over any more. Refuses 'not-allowed', 'input-invalid' for
 * somebody who is not of that directorate or works here no more, 'kept-from-them'.
 */
export async function passOnAssignment(tx: Tx, { assignmentId, from, to, why }: PassOn): Promise<string | null> {
  const { request, assignment } = await openCaseOfAssignment(tx, assignmentId);
  checkRight(tx, { from, part: assignment });
  if (assignment.endedAt !== null || assignment.assigneeId !== from) return null;
  const { directorateCode: directorate } = assignment;
  const unit = await unitWith(tx, assignment, to);
  await checkHands(tx, directorate, { unit, assigneeId: to });
  const taker = to === null ? undefined : await staffById(tx.db, to);
  if (taker !== undefined && !personWithin(request, { directorate, unit: taker.unit })) throw refuse('kept-from-them');
  await writeHands(tx, assignmentId, { unit, assigneeId: to });
  await appendHistory(tx, request.id, {
    what: 'handed-over',
    assignmentId,
    fromValue: from,
    toValue: to ?? unit ?? directorate,
    why,
    data: { directorate, unit, assigneeId: to, from },
  });
  tx.record(AssignmentHanded(request.id, { assignmentId, assigneeId: to }));
  return request.id;
}

/** The right is over the colleague whose work it is, so a restricted request asks for no more than any other: it is moved, not read. */
function checkRight({ actor }: Tx, { from, part }: { from: string | null; part: Assignment }): void {
  if (actor.kind === 'system') return;
  const { directorateCode, unitCode, requestId } = part;
  const thing = {
    people: from === null ? [] : [from],
    directorates: [directorateCode],
    units: unitCode === null ? [] : [unitCode],
  };
  const hat = actor.kind === 'staff' ? hatFor(actor, 'hand-over', thing) : undefined;
  if (hat === undefined) throw refuse('not-allowed');
  noteCapacity(actor, requestId, hat);
}

/** It stays with its unit, unless whoever takes it is of another one. */
async function unitWith(tx: Tx, { unitCode }: Assignment, to: string | null): Promise<string | null> {
  if (to === null || unitCode === null) return unitCode;
  const taker = await staffById(tx.db, to);
  return taker?.unit === unitCode ? unitCode : null;
}
