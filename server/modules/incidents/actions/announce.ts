import { LONGEST_ANNOUNCEMENT } from '../../../../contract/announcing.ts';
import type { Language } from '../../../../text/language.ts';
import { normaliseInput } from '../../../../text/turkish.ts';
import type { Db } from '../../../kernel/db/database.ts';
import type { Tx } from '../../../kernel/db/transaction.ts';
import { newId } from '../../../kernel/ids.ts';
import { askForWork } from '../../../kernel/long-works/ask.ts';
import { refuse } from '../../../kernel/refusals.ts';
import type { ServiceRequest } from '../../requests/door.ts';
import { assignmentsOf, membersOf, requestById, requestsByIds, requireOn } from '../../requests/door.ts';
import { insertAnnouncement } from '../announcement-store.ts';
import { incidentLedBy } from '../store.ts';
import { lockLead } from './merge-requests.ts';

export const ANNOUNCE = 'announce';

export interface Announce {
  requestId: string;
  tr: string;
  en: string | null;
}

/**
 * Tells all who reported a problem the same thing. Nobody else is told: they asked about this matter, and that is what we have their address for
 * (6698 m.4). Refuses 'text-empty', 'text-too-long', 'announcement-language' where somebody reads English and there is no English text,
 * 'step-not-allowed' for a request that is in no incident.
 */
export async function announce(tx: Tx, { requestId, tr, en }: Announce): Promise<void> {
  if (tx.actor.kind !== 'staff') throw refuse('not-allowed');
  const lead = await lockLead(tx, requestId);
  requireOn(tx.actor, 'incident-announce', { request: lead, assignments: await assignmentsOf(tx.db, lead.id) });
  const incident = await incidentLedBy(tx.db, lead.id);
  if (!incident) throw refuse('step-not-allowed', { step: 'announce', state: lead.state });
  const people = await whoIsAffected(tx.db, lead.id);
  const texts = { tr: tidied(tr), en: en === null ? null : tidied(en) };
  if (texts.en === null && languagesOf(people).includes('en')) throw refuse('announcement-language');
  const id = newId(tx.now);
  await insertAnnouncement(tx, { id, incidentId: incident.id, ...texts, madeBy: tx.actor.id });
  await askForWork(tx, { kind: ANNOUNCE, input: { announcementId: id }, subjects: people.map((each) => each.id) });
}

function tidied(typed: string): string {
  const text = normaliseInput(typed);
  if (text === '') throw refuse('text-empty');
  const over = text.length - LONGEST_ANNOUNCEMENT;
  if (over > 0) throw refuse('text-too-long', { over, most: LONGEST_ANNOUNCEMENT });
  return text;
}

/** The lead's citizen and all who follow, but those who took theirs back. The oldest first. */
export async function whoIsAffected(db: Db, leadId: string): Promise<ServiceRequest[]> {
  const lead = await requestById(db, leadId);
  const all = [...(lead ? [lead] : []), ...(await requestsByIds(db, await membersOf(db, leadId)))];
  return all
    .filter(({ state }) => state !== 'withdrawn' && state !== 'cancelled')
    .sort((one, other) => +one.receivedAt - +other.receivedAt);
}

export function languagesOf(people: readonly ServiceRequest[]): Language[] {
  return [...new Set(people.map(({ language }) => language))];
}
