import type { House } from '../../kernel/house.ts';
import { systemActor } from '../../kernel/actor.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { leadsAheadOfMembers } from '../requests/door.ts';
import { askToShare } from './actions/ask-to-share.ts';

/** The work that tells them takes seconds; after so long it has broken off. */
const BROKEN_OFF_AFTER_MS = 10 * 60_000;

/** Asks once more for those who were answered at their lead and not yet themselves: a fault that ended the work must not leave them waiting. */
export async function tellThoseLeftBehind(house: House): Promise<number> {
  const before = new Date(house.clock.now().getTime() - BROKEN_OFF_AFTER_MS);
  const leads = await leadsAheadOfMembers(house.db, before);
  for (const leadId of leads) {
    await inTransaction(house, { actor: systemActor('timetable') }, (tx) =>
      askToShare(tx, { leadId, what: 'conclusion' }),
    );
  }
  return leads.length;
}
