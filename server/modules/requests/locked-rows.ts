/**
 * The cases a transaction has locked, as they stand in it. Nobody else can change a locked row, so what was read or written once need not be
 * asked of the database again: an action and the reactions to its facts would otherwise read the same case six times. Only rows that this
 * transaction has locked (or inserted) may be put here; a row read without a lock may be old the next moment.
 */
import type { Db } from '../../kernel/db/database.ts';
import type { Assignment, ServiceRequest } from './request.ts';

interface LockedCase {
  request: ServiceRequest;
  /** Left out until they have been read; the lock of the case is theirs too. */
  assignments?: Assignment[];
  /** True: the transaction has changed it and will write it at its end. */
  isChanged?: boolean;
}

/** By the transaction's own connection object, which nobody else has and which is gone with it. */
const kept = new WeakMap<Db, Map<string, LockedCase>>();

export function lockedRequest(db: Db, id: string): ServiceRequest | undefined {
  return kept.get(db)?.get(id)?.request;
}

/** A part of a locked case, if its parts have been read. */
export function lockedAssignment(db: Db, id: string): Assignment | undefined {
  for (const { assignments } of kept.get(db)?.values() ?? []) {
    const found = assignments?.find((part) => part.id === id);
    if (found) return found;
  }
  return undefined;
}

export function keepRequest(db: Db, request: ServiceRequest): void {
  const cases = kept.get(db) ?? new Map<string, LockedCase>();
  kept.set(db, cases);
  cases.set(request.id, { ...cases.get(request.id), request });
}

/** True the first time: somebody must see to it that the change is written. */
export function markChanged(db: Db, id: string): boolean {
  const found = kept.get(db)?.get(id);
  if (!found || found.isChanged) return false;
  found.isChanged = true;
  return true;
}

const touched = new WeakMap<Db, Set<string>>();

/** True the first time this transaction writes anything to the case. */
export function markTouched(db: Db, id: string): boolean {
  const cases = touched.get(db) ?? new Set();
  touched.set(db, cases);
  return cases.size < cases.add(id).size;
}

/** Undefined: the case is not locked here, or its assignments have not been read. */
export function lockedAssignments(db: Db, requestId: string): Assignment[] | undefined {
  return kept.get(db)?.get(requestId)?.assignments;
}

/** Keeps them if the case is locked here; otherwise they may change and are not kept. */
export function keepAssignments(db: Db, requestId: string, assignments: Assignment[]): void {
  const found = kept.get(db)?.get(requestId);
  if (found) found.assignments = assignments;
}

/** Puts rows just written in the place of what was kept of them. */
export function keepWritten(db: Db, rows: readonly Assignment[]): void {
  for (const row of rows) {
    const known = lockedAssignments(db, row.requestId);
    if (known === undefined) continue;
    const others = known.filter((each) => each.id !== row.id);
    keepAssignments(db, row.requestId, [...others, row].sort(inOrder));
  }
}

/** As the database sorts them: `order by assigned_at, id`. */
function inOrder(left: Assignment, right: Assignment): number {
  return left.assignedAt.getTime() - right.assignedAt.getTime() || (left.id < right.id ? -1 : 1);
}

export function sameInstant(left: Date | null, right: Date | null): boolean {
  return left?.getTime() === right?.getTime();
}
