/** What becomes of an incident when something happens to one of its requests; of the lead's news, who-shares-what stands in what-is-shared.ts. */
import { systemActor } from '../../kernel/actor.ts';
import type { Fact, Reaction } from '../../kernel/facts.ts';
import { on } from '../../kernel/facts.ts';
import type { Tx } from '../../kernel/db/transaction.ts';
import { refuse } from '../../kernel/refusals.ts';
import type { ServiceRequest } from '../requests/door.ts';
import {
  CitizenWrote,
  KindChanged,
  RequestCancelled,
  RequestConcluded,
  RequestReopened,
  RequestRestricted,
  RequestWithdrawn,
  SaidSame,
  TopicChanged,
  appendHistory,
  membersOf,
  requestById,
  setLead,
  takeLead,
} from '../requests/door.ts';
import type { Sharing } from './actions/ask-to-share.ts';
import { askToShare } from './actions/ask-to-share.ts';
import { partFromOthers } from './actions/part-from-others.ts';
import { leave } from './actions/release-request.ts';
import { IncidentClosed, MemberWrote, MembersChanged } from './facts.ts';
import { joinKnownProblem } from './known/join-known-problem.ts';
import { knownProblemLedBy } from './known/known-store.ts';
import { endStay, incidentLedBy, writeClosed, writeLeadOf } from './store.ts';
import type { Share } from './what-is-shared.ts';
import { WHAT_IS_SHARED } from './what-is-shared.ts';
import { staysAlone } from './who-may-be-merged.ts';

async function requestOf(tx: Tx, fact: Fact): Promise<ServiceRequest> {
  const request = await requestById(tx.db, fact.subject);
  if (!request) throw new Error('a fact names a request that is not there');
  return request;
}

const SAYS: Record<Exclude<Share, 'nothing'>, string> = {
  begin: 'keeps the first response of those who follow it',
  'begin-taken-back': 'owes their first response again to those who follow it',
  parts: 'lets those who work on it read those who follow it',
  interim: 'carries the answer to those who follow it',
  conclusion: 'concludes those who follow it, each with an answer of its own',
  promise: 'gives the new day to those who follow it',
  'next-lead': 'lets one of those who follow it take its place',
};

async function share(tx: Tx, fact: Fact, what: Exclude<Share, 'nothing'>): Promise<void> {
  if (what === 'next-lead') return nextLead(tx, fact);
  const { answerId } = fact.data as { answerId?: string | null };
  const taken = what === 'begin-taken-back' && { taken: fact.data as NonNullable<Sharing['taken']> };
  await askToShare(tx, { leadId: fact.subject, what, ...(answerId && { answerId }), ...taken });
}

/** The oldest of those who still wait takes the lead's place, in the same transaction: none of them is without an owner for a moment. */
async function nextLead(tx: Tx, { subject: leadId }: Fact): Promise<void> {
  const [next, ...others] = await membersOf(tx.db, leadId, ['merged']);
  if (next === undefined) return waitForTheNext(tx, leadId);
  const why = 'Önceki baş başvuru kapandı; iş burada sürüyor.';
  // The citizen took back what was theirs; that the work goes on elsewhere is the house's doing.
  await takeLead({ ...tx, actor: systemActor('incidents') }, { requestId: next, leadId, why });
  const incident = await incidentLedBy(tx.db, leadId);
  if (incident) await writeLeadOf(tx, incident.id, next);
  await askToShare(tx, { leadId: next, what: 'new-lead', why, members: others });
  tx.record(MembersChanged(next, {}));
}

/** A problem the house knows of stays known, though the only one who had asked took it back. */
async function waitForTheNext(tx: Tx, leadId: string): Promise<void> {
  const known = await knownProblemLedBy(tx.db, leadId);
  if (known) await writeLeadOf(tx, known.id, null);
}

/** Ended or opened for itself: it belongs to the incident no longer. */
async function leaves(tx: Tx, fact: Fact, how: 'withdrawn' | 'cancelled' | 'reopened-alone'): Promise<void> {
  const { id, leadId } = await requestOf(tx, fact);
  if (leadId !== null) return leave(tx, { requestId: id, leadId, how });
  if (how !== 'reopened-alone') await endStay(tx, { requestId: id, how, by: null });
}

const ownReactions: Reaction[] = [
  on(SaidSame, 'puts it with the known problem it was recorded for', (tx, { subject, data }) =>
    joinKnownProblem(tx, subject, data.as),
  ),
  on(RequestConcluded, 'closes the incident it leads', async (tx, { subject }) => {
    const incident = await incidentLedBy(tx.db, subject);
    if (!incident || incident.closedAt !== null) return;
    await writeClosed(tx, incident.id, 'concluded');
    tx.record(IncidentClosed(incident.id, { how: 'concluded' }));
  }),
  on(RequestWithdrawn, 'takes it out of its incident', (tx, fact) => leaves(tx, fact, 'withdrawn')),
  on(RequestCancelled, 'takes it out of its incident', (tx, fact) => leaves(tx, fact, 'cancelled')),
  on(RequestReopened, 'takes it out of its incident, unless the whole incident was opened', async (tx, fact) => {
    const { id, leadId, state } = await requestOf(tx, fact);
    if (leadId === null || state !== 'reopened') return;
    await leaves(tx, fact, 'reopened-alone');
    await setLead(tx, id, null);
  }),
  on(TopicChanged, 'refuses a protected topic for one that leads or follows', async (tx, fact) => {
    const { id, leadId, restricted, identitySecret, state } = await requestOf(tx, fact);
    if (state === 'merged') throw refuse('step-not-allowed', { step: 'change-topic', state });
    if (staysAlone({ restricted, identitySecret }) === null) return;
    const isShared = leadId !== null || (await membersOf(tx.db, id)).length > 0;
    if (isShared || (await knownProblemLedBy(tx.db, id))) throw refuse('merge-protected');
  }),
  on(KindChanged, 'refuses a kind that is answered alone for one that leads or follows', async (tx, fact) => {
    const { id, leadId, kind } = await requestOf(tx, fact);
    if (staysAlone({ kind, restricted: false, identitySecret: false }) === null) return;
    if (leadId !== null || (await membersOf(tx.db, id, ['merged'])).length > 0) throw refuse('merge-own-law');
  }),
  on(RequestRestricted, 'parts it from those it was put together with', (tx, { subject }) =>
    partFromOthers(tx, subject),
  ),
  on(CitizenWrote, 'shows at the lead that one who follows it has written', async (tx, fact) => {
    const { id, leadId, state } = await requestOf(tx, fact);
    if (leadId === null || state !== 'merged') return;
    await appendHistory(tx, leadId, { what: 'member-wrote', data: { request: id } });
    tx.record(MemberWrote(leadId, { requestId: id }));
  }),
];

/** The lead's news first: whoever takes its place must be found before it is taken out. */
export const incidentReactions: Reaction[] = [
  ...WHAT_IS_SHARED.flatMap(({ fact: { factName }, share: what }): Reaction[] =>
    what === 'nothing' ? [] : [{ factName, does: SAYS[what], run: (tx, fact) => share(tx, fact, what) }],
  ),
  ...ownReactions,
];
