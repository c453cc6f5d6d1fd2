/** Several people reported one problem: their requests follow one of them, and the work is done there once. */
import type { Tx } from '../../../kernel/db/transaction.ts';
import { newId } from '../../../kernel/ids.ts';
import { refuse } from '../../../kernel/refusals.ts';
import { topicInForce } from '../../catalogue/door.ts';
import { neighbourhoodById } from '../../places/door.ts';
import type { ServiceRequest } from '../../requests/door.ts';
import {
  appendHistory,
  assignmentsOf,
  followAnother,
  lockRequest,
  membersOf,
  mergeRequest,
  requestById,
  requireOn,
} from '../../requests/door.ts';
import { IncidentClosed, IncidentOpened, MembersChanged } from '../facts.ts';
import type { Incident, JoinedHow } from '../incident.ts';
import { LONGEST_TITLE } from '../incident.ts';
import { knownProblemLedBy } from '../known/known-store.ts';
import { incidentById, incidentLedBy, insertIncident, insertStay, moveStays, writeClosed } from '../store.ts';
import { reasonNotToMerge } from '../who-may-be-merged.ts';
import { askToShare } from './ask-to-share.ts';

export interface MergeRequests {
  /** The request that shall lead; one that follows another stands for its lead. */
  into: string;
  requests: readonly string[];
  why: string;
  how?: Extract<JoinedHow, 'merged' | 'said-same'>;
}

/**
 * Puts the requests behind the lead. All or none. A request that leads others brings them along.
 * Refuses with the codes of who-may-be-merged.ts, 'not-found', 'not-allowed' where the right does not reach both, 'reason-missing'.
 */
export async function mergeRequests(tx: Tx, given: MergeRequests): Promise<{ leadId: string; incidentId: string }> {
  const lead = await lockLead(tx, given.into);
  const incident = await incidentLedByNow(tx, lead);
  for (const requestId of [...given.requests].sort()) await mergeOne(tx, { given, lead, incident, requestId });
  tx.record(MembersChanged(lead.id, {}));
  return { leadId: lead.id, incidentId: incident.id };
}

/** The lead's row is the lock of its incident: whoever changes who is in it holds that first. */
export async function lockLead(tx: Tx, requestId: string): Promise<ServiceRequest> {
  const asked = await requestById(tx.db, requestId);
  if (!asked) throw refuse('not-found');
  const lead = await lockRequest(tx, asked.leadId ?? asked.id);
  if (!lead) throw refuse('not-found');
  if (lead.leadId !== null) throw refuse('merge-elsewhere');
  return lead;
}

/** The incident this request leads; opened now, or again, where there is none. */
export async function incidentLedByNow(tx: Tx, lead: ServiceRequest): Promise<Incident> {
  const known = await incidentLedBy(tx.db, lead.id);
  if (known) {
    if (known.closedAt !== null) await writeClosed(tx, known.id, null);
    await insertStay(tx, { incidentId: known.id, requestId: lead.id, how: 'first', by: null });
    return known;
  }
  const id = newId(tx.now);
  const title = await titleOf(tx, lead);
  await insertIncident(tx, { id, leadId: lead.id, title, topicCode: lead.topicCode, openedBy: staffId(tx) });
  await insertStay(tx, { incidentId: id, requestId: lead.id, how: 'first', by: null });
  tx.record(IncidentOpened(id, { leadId: lead.id }));
  return (await incidentById(tx.db, id))!;
}

export const staffId = ({ actor }: Tx): string | null => (actor.kind === 'staff' ? actor.id : null);

/** What it is and where, in two words; whoever leads the incident may call it better. */
async function titleOf(tx: Tx, { topicCode, neighbourhoodId, street }: ServiceRequest): Promise<string> {
  const topic = topicCode === null ? undefined : await topicInForce(tx.db, topicCode);
  const home = neighbourhoodId === null ? undefined : await neighbourhoodById(tx.db, neighbourhoodId);
  const words = [topic?.name.tr ?? 'Konusu belirlenmemiş', [home?.name, street].filter(Boolean).join(', ')];
  return words.filter(Boolean).join(' · ').slice(0, LONGEST_TITLE);
}

interface One {
  given: MergeRequests;
  lead: ServiceRequest;
  incident: Incident;
  requestId: string;
}

async function mergeOne(tx: Tx, { given, lead, incident, requestId }: One): Promise<void> {
  const member = await lockRequest(tx, requestId);
  if (!member) throw refuse('not-found');
  const [memberParts, leadParts] = [await assignmentsOf(tx.db, member.id), await assignmentsOf(tx.db, lead.id)];
  if (tx.actor.kind === 'staff') requireOn(tx.actor, 'incident-merge', { request: lead, assignments: leadParts });
  const reason = reasonNotToMerge({ member, memberParts, lead, leadParts });
  if (reason !== null) throw refuse(reason, { request: member.id });
  await bringAlong(tx, { member, lead, incident });
  await mergeRequest(tx, { requestId: member.id, leadId: lead.id, why: given.why });
  const how = given.how ?? 'merged';
  await insertStay(tx, { incidentId: incident.id, requestId: member.id, how, by: staffId(tx) });
  await appendHistory(tx, lead.id, { what: 'joined-by', data: { request: member.id } });
}

/** Those who follow the member follow the lead with it, and go back with it if it is released. */
async function bringAlong(
  tx: Tx,
  { member, lead, incident }: Omit<One, 'given' | 'requestId'> & { member: ServiceRequest },
) {
  // Whoever asks next would be told of a problem that is told elsewhere.
  if (await knownProblemLedBy(tx.db, member.id)) throw refuse('merge-known-problem', { request: member.id });
  const before = await incidentLedBy(tx.db, member.id);
  const followers = await membersOf(tx.db, member.id, ['merged']);
  // Also those who took theirs back: while they point to it, it may follow nobody.
  await followAnother(tx, { from: member.id, to: lead.id });
  if (!before) return;
  await moveStays(tx, { requestIds: [member.id], to: incident.id, cameWith: null });
  await moveStays(tx, { requestIds: followers, to: incident.id, cameWith: member.id });
  await writeClosed(tx, before.id, 'joined-another');
  tx.record(IncidentClosed(before.id, { how: 'joined-another' }));
  await askToShare(tx, { leadId: lead.id, what: 'new-lead', members: followers });
}
