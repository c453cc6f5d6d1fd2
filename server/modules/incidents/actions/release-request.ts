/** A request leaves its incident and stands by itself again. */
import type { Tx } from '../../../kernel/db/transaction.ts';
import { refuse } from '../../../kernel/refusals.ts';
import {
  appendHistory,
  followAnother,
  lockRequest,
  releaseRequest,
  requestById,
  writeRequestNow,
} from '../../requests/door.ts';
import { IncidentClosed, MembersChanged } from '../facts.ts';
import type { LeftHow } from '../incident.ts';
import { knownProblemLedBy } from '../known/known-store.ts';
import {
  countStays,
  endStay,
  incidentLedBy,
  incidentOnceLedBy,
  insertStay,
  moveStays,
  whoCameWith,
  writeClosed,
} from '../store.ts';
import { askToShare } from './ask-to-share.ts';
import { staffId } from './merge-requests.ts';

export interface Release {
  requestId: string;
  why: string;
  seen?: number | undefined;
}

/**
 * While it is open its directorates have their parts back as they stood; after the answer only the tie is gone. If it had brought others along,
 * they follow it again. Refuses 'step-not-allowed' for one that follows nobody, 'not-allowed', 'reason-missing'.
 */
export async function releaseFromIncident(tx: Tx, { requestId, why, seen }: Release): Promise<void> {
  const leadId = await lockLeadOf(tx, requestId);
  await releaseRequest(tx, { requestId, why, seen });
  await takeBackThoseWhoCame(tx, { requestId, leadId, why });
  await leave(tx, { requestId, leadId, how: 'released' });
}

async function lockLeadOf(tx: Tx, requestId: string): Promise<string> {
  const asked = await requestById(tx.db, requestId);
  if (!asked) throw refuse('not-found');
  const { leadId, state } = asked;
  if (leadId === null) throw refuse('step-not-allowed', { step: 'release', state });
  await lockRequest(tx, leadId);
  const locked = await lockRequest(tx, requestId);
  // It followed another before we held it: the person must look again.
  if (locked?.leadId !== leadId) throw refuse('changed-meanwhile');
  return leadId;
}

async function takeBackThoseWhoCame(
  tx: Tx,
  { requestId, leadId, why }: { requestId: string; leadId: string; why: string },
): Promise<void> {
  const came = await whoCameWith(tx.db, requestId);
  const before = came.length === 0 ? undefined : await incidentOnceLedBy(tx.db, requestId);
  if (!before) return;
  await writeRequestNow(tx, requestId);
  await followAnother(tx, { from: leadId, to: requestId, only: came });
  await moveStays(tx, { requestIds: came, to: before.id, cameWith: null });
  await endStay(tx, { requestId, how: 'released', by: staffId(tx) });
  await insertStay(tx, { incidentId: before.id, requestId, how: 'first', by: null });
  await writeClosed(tx, before.id, null);
  await askToShare(tx, { leadId: requestId, what: 'new-lead', why, members: came });
}

/** What the incident keeps of somebody's going; with the last one it dissolves. */
export async function leave(
  tx: Tx,
  { requestId, leadId, how }: { requestId: string; leadId: string; how: LeftHow },
): Promise<void> {
  const ownNow = await incidentLedBy(tx.db, requestId);
  if (!ownNow) await endStay(tx, { requestId, how, by: staffId(tx) });
  await appendHistory(tx, leadId, { what: 'left-by', toValue: how, data: { request: requestId } });
  tx.record(MembersChanged(leadId, {}));
  const incident = await incidentLedBy(tx.db, leadId);
  if (!incident || (await countStays(tx.db, incident.id)) > 1) return;
  // A problem the house knows of waits for the next who asks, however few are in it.
  if (await knownProblemLedBy(tx.db, leadId)) return;
  await endStay(tx, { requestId: leadId, how: 'dissolved', by: null });
  await writeClosed(tx, incident.id, 'dissolved');
  tx.record(IncidentClosed(incident.id, { how: 'dissolved' }));
}
