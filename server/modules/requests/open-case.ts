/** How an action gets hold of a case: locked, still as the person saw it, and with the right to take the step. */
import type { Right } from '../../../contract/rights.ts';
import type { Actor } from '../../kernel/actor.ts';
import type { Tx } from '../../kernel/db/transaction.ts';
import { refuse } from '../../kernel/refusals.ts';
import type { Thing } from '../staff/door.ts';
import { hatFor } from '../staff/door.ts';
import { assignmentsOf } from './assignment-store.ts';
import { noteCapacity } from './capacity.ts';
import type { Who } from './lifecycle.ts';
import type { Assignment, HistoryEntry, ServiceRequest } from './request.ts';
import { historyOf } from './history-store.ts';
import { lockRequestOfAssignment, lockRequestRow } from './store.ts';

export interface OpenCase {
  request: ServiceRequest;
  assignments: Assignment[];
}

/**
 * Locks the case. `seen` is the id of the last history entry the person had on the screen; if others have changed the case since,
 * refuses 'changed-meanwhile' with what they did, so that the screen can say it in words and keep what was typed.
 */
export async function openCase(tx: Tx, requestId: string, seen?: number): Promise<OpenCase> {
  const request = await lockRequestRow(tx, requestId);
  if (!request) throw refuse('not-found');
  if (seen !== undefined) await refuseIfChanged(tx, requestId, seen);
  return { request, assignments: await assignmentsOf(tx.db, requestId) };
}

export async function openCaseOfAssignment(
  tx: Tx,
  assignmentId: string,
  seen?: number,
): Promise<OpenCase & { assignment: Assignment }> {
  const request = await lockRequestOfAssignment(tx, assignmentId);
  if (!request) throw refuse('not-found');
  const open = await openCase(tx, request.id, seen);
  const assignment = open.assignments.find((each) => each.id === assignmentId);
  if (!assignment) throw refuse('not-found');
  return { ...open, assignment };
}

/** A look at a phone number changes nothing that a decision rests on. */
export const CHANGES_NOTHING: ReadonlySet<string> = new Set([
  'personal-data-revealed',
  'photo-added',
  'photo-shown',
  'photo-hidden',
  'note-added',
  'note-taken-back',
  'joined-by',
  'left-by',
  'member-wrote',
  'escalated',
  'snoozed',
  'finding-dismissed',
  'citizen-reminded',
]);

async function refuseIfChanged(tx: Tx, requestId: string, seen: number): Promise<void> {
  const own = tx.actor.kind === 'staff' ? tx.actor.id : null;
  const since = (await historyOf(tx.db, requestId)).filter(
    (entry) => entry.id > seen && !CHANGES_NOTHING.has(entry.what) && entry.actorId !== own,
  );
  if (since.length > 0) throw refuse('changed-meanwhile', { changes: since.map(changeInBrief) });
}

function changeInBrief(entry: HistoryEntry): Record<string, unknown> {
  return {
    id: entry.id,
    at: entry.at,
    what: entry.what,
    to: entry.toValue,
    actorKind: entry.actorKind,
    actorId: entry.actorId,
  };
}

/**
 * As whom the actor acts here: the citizen, the system, the supervisor, or somebody of a directorate that has one of these parts. Asked again
 * inside every action, because a right may have gone since the screen was drawn. Refuses 'not-allowed' for everybody else. Whether
 * the step itself is allowed is the lifecycle table's business.
 */
export function whoOf(actor: Actor, right: Right, { request, assignments }: OpenCase): Who {
  if (actor.kind !== 'staff') return actor.kind;
  const hat = hatFor(actor, right, thingOf(request, assignments));
  if (hat === undefined) throw refuse('not-allowed');
  noteCapacity(actor, request.id, hat);
  return hat.base === 'supervisor' ? 'supervisor' : 'directorate';
}

/** What the permission table is asked about: whose the parts are, and to whom a restricted request is kept. */
export function thingOf(request: ServiceRequest, assignments: readonly Assignment[]): Thing {
  const parts = assignments.filter((part) => isTheirs(request, part));
  return {
    directorates: parts.map(({ directorateCode }) => directorateCode),
    units: parts.flatMap(({ unitCode }) => unitCode ?? []),
    people: parts.flatMap(({ assigneeId }) => assigneeId ?? []),
    restricted: request.restricted,
    restrictedTo: request.restrictedTo,
  };
}

/** Whether the part is, or was to its end, the directorate's that has it: what was sent back is not. */
export function isTheirs(request: Pick<ServiceRequest, 'state'>, { state }: Pick<Assignment, 'state'>): boolean {
  return state !== 'returned' && (isEndedFromOutside(request) || state !== 'cancelled');
}

/** Withdrawn or cancelled, a case stays readable to those who had a part; what was sent back does not. */
function isEndedFromOutside({ state }: Pick<ServiceRequest, 'state'>): boolean {
  return state === 'withdrawn' || state === 'cancelled';
}

/** The directorates that have, or had, a part and did not send it back. */
export function directoratesOf(assignments: readonly Assignment[]): string[] {
  return assignments
    .filter((each) => each.state !== 'returned' && each.state !== 'cancelled')
    .map((each) => each.directorateCode);
}

export function staffId(actor: Actor): string | null {
  return actor.kind === 'staff' ? actor.id : null;
}
