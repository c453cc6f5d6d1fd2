/** What a member of staff may see of requests: one rule for the page, the lists, the counts, the search and the live stream. */
import type { StaffActor } from '../../kernel/actor.ts';
import type { Db } from '../../kernel/db/database.ts';
import { refuse } from '../../kernel/refusals.ts';
import type { Action } from '../staff/door.ts';
import { may, scopeOf, seesRestricted } from '../staff/door.ts';
import { assignmentById, assignmentsOf } from './assignment-store.ts';
import { directoratesOf } from './open-case.ts';
import type { Assignment, ServiceRequest } from './request.ts';
import { requestById } from './store.ts';
import type { WorkListFilter } from './work-list-store.ts';

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

export function mayOn(actor: StaffActor, action: Action, { request, assignments }: ReadableCase): boolean {
  const directorates =
    request.state === 'cancelled' || request.state === 'withdrawn' ? everOf(assignments) : directoratesOf(assignments);
  return may(actor, action, { directorates, restricted: request.restricted });
}

/** Refuses 'not-allowed': the case may be read, this may not be done. */
export function requireOn(actor: StaffActor, action: Action, found: ReadableCase): void {
  if (!mayOn(actor, action, found)) throw refuse('not-allowed');
}

/** Ended from outside, a case stays readable to those who had a part; what was sent back does not. */
function everOf(assignments: readonly Assignment[]): string[] {
  return assignments.filter(({ state }) => state !== 'returned').map(({ directorateCode }) => directorateCode);
}

/** The rights part of every list: what the reader's filter cannot widen. Refuses 'not-allowed' for those who read no lists. */
export function listRights(actor: StaffActor): Pick<WorkListFilter, 'directorate' | 'withRestricted' | 'restrictedOf'> {
  const scope = scopeOf(actor, 'request-list');
  if (scope === 'none' || (scope === 'own-directorate' && actor.directorate === null)) throw refuse('not-allowed');
  return {
    withRestricted: seesRestricted(actor),
    restrictedOf: actor.directorate ?? undefined,
    ...(scope === 'own-directorate' && { directorate: actor.directorate! }),
  };
}
