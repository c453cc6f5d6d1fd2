import type { Tx } from '../../../kernel/db/transaction.ts';
import { refuse } from '../../../kernel/refusals.ts';
import { membersOf, reopenRequest } from '../../requests/door.ts';
import { incidentLedBy, writeClosed } from '../store.ts';
import { askToShare } from './ask-to-share.ts';
import { lockLead } from './merge-requests.ts';

/**
 * The problem is back for everybody: the lead is opened again, and each of those who were answered with it follows it once more, with new clocks.
 * Refuses 'step-not-allowed' for a request that leads nobody, and what opening the lead refuses.
 */
export async function reopenIncident(
  tx: Tx,
  { requestId, reason, seen }: { requestId: string; reason: string; seen?: number | undefined },
): Promise<void> {
  const lead = await lockLead(tx, requestId);
  const members = await membersOf(tx.db, requestId, ['concluded', 'reopen-requested']);
  if (lead.id !== requestId || members.length === 0)
    throw refuse('step-not-allowed', { step: 'reopen-incident', state: lead.state });
  await reopenRequest(tx, { requestId, reason, seen });
  const incident = await incidentLedBy(tx.db, requestId);
  if (incident) await writeClosed(tx, incident.id, null);
  await askToShare(tx, { leadId: requestId, what: 'reopening', why: reason, members });
}
