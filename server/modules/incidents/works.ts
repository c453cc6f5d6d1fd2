import { itemWork } from '../../kernel/long-works/kinds.ts';
import type { Tx } from '../../kernel/db/transaction.ts';
import {
  appendHistory,
  goBesideLead,
  lockRequest,
  rejoinLead,
  requestById,
  shareBegin,
  shareConclusion,
  shareInterim,
  shareTakenBack,
} from '../requests/door.ts';
import { followPromise } from '../deadlines/door.ts';
import { ANNOUNCE } from './actions/announce.ts';
import { announcementById } from './announcement-store.ts';
import { AnnouncementMade } from './facts.ts';
import type { Sharing } from './actions/ask-to-share.ts';
import { bulkWorks } from './bulk/works.ts';
import { SHARE_WITH_MEMBERS } from './actions/ask-to-share.ts';

/** News of the lead, one follower after the other. What has been overtaken meanwhile is nobody's news any more and passes in silence. */
export const shareWithMembers = itemWork<Sharing>({
  kind: SHARE_WITH_MEMBERS,
  async act(tx, sharing, requestId) {
    const { leadId, what } = sharing;
    const lead = await lockRequest(tx, leadId);
    if (!lead) return;
    if (what === 'begin') await shareBegin(tx, { requestId, leadId });
    else if (what === 'begin-taken-back') await shareTakenBack(tx, { requestId, leadId, ...sharing.taken! });
    else if (what === 'promise') await followPromise(tx, { requestId, leadId });
    else if (what === 'interim') await shareInterim(tx, { requestId, leadId, answerId: sharing.answerId! });
    else if (what === 'reopening') await rejoinLead(tx, { requestId, leadId, why: sharing.why! });
    else if (what === 'conclusion') {
      // Opened again before everybody was told: that answer stands no longer.
      if (lead.outcome !== null) await shareConclusion(tx, { requestId, leadId });
    } else await sayWhereItIs(tx, { requestId, sharing });
  },
});

async function sayWhereItIs(
  tx: Tx,
  { requestId, sharing: { leadId, what, why } }: { requestId: string; sharing: Sharing },
): Promise<void> {
  const request = await requestById(tx.db, requestId);
  if (request?.state !== 'merged' || request.leadId !== leadId) return;
  await lockRequest(tx, requestId);
  if (what === 'new-lead') await appendHistory(tx, requestId, { what: 'lead-changed', why, data: { lead: leadId } });
  await goBesideLead(tx, { requestId, leadId });
}

/** One person after the other; a kill leaves nobody out, and a second message to the same address is not written (tell-citizen.ts). */
const announceToAll = itemWork<{ announcementId: string }>({
  kind: ANNOUNCE,
  async act(tx, { announcementId }, requestId) {
    const given = await announcementById(tx.db, announcementId);
    const request = await lockRequest(tx, requestId);
    if (!given || !request || request.state === 'withdrawn' || request.state === 'cancelled') return;
    const why = (request.language === 'en' ? given.en : null) ?? given.tr;
    await appendHistory(tx, requestId, { what: 'announced', why, data: { announcement: announcementId } });
    tx.record(AnnouncementMade(requestId, { announcementId }));
  },
});

export const incidentWorks = [shareWithMembers, announceToAll, ...bulkWorks];
