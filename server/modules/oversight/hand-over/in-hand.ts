/** What one person has in hand at this moment, of every kind that goes on to somebody when they leave. */
import type { ThingInHand } from '../../../../contract/hand-over.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { draftsInHandOf } from '../../answers/door.ts';
import type { PartInHand } from '../../requests/door.ts';
import { partsInHandOf } from '../../requests/door.ts';
import { standInsFrom, viewsOwnedBy } from '../../staff/door.ts';
import type { NoticeRow } from '../notice-store.ts';
import { noticesWaitingFor } from '../notice-store.ts';

export interface Held {
  parts: PartInHand[];
  drafts: { id: string; requestId: string; assignmentId: string; directorateCode: string }[];
  standIns: { id: string; staffId: string }[];
  notices: NoticeRow[];
  views: { id: string }[];
}

export async function heldBy(db: Db, staffId: string, now: Date): Promise<Held> {
  const [parts, drafts, standIns, notices, views] = await Promise.all([
    partsInHandOf(db, staffId),
    draftsInHandOf(db, staffId),
    standInsFrom(db, staffId, now),
    noticesWaitingFor(db, staffId),
    viewsOwnedBy(db, staffId),
  ]);
  return { parts, drafts, standIns, notices, views };
}

export function countsOf({ parts, drafts, standIns, notices, views }: Held): Record<ThingInHand, number> {
  return {
    part: parts.length,
    draft: drafts.length,
    'stand-in': standIns.length,
    notice: notices.length,
    view: views.length,
  };
}
