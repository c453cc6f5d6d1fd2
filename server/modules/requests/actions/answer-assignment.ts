import type { Tx } from '../../../kernel/db/transaction.ts';
import { newId } from '../../../kernel/ids.ts';
import { refuse } from '../../../kernel/refusals.ts';
import type { CheckedAnswer } from '../answer-words.ts';
import { checkAnswer } from '../answer-words.ts';
import { requireApproval } from '../approval.ts';
import { writeAssignment } from '../assignment-store.ts';
import { AssignmentAnswered, InterimAnswerGiven, RequestConcluded } from '../facts.ts';
import { ASSIGNMENT_STEPS, REQUEST_STEPS, take } from '../lifecycle.ts';
import { openCaseOfAssignment, staffId, whoOf } from '../open-case.ts';
import type { AssignmentOutcome } from '../outcomes.ts';
import { outcomeOfTheWhole } from '../outcomes.ts';
import type { Assignment, ServiceRequest } from '../request.ts';
import { appendHistory } from '../history-store.ts';
import { writeState } from '../store.ts';
import { insertAnswer } from '../words-store.ts';
import { beginIfWaiting } from './work-on-assignment.ts';

export interface AnswerAssignment {
  assignmentId: string;
  outcome: AssignmentOutcome;
  text: string;
  /** Name of the body it was sent to; needed with the outcome 'forwarded' (3071 m.5: the citizen is told where). */
  forwardedTo?: string | undefined;
  /** Who wrote it, where another approved it; left out: whoever acts. */
  authorId?: string | undefined;
  /** Codes of grounds.ts; needed where the law lets us give less than was asked only on one of them. */
  grounds?: readonly string[] | undefined;
  /** As AnswerWords.despite. */
  despite?: string | null | undefined;
  seen?: number | undefined;
}

/**
 * The directorate finishes its part. When no other part is open, the request concludes with it, and the citizen is told once.
 * Refuses 'approval-needed' to somebody who may only draft such an answer; 'answer-missing' without a text or, for a forwarded one, without the body's name;
 * 'ground-missing' where the law wants a ground; 'input-invalid' for an outcome such a request cannot have.
 */
export async function answerAssignment(
  tx: Tx,
  input: AnswerAssignment,
): Promise<{ concluded: boolean; answerId: string }> {
  const open = await openCaseOfAssignment(tx, input.assignmentId, input.seen);
  const { request, assignment } = open;
  const who = whoOf(tx.actor, 'answer', { request, assignments: [assignment] });
  const state = take(ASSIGNMENT_STEPS, 'answer', { state: assignment.state, who });
  await requireApproval(tx, { request, assignment, outcome: input.outcome });
  const { answerId, overruled } = await writeAnswer(tx, { request, assignment, input });
  await writeAssignment(tx, assignment.id, {
    state,
    outcome: input.outcome,
    assigneeId: input.authorId ?? staffId(tx.actor),
    ended: true,
  });
  await appendHistory(tx, request.id, {
    what: 'answered',
    assignmentId: assignment.id,
    fromValue: assignment.state,
    toValue: input.outcome,
    data: { directorate: assignment.directorateCode, answerId, ...(overruled && { overruled }) },
  });
  tx.record(
    AssignmentAnswered(request.id, {
      assignmentId: assignment.id,
      directorate: assignment.directorateCode,
      outcome: input.outcome,
    }),
  );
  const others = open.assignments.filter((each) => each.id !== assignment.id);
  if (others.some((each) => each.endedAt === null)) {
    await beginIfWaiting(tx, open, assignment);
    return { concluded: false, answerId };
  }
  await conclude(tx, request, { parts: [...others, { ...assignment, outcome: input.outcome }], answerId });
  return { concluded: true, answerId };
}

async function writeAnswer(
  tx: Tx,
  { request, assignment, input }: { request: ServiceRequest; assignment: Assignment; input: AnswerAssignment },
): Promise<{ answerId: string } & Pick<CheckedAnswer, 'overruled'>> {
  const checked = await checkAnswer(tx.db, { ...input, request, assignment, kind: 'final' });
  const { text, forwardedTo, grounds, overruled } = checked;
  const answerId = newId(tx.now);
  await insertAnswer(tx, {
    id: answerId,
    requestId: request.id,
    assignmentId: assignment.id,
    kind: 'final',
    text,
    outcome: input.outcome,
    forwardedTo,
    grounds,
    authorId: input.authorId ?? staffId(tx.actor),
  });
  return { answerId, overruled };
}

async function conclude(
  tx: Tx,
  request: ServiceRequest,
  { parts, answerId }: { parts: Assignment[]; answerId: string },
): Promise<void> {
  const outcomes = parts.flatMap((part) => (part.outcome === null ? [] : [part.outcome]));
  const outcome = outcomeOfTheWhole(outcomes, request.kind);
  const state = take(REQUEST_STEPS, 'conclude', { state: request.state, who: 'system' });
  await writeState(tx, request.id, { state, outcome, concludedAt: tx.now, responds: true });
  await appendHistory(tx, request.id, {
    what: 'concluded',
    fromValue: request.state,
    toValue: state,
    data: { outcome },
  });
  tx.record(RequestConcluded(request.id, { outcome, answerId }));
}

export interface GiveInterimAnswer {
  assignmentId: string;
  text: string;
  /** Who wrote it, where another approved it; left out: whoever acts. */
  authorId?: string | undefined;
  /** As AnswerWords.despite. */
  despite?: string | null | undefined;
  seen?: number | undefined;
}

/**
 * An answer on the stage reached (3071 m.7): it goes to the citizen, ends no statutory clock and concludes nothing.
 * Refuses as the final one does.
 */
export async function giveInterimAnswer(tx: Tx, input: GiveInterimAnswer): Promise<{ answerId: string }> {
  const open = await openCaseOfAssignment(tx, input.assignmentId, input.seen);
  const { request, assignment } = open;
  whoOf(tx.actor, 'answer', { request, assignments: [assignment] });
  if (assignment.endedAt !== null)
    throw refuse('step-not-allowed', { step: 'interim-answer', state: assignment.state });
  await requireApproval(tx, { request, assignment, outcome: null });
  const { text, overruled } = await checkAnswer(tx.db, {
    ...input,
    request,
    assignment,
    kind: 'interim',
    outcome: null,
  });
  const id = newId(tx.now);
  await insertAnswer(tx, {
    id,
    requestId: request.id,
    assignmentId: assignment.id,
    kind: 'interim',
    text,
    outcome: null,
    forwardedTo: null,
    grounds: [],
    authorId: input.authorId ?? staffId(tx.actor),
  });
  await beginIfWaiting(tx, open, assignment);
  await appendHistory(tx, request.id, {
    what: 'interim-answer',
    assignmentId: assignment.id,
    data: { directorate: assignment.directorateCode, answerId: id, ...(overruled && { overruled }) },
  });
  tx.record(InterimAnswerGiven(request.id, { answerId: id, assignmentId: assignment.id }));
  return { answerId: id };
}
