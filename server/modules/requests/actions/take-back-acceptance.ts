/**
 * Accepting so that it can be undone, and undoing it. The part lies where it lay before; the history keeps both. What the acceptance meant goes
 * with it: nobody has begun, and the first response is owed again, unless somebody else gave one since.
 */
import type { Tx } from '../../../kernel/db/transaction.ts';
import { refuse } from '../../../kernel/refusals.ts';
import { writeUnaccepted } from '../assignment-store.ts';
import { AcceptanceTakenBack } from '../facts.ts';
import type { RequestState, Who } from '../lifecycle.ts';
import { ASSIGNMENT_STEPS, REQUEST_STEPS, take } from '../lifecycle.ts';
import { firstResponseSince } from '../first-response.ts';
import { CHANGES_NOTHING, openCaseOfAssignment, whoOf } from '../open-case.ts';
import type { Assignment, HistoryEntry, ServiceRequest } from '../request.ts';
import { appendHistory, historyOf } from '../history-store.ts';
import { writeFirstResponse, writeState } from '../store.ts';
import { answersOf } from '../words-store.ts';
import { workOnAssignment } from './work-on-assignment.ts';

/** What undoing an acceptance must know. */
export interface Acceptance {
  assignmentId: string;
  /** ISO 8601; tells it from another acceptance of the same part. */
  acceptedAt: string;
  before: { state: RequestState; assigneeId: string | null };
}

/** As workOnAssignment; gives what undoing it must know. */
export async function acceptAssignment(tx: Tx, assignmentId: string): Promise<Acceptance> {
  const { request, assignment } = await openCaseOfAssignment(tx, assignmentId);
  await workOnAssignment(tx, { assignmentId, step: 'accept' });
  const before = { state: request.state, assigneeId: assignment.assigneeId };
  return { assignmentId, acceptedAt: tx.now.toISOString(), before };
}

/** Refuses 'moved-on' once anything was done on the part or the whole request since. */
export async function takeBackAcceptance(tx: Tx, given: Acceptance & { why: string }): Promise<void> {
  const { assignmentId, acceptedAt, why } = given;
  const { request, assignments, assignment } = await openCaseOfAssignment(tx, assignmentId);
  const who = whoOf(tx.actor, 'accept', { request, assignments: [assignment] });
  const since = linesSince(await historyOf(tx.db, request.id), given);
  if (since === null || since.some((line) => movesOn(line, assignmentId))) throw refuse('moved-on');
  const state = take(ASSIGNMENT_STEPS, 'unaccept', { state: assignment.state, who, reason: why });
  await writeUnaccepted(tx, assignmentId, { state, assigneeId: given.before.assigneeId });
  const others = assignments.filter(({ id }) => id !== assignmentId);
  const responded = firstResponseSince(new Date(acceptedAt), others, await answersOf(tx.db, request.id));
  if (request.firstResponseAt?.toISOString() === acceptedAt) await writeFirstResponse(tx, request.id, responded);
  const waitsAgain = responded === null && (await waitAgain(tx, request, { who, since, given }));
  await appendHistory(tx, request.id, {
    what: 'acceptance-taken-back',
    assignmentId,
    fromValue: assignment.state,
    toValue: state,
    why,
    data: { directorate: assignment.directorateCode, waitsAgain },
  });
  const respondedAt = responded?.toISOString() ?? null;
  tx.record(AcceptanceTakenBack(request.id, { assignmentId, acceptedAt, respondedAt }));
}

/** What the history says after that acceptance; null: it is another one by now, or none. */
function linesSince(history: readonly HistoryEntry[], { assignmentId, acceptedAt }: Acceptance): HistoryEntry[] | null {
  const place = history.findLastIndex((line) => line.what === 'accepted' && line.assignmentId === assignmentId);
  return history[place]?.at.toISOString() === acceptedAt ? history.slice(place + 1) : null;
}

/** What stands beside the work and takes it no further. */
const BESIDE_THE_WORK = new Set([
  ...CHANGES_NOTHING,
  'citizen-wrote',
  'announced',
  'linked',
  'unlinked',
  'clocks-moved',
]);

/** What other directorates do with parts of their own is no business of this one. */
function movesOn({ what, assignmentId }: HistoryEntry, own: Assignment['id']): boolean {
  return (assignmentId === null || assignmentId === own) && !BESIDE_THE_WORK.has(what);
}

/** The request itself waits as it did, where this acceptance had begun it. True: it does. */
async function waitAgain(
  tx: Tx,
  request: ServiceRequest,
  { who, since, given }: { who: Who; since: readonly HistoryEntry[]; given: Acceptance & { why: string } },
): Promise<boolean> {
  if (request.state !== 'in-progress' || !REQUEST_STEPS.begin.from.includes(given.before.state)) return false;
  // Given to another meanwhile: without the acceptance it would stand as that left it.
  const before = since.some(({ what }) => what === 'assigned') ? 'assigned' : given.before.state;
  const state = take(REQUEST_STEPS, 'unbegin', { state: request.state, who, reason: given.why, before });
  await writeState(tx, request.id, { state });
  return true;
}
