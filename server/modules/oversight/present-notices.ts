/** Notices as the API says them: of a request only what its reader may see at this moment, and of a restricted one nothing but that it is there. */
import type { Notice } from '../../../contract/notices.ts';
import type { StaffActor } from '../../kernel/actor.ts';
import type { Db } from '../../kernel/db/database.ts';
import { formatTrackingNumber } from '../../../text/tracking-number.ts';
import type { ListedRequest } from '../requests/door.ts';
import { listedRequests, listRights } from '../requests/door.ts';
import { scopeOf, staffNames } from '../staff/door.ts';
import type { NoticeRow } from './notice-store.ts';

export async function presentNotices(db: Db, actor: StaffActor, found: readonly NoticeRow[]): Promise<Notice[]> {
  const ids = [...new Set(found.flatMap(({ requestId }) => requestId ?? []))];
  const [requests, names] = await Promise.all([
    scopeOf(actor, 'request-read') === 'none' ? [] : listedRequests(db, ids, listRights(actor, 'request-read').sights),
    staffNames(
      db,
      found.flatMap(({ inPlaceOf }) => inPlaceOf ?? []),
    ),
  ]);
  const byId = new Map(requests.map((request) => [request.id, request]));
  return found
    .filter(({ requestId }) => requestId === null || byId.has(requestId))
    .map((row) => ({
      ...{ id: row.id, kind: row.kind, subject: row.subject, data: row.data },
      toldAt: row.toldAt.toISOString(),
      readAt: row.readAt?.toISOString() ?? null,
      settled: row.settledAt !== null,
      snoozedUntil: row.snoozedUntil?.toISOString() ?? null,
      inPlaceOf: row.inPlaceOf === null ? null : (names.get(row.inPlaceOf) ?? null),
      request: row.requestId === null ? null : shown(byId.get(row.requestId)!),
    }));
}

const WORDS = 100;

function shown({ id, trackingNumber, text, restricted }: ListedRequest) {
  return { id, shownNumber: formatTrackingNumber(trackingNumber), text: restricted ? null : text.slice(0, WORDS) };
}
