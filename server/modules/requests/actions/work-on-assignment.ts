import type { Tx } from '../../../kernel/db/transaction.ts';
import { refuse } from '../../../kernel/refusals.ts';
import { staffById, unitByCode } from '../../staff/door.ts';
import { writeAssignment, writeHands } from '../assignment-store.ts';
import { AssignmentHanded, AssignmentReturned, WorkBegun } from '../facts.ts';
import { isSecondReturn } from '../goes-round.ts';
import { handsWithin, personWithin } from '../kept-to.ts';
import { ASSIGNMENT_STEPS, REQUEST_STEPS, take } from '../lifecycle.ts';
import type { OpenCase } from '../open-case.ts';
import { openCaseOfAssignment, staffId, whoOf } from '../open-case.ts';
import type { Assignment, ServiceRequest } from '../request.ts';
import { appendHistory } from '../history-store.ts';
import { writeState } from '../store.ts';
import { sendToReview } from './assign-request.ts';

export interface WorkStep {
  assignmentId: string;
  step: 'accept' | 'work' | 'go-on-site';
  seen?: number | undefined;
}

/** The directorate takes its part and works on it. The first such step ends the first-response clock. */
export async function workOnAssignment(tx: Tx, { assignmentId, step, seen }: WorkStep): Promise<void> {
  const open = await openCaseOfAssignment(tx, assignmentId, seen);
  const { request, assignment } = open;
  const who = whoOf(tx.actor, RIGHT_FOR[step], { request, assignments: [assignment] });
  const state = take(ASSIGNMENT_STEPS, step, { state: assignment.state, who });
  await writeAssignment(tx, assignmentId, { state, assigneeId: staffId(tx.actor), ended: false });
  await beginIfWaiting(tx, open, assignment);
  await appendHistory(tx, request.id, {
    what: HISTORY_WORD[step],
    assignmentId,
    fromValue: assignment.state,
    toValue: state,
    data: { directorate: assignment.directorateCode },
  });
}

const RIGHT_FOR = { accept: 'accept', work: 'work', 'go-on-site': 'work' } as const;
const HISTORY_WORD = { accept: 'accepted', work: 'work-begun', 'go-on-site': 'on-site' } as const;

/** The request itself moves to "in progress" with the first directorate that takes its part. */
export async function beginIfWaiting(tx: Tx, { request }: OpenCase, assignment: Assignment): Promise<void> {
  if (request.state !== 'assigned' && request.state !== 'reopened' && request.state !== 'in-review') return;
  const state = take(REQUEST_STEPS, 'begin', { state: request.state, who: 'directorate' });
  await writeState(tx, request.id, { state, responds: true });
  tx.record(WorkBegun(request.id, { assignmentId: assignment.id }));
}

/** The directorate says it is not its own, and why. When nobody else has it, or it goes round, the solution centre must look. */
export async function returnAssignment(
  tx: Tx,
  { assignmentId, reason, seen }: { assignmentId: string; reason: string; seen?: number | undefined },
): Promise<void> {
  const { request, assignments, assignment } = await openCaseOfAssignment(tx, assignmentId, seen);
  const who = whoOf(tx.actor, 'return', { request, assignments: [assignment] });
  const state = take(ASSIGNMENT_STEPS, 'return', { state: assignment.state, who, reason });
  await writeAssignment(tx, assignmentId, { state, ended: true });
  await appendHistory(tx, request.id, {
    what: 'returned',
    assignmentId,
    fromValue: assignment.state,
    toValue: state,
    why: reason,
    data: { directorate: assignment.directorateCode },
  });
  tx.record(AssignmentReturned(request.id, { assignmentId, directorate: assignment.directorateCode }));
  const others = assignments.filter((each) => each.id !== assignmentId);
  const goesRound = isSecondReturn(others);
  // Parts already answered keep nobody at it.
  if (!goesRound && others.some((each) => each.endedAt === null)) return;
  await sendToReview(tx, { requestId: request.id, why: reason, triage: goesRound ? 'ping-pong' : 'returned' });
}

/** The part is no longer anybody's: the topic was wrong, and nobody had begun. A rule does this, never a person. */
export async function dropAssignment(
  tx: Tx,
  { assignmentId, why }: { assignmentId: string; why: string },
): Promise<void> {
  const { request, assignment } = await openCaseOfAssignment(tx, assignmentId);
  const state = take(ASSIGNMENT_STEPS, 'cancel', { state: assignment.state, who: 'system', reason: why });
  await writeAssignment(tx, assignmentId, { state, ended: true });
  await appendHistory(tx, request.id, {
    what: 'assignment-dropped',
    assignmentId,
    fromValue: assignment.state,
    toValue: state,
    why,
    data: { directorate: assignment.directorateCode },
  });
}

export interface HandAssignment {
  assignmentId: string;
  /** Null: the directorate as a whole. */
  unit: string | null;
  /** Null: nobody in particular. */
  assigneeId: string | null;
  why?: string | undefined;
  /** What the history keeps beside it: the rule that decided. */
  data?: Record<string, unknown> | undefined;
  seen?: number | undefined;
}

/**
 * Hands the part to a unit or a person of the directorate that has it; an internal act, undone by handing it on.
 * Refuses 'kept-from-them' where a restricted request is kept from them, 'input-invalid' for a unit or a person who is not of that directorate or works here no more, 'step-not-allowed' once it has ended.
 */
export async function handAssignment(tx: Tx, input: HandAssignment): Promise<void> {
  const { request, assignment } = await openCaseOfAssignment(tx, input.assignmentId, input.seen);
  whoOf(tx.actor, 'hand-to-person', { request, assignments: [assignment] });
  if (assignment.endedAt !== null) throw refuse('step-not-allowed', { step: 'hand', state: assignment.state });
  const { directorateCode } = assignment;
  await checkHands(tx, directorateCode, input);
  if (await isKeptFrom(tx, request, { ...input, directorate: directorateCode })) {
    if (tx.actor.kind === 'staff') throw refuse('kept-from-them');
    // A rule that names somebody who may not see it: the part stays with the directorate.
    return;
  }
  await writeHands(tx, assignment.id, input);
  await appendHistory(tx, request.id, {
    what: 'handed',
    assignmentId: assignment.id,
    fromValue: assignment.assigneeId ?? assignment.unitCode,
    toValue: input.assigneeId ?? input.unit,
    why: input.why,
    data: { directorate: directorateCode, unit: input.unit, assigneeId: input.assigneeId, ...input.data },
  });
  tx.record(AssignmentHanded(request.id, { assignmentId: assignment.id, assigneeId: input.assigneeId }));
}

/** Whether a restricted request is kept from the unit or the person. */
async function isKeptFrom(
  tx: Tx,
  request: ServiceRequest,
  { directorate, unit, assigneeId }: { directorate: string; unit: string | null; assigneeId: string | null },
): Promise<boolean> {
  if (unit !== null && handsWithin(request, { directorate, unit }) === null) return true;
  const person = assigneeId === null ? undefined : await staffById(tx.db, assigneeId);
  return person !== undefined && !personWithin(request, { directorate, unit: person.unit });
}

/** Refuses 'input-invalid' for a unit or a person that is not of this directorate, or is no longer there. */
export async function checkHands(
  tx: Tx,
  directorate: string,
  { unit, assigneeId }: Pick<HandAssignment, 'unit' | 'assigneeId'>,
): Promise<void> {
  if (unit !== null) {
    const found = await unitByCode(tx.db, unit);
    if (!found?.active || found.directorate !== directorate) throw refuse('input-invalid', { field: 'unit' });
  }
  if (assigneeId === null) return;
  const person = await staffById(tx.db, assigneeId);
  if (!person?.active || person.directorate !== directorate) throw refuse('input-invalid', { field: 'person' });
}
