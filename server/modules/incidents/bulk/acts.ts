/**
 * What can be done to many requests at once, and how each is undone. Each row is acted on as if the person had opened it: what they may not see
 * is not there for them, and rights are asked at that moment. Nothing here reaches a citizen. To be undone is exactly what the act did; a
 * request that has moved on since stays as it is and says so.
 */
import type { BulkAct } from '../../../../contract/bulk.ts';
import type { StaffActor } from '../../../kernel/actor.ts';
import { staffOf } from '../../../kernel/http/route.ts';
import type { Tx } from '../../../kernel/db/transaction.ts';
import { RefusalError, refuse } from '../../../kernel/refusals.ts';
import { keptTo, topicInForce } from '../../catalogue/door.ts';
import type { Acceptance, Assignment, ReadableCase, StandingBefore } from '../../requests/door.ts';
import {
  acceptAssignment,
  addStaffNote,
  assignRequest,
  changeTopic,
  handAssignment,
  mayOn,
  readableCase,
  requireOn,
  takeBackAcceptance,
  takeBackAssignment,
  takeBackStaffNote,
} from '../../requests/door.ts';
import { mergeRequests } from '../actions/merge-requests.ts';
import { releaseFromIncident } from '../actions/release-request.ts';

export type ActNamed<Name extends BulkAct['act']> = Extract<BulkAct, { act: Name }>;

/** What undoing needs to know. */
type Noted = Record<string, unknown>;

export interface BulkKind<Name extends BulkAct['act'] = BulkAct['act']> {
  act: Name;
  run(tx: Tx, given: ActNamed<Name>, found: ReadableCase): Promise<Noted>;
  undo(tx: Tx, noted: Noted, requestId: string): Promise<void>;
}

export const UNDONE = 'Toplu işlem geri alındı.';

const assign: BulkKind<'assign'> = {
  act: 'assign',
  async run(tx, { directorate, why }, found) {
    requireOn(staffOf(tx.actor), 'assign', found);
    const { id: requestId, state, triage } = found.request;
    const assignmentId = await assignRequest(tx, { requestId, directorate, why });
    return { assignmentId, before: { state, triage } satisfies StandingBefore };
  },
  async undo(tx, { assignmentId, before }) {
    // It went to the solution centre instead of going round; that is nobody's mistake to undo.
    if (typeof assignmentId !== 'string') throw refuse('moved-on');
    await takeBackAssignment(tx, { assignmentId, before: before as StandingBefore, why: UNDONE });
  },
};

const accept: BulkKind<'accept'> = {
  act: 'accept',
  async run(tx, _given, found) {
    const mine = ownParts(staffOf(tx.actor), 'accept', found).filter(({ state }) => state === 'offered');
    if (mine.length === 0) throw refuse('step-not-allowed', { step: 'accept', state: found.request.state });
    const accepted: Acceptance[] = [];
    for (const { id } of mine) accepted.push(await acceptAssignment(tx, id));
    return { accepted };
  },
  async undo(tx, { accepted }) {
    // Accepted before undoing was thought of: nobody noted how it stood.
    if (!Array.isArray(accepted)) throw refuse('moved-on');
    const back = await takeBackWhatStands(tx, (accepted as Acceptance[]).toReversed());
    if (back === 0) throw refuse('moved-on');
  },
};

/** Of several parts of one request each is asked by itself. Gives how many were taken back. */
async function takeBackWhatStands(tx: Tx, accepted: readonly Acceptance[]): Promise<number> {
  let back = 0;
  for (const each of accepted) {
    try {
      await takeBackAcceptance(tx, { ...each, why: UNDONE });
      back += 1;
    } catch (error) {
      if (!(error instanceof RefusalError) || error.code !== 'moved-on') throw error;
    }
  }
  return back;
}

const hand: BulkKind<'hand'> = {
  act: 'hand',
  async run(tx, { unit, person, why }, found) {
    const [part] = ownParts(staffOf(tx.actor), 'hand-to-person', found);
    if (!part) throw refuse('step-not-allowed', { step: 'hand', state: found.request.state });
    await handAssignment(tx, { assignmentId: part.id, unit, assigneeId: person, why });
    const { id: assignmentId, unitCode, assigneeId } = part;
    return { assignmentId, before: { unit: unitCode, assigneeId }, after: { unit, assigneeId: person } };
  },
  async undo(tx, noted, requestId) {
    const { assignmentId, before, after } = noted as unknown as Handed;
    const { assignments } = await readableCase(tx.db, staffOf(tx.actor), requestId);
    const now = assignments.find(({ id }) => id === assignmentId);
    if (now?.unitCode !== after.unit || now.assigneeId !== after.assigneeId) throw refuse('moved-on');
    await handAssignment(tx, { assignmentId, ...before, why: UNDONE });
  },
};

interface Hands {
  unit: string | null;
  assigneeId: string | null;
}
interface Handed {
  assignmentId: string;
  before: Hands;
  after: Hands;
}

const note: BulkKind<'note'> = {
  act: 'note',
  async run(tx, { text }, found) {
    requireOn(staffOf(tx.actor), 'note', found);
    return { noteId: await addStaffNote(tx, { requestId: found.request.id, text }) };
  },
  async undo(tx, { noteId }, requestId) {
    if (typeof noteId !== 'string') throw refuse('moved-on');
    await takeBackStaffNote(tx, { requestId, noteId, why: UNDONE });
  },
};

const topic: BulkKind<'topic'> = {
  act: 'topic',
  async run(tx, { topic: code, why }, found) {
    requireOn(staffOf(tx.actor), 'request-correct', found);
    const { topicCode } = found.request;
    await giveTopic(tx, { requestId: found.request.id, code, why });
    return { before: topicCode, after: code };
  },
  async undo(tx, { before, after }, requestId) {
    const { request } = await readableCase(tx.db, staffOf(tx.actor), requestId);
    // It had none: that cannot be said again.
    if (typeof before !== 'string' || request.topicCode !== after) throw refuse('moved-on');
    await giveTopic(tx, { requestId, code: before, why: UNDONE });
  },
};

async function giveTopic(
  tx: Tx,
  { requestId, code, why }: { requestId: string; code: string; why: string },
): Promise<void> {
  const found = await topicInForce(tx.db, code);
  if (!found?.active) throw refuse('input-invalid', { field: 'topic' });
  const { version, restricted } = found;
  const given = { code, version, restricted, restrictedTo: keptTo(found) };
  // Work already given stays where it is: of many at once nobody has seen what another way would change.
  await changeTopic(tx, { requestId, topic: given, reason: why, reroute: false });
}

const merge: BulkKind<'merge'> = {
  act: 'merge',
  async run(tx, { into, why }, { request }) {
    const staff = staffOf(tx.actor);
    for (const id of [into, request.id]) requireOn(staff, 'incident-merge', await readableCase(tx.db, staff, id));
    const { leadId } = await mergeRequests(tx, { into, requests: [request.id], why });
    return { leadId };
  },
  async undo(tx, { leadId }, requestId) {
    const { request } = await readableCase(tx.db, staffOf(tx.actor), requestId);
    if (request.leadId !== leadId) throw refuse('moved-on');
    await releaseFromIncident(tx, { requestId, why: UNDONE });
  },
};

const release: BulkKind<'release'> = {
  act: 'release',
  async run(tx, { why }, { request }) {
    const { leadId } = request;
    await releaseFromIncident(tx, { requestId: request.id, why });
    return { leadId };
  },
  async undo(tx, { leadId }, requestId) {
    const { request } = await readableCase(tx.db, staffOf(tx.actor), requestId);
    if (request.leadId !== null || typeof leadId !== 'string') throw refuse('moved-on');
    await mergeRequests(tx, { into: leadId, requests: [requestId], why: UNDONE });
  },
};

/** The open parts that are this person's to act on. */
function ownParts(staff: StaffActor, right: 'accept' | 'hand-to-person', found: ReadableCase): Assignment[] {
  const { request, assignments } = found;
  requireOn(staff, right, found);
  return assignments.filter((part) => part.endedAt === null && mayOn(staff, right, { request, assignments: [part] }));
}

export const BULK_KINDS: { [Name in BulkAct['act']]: BulkKind<Name> } = {
  ...{ assign, accept, hand, note, topic, merge, release },
};
