/** Somebody reports what we know of already: their request leads the incident if it is the first, and follows the lead otherwise. */
import { systemActor } from '../../../kernel/actor.ts';
import { takeTurns } from '../../../kernel/db/take-turns.ts';
import type { Tx } from '../../../kernel/db/transaction.ts';
import { refuse } from '../../../kernel/refusals.ts';
import { appendHistory, requestById } from '../../requests/door.ts';
import { mergeRequests } from '../actions/merge-requests.ts';
import { MembersChanged } from '../facts.ts';
import { insertStay, writeLeadOf } from '../store.ts';
import { staysAlone } from '../who-may-be-merged.ts';
import { isInForce } from './known-problem.ts';
import { knownProblemById } from './known-store.ts';
import { turnsOf } from './open-known-problem.ts';

/**
 * The request was recorded in this transaction, so nobody else holds it. Those who join take turns, so that two first callers do not both lead;
 * the lead's row is held after that, as everywhere. Whoever takes a call need not have the right to merge: that it is one problem was decided by
 * whoever opened it. Refuses 'known-problem-over', and what may not be merged.
 */
export async function joinKnownProblem(tx: Tx, requestId: string, knownId: string): Promise<void> {
  await takeTurns(tx.db, turnsOf(knownId));
  const known = await knownProblemById(tx.db, knownId);
  if (!known) throw refuse('not-found');
  if (!isInForce(known)) throw refuse('known-problem-over');
  const { id, number, leadId } = known;
  const said = { what: 'said-known-problem', toValue: String(number), data: { incident: id } };
  await appendHistory(tx, requestId, said);
  if (leadId === null) return lead(tx, requestId, id);
  const why = `Bilinen sorun ${number} için bildirildi.`;
  const house = { ...tx, actor: systemActor('incidents') };
  await mergeRequests(house, { into: leadId, requests: [requestId], why, how: 'said-same' });
}

/** The first who asks: from here on somebody has it to do. */
async function lead(tx: Tx, requestId: string, incidentId: string): Promise<void> {
  const request = await requestById(tx.db, requestId);
  if (!request) throw new Error('a request recorded in this transaction must be there');
  const alone = staysAlone(request);
  if (alone !== null) throw refuse(alone);
  await writeLeadOf(tx, incidentId, requestId);
  await insertStay(tx, { incidentId, requestId, how: 'said-same', by: null });
  tx.record(MembersChanged(requestId, {}));
}
