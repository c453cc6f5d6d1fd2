/** When the lead itself changes: it was taken back and another takes its place, or it was opened again for everybody. Both cases must be locked. */
import type { Tx } from '../../../kernel/db/transaction.ts';
import { newId } from '../../../kernel/ids.ts';
import { assignmentsOf } from '../assignment-store.ts';
import { LeadTaken, RequestAssigned, RequestReopened } from '../facts.ts';
import { REQUEST_STEPS, isOpen, take } from '../lifecycle.ts';
import { followAnother, insertPartAsItStood, restoreParts, settleParts } from '../merged-store.ts';
import { openCase } from '../open-case.ts';
import type { Assignment, ServiceRequest } from '../request.ts';
import { appendHistory } from '../history-store.ts';
import { requestById, writeNow, writeState } from '../store.ts';
import { giveWhereNobodyHasIt, goBesideLead } from './merge-request.ts';
import type { Shared } from './share-with-members.ts';

/** The problem is back for everybody: open again behind the lead, with new clocks. Without a lead that is open, nothing happens. */
export async function rejoinLead(tx: Tx, { requestId, leadId, why }: Shared & { why: string }): Promise<void> {
  const { request } = await openCase(tx, requestId);
  const lead = await requestById(tx.db, leadId);
  if (request.leadId !== leadId || isOpen(request.state) || !lead || !isOpen(lead.state)) return;
  if (request.state !== 'concluded' && request.state !== 'reopen-requested') return;
  const state = take(REQUEST_STEPS, 'rejoin', { state: request.state, who: 'system', reason: why });
  await writeState(tx, requestId, { state, stateBeforeMerge: 'reopened' });
  await appendHistory(tx, requestId, {
    what: 'reopened',
    fromValue: request.state,
    toValue: state,
    why,
    data: { lead: leadId },
  });
  tx.record(RequestReopened(requestId, {}));
  await goBesideLead(tx, { requestId, leadId });
}

/**
 * The lead was taken back while others still wait: this one of them takes its place. The directorates go on here as far as they had come; from
 * now on the rest follow this one.
 */
export async function takeLead(tx: Tx, { requestId, leadId, why }: Shared & { why: string }): Promise<void> {
  const { request } = await openCase(tx, requestId);
  const cut = (await assignmentsOf(tx.db, leadId)).filter((part) => part.stateBefore !== null);
  // Nobody worked there yet: then this one's own directorates are as good as any.
  const step = cut.length === 0 ? 'release' : 'lead';
  const before = request.stateBeforeMerge;
  const assigned = take(REQUEST_STEPS, step, { state: request.state, who: 'system', reason: why, before });
  const begun = cut.some(({ stateBefore }) => stateBefore !== 'offered');
  const state = begun ? take(REQUEST_STEPS, 'begin', { state: assigned, who: 'directorate' }) : assigned;
  await writeState(tx, requestId, { state, leadId: null });
  await appendHistory(tx, requestId, {
    what: 'lead-taken',
    fromValue: request.state,
    toValue: state,
    why,
    data: { from: leadId },
  });
  if (cut.length === 0) {
    await restoreParts(tx, request);
    await giveWhereNobodyHasIt(tx, requestId, { state, why });
  } else {
    await settleParts(tx, requestId);
    for (const part of cut) await carryOn(tx, request, { part, why });
  }
  await writeNow(tx, requestId);
  await followAnother(tx, { from: leadId, to: requestId });
  tx.record(LeadTaken(requestId, { from: leadId }));
}

async function carryOn(
  tx: Tx,
  request: ServiceRequest,
  { part, why }: { part: Assignment; why: string },
): Promise<void> {
  const { directorateCode: directorate, unitCode: unit, assigneeId, stateBefore, acceptedAt } = part;
  const id = newId(tx.now);
  await insertPartAsItStood(tx, {
    ...{ id, requestId: request.id, directorate, unit, assigneeId, acceptedAt },
    state: stateBefore!,
    whyHere: part.whyHere,
    dueAt: request.promisedAt,
  });
  await appendHistory(tx, request.id, {
    what: 'assigned',
    assignmentId: id,
    toValue: stateBefore,
    why,
    data: { directorate, ...(unit && { unit }), ...(assigneeId && { assigneeId }) },
  });
  tx.record(RequestAssigned(request.id, { assignmentId: id, directorate }));
}
