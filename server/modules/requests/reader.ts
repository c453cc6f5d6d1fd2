/** What a member of staff may see of requests: one rule for the page, the lists, the counts, the search and the live stream. */
import type { Right, Scope } from '../../../contract/rights.ts';
import type { StaffActor } from '../../kernel/actor.ts';
import type { Db } from '../../kernel/db/database.ts';
import type { Tx } from '../../kernel/db/transaction.ts';
import { refuse } from '../../kernel/refusals.ts';
import { hatFor, may } from '../staff/door.ts';
import { assignmentById, assignmentsOf } from './assignment-store.ts';
import { noteCapacity } from './capacity.ts';
import { thingOf } from './open-case.ts';
import type { Assignment, ServiceRequest } from './request.ts';
import { lockRequestOfAssignment, lockRequestRow, requestById } from './store.ts';

export interface ReadableCase {
  request: ServiceRequest;
  assignments: Assignment[];
}

/** Refuses 'not-found' also for a request that is there and not this person's: its existence is not theirs to learn. */
export async function readableCase(db: Db, actor: StaffActor, id: string): Promise<ReadableCase> {
  const request = await requestById(db, id);
  if (!request) throw refuse('not-found');
  const found = { request, assignments: await assignmentsOf(db, id) };
  if (!mayOn(actor, 'request-read', found)) throw refuse('not-found');
  return found;
}

export async function readableCaseOfAssignment(db: Db, actor: StaffActor, assignmentId: string): Promise<ReadableCase> {
  const assignment = await assignmentById(db, assignmentId);
  if (!assignment) throw refuse('not-found');
  return readableCase(db, actor, assignment.requestId);
}

/** What an address names: a request, or one of its parts. */
export type Target = 'requests' | 'assignments';

/** The same case, locked for what is about to be done to it. */
export async function lockedForAct(
  tx: Tx,
  actor: StaffActor,
  { of, id }: { of: Target; id: string },
): Promise<ReadableCase> {
  const request = of === 'requests' ? await lockRequestRow(tx, id) : await lockRequestOfAssignment(tx, id);
  if (!request) throw refuse('not-found');
  return readableCase(tx.db, actor, request.id);
}

export function mayOn(actor: StaffActor, right: Right, { request, assignments }: ReadableCase): boolean {
  return may(actor, right, thingOf(request, assignments));
}

/** Refuses 'not-allowed': the case may be read, this may not be done. */
export function requireOn(actor: StaffActor, right: Right, found: ReadableCase): void {
  const hat = hatFor(actor, right, thingOf(found.request, found.assignments));
  if (hat === undefined) throw refuse('not-allowed');
  noteCapacity(actor, found.request.id, hat);
}

/** What one of a person's hats lets them see in lists. */
export interface Sight {
  ordinary: Scope;
  restricted: Scope;
  directorates: readonly string[];
  unit: string | null;
  staffId: string;
}

/**
 * The rights part of every list, count, search, export and map: what no filter can widen. Refuses 'not-allowed' for those who see nothing.
 * @param right 'request-list' for lists; another to narrow them to what may also be acted on.
 */
export function listRights(actor: StaffActor, right: Right = 'request-list'): { sights: Sight[] } {
  const sights = sightsOf(actor, right);
  if (sights.length === 0) throw refuse('not-allowed');
  return { sights };
}

/** The same, empty for those who see nothing. */
export function sightsOf({ hats }: StaffActor, right: Right): Sight[] {
  return hats
    .map(({ rights, directorates, unit, staffId }) => ({ ...rights[right], directorates, unit, staffId }))
    .filter(({ ordinary, restricted }) => ordinary !== 'none' || restricted !== 'none');
}

/** Whether these sights hold every restricted request. */
export function seesAllRestricted(sights: readonly Sight[]): boolean {
  return sights.some(({ restricted }) => restricted === 'all');
}
