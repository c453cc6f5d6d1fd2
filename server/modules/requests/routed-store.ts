/** Requests of a period as the rules of routing are asked about them, a batch at a time in the order of their arrival. */
import type { Db } from '../../kernel/db/database.ts';
import { oneRow, rows, sql } from '../../kernel/db/database.ts';
import type { Sight } from './reader.ts';
import type { ServiceRequest } from './request.ts';
import { rightsCondition } from './sight-store.ts';

export type RequestToRoute = Pick<
  ServiceRequest,
  | 'id'
  | 'topicCode'
  | 'neighbourhoodId'
  | 'street'
  | 'latitude'
  | 'longitude'
  | 'answers'
  | 'receivedAt'
  | 'channel'
  | 'kind'
  | 'danger'
  | 'text'
> & {
  /** Whether the reader may open it. */
  readable: boolean;
};

export interface Period {
  from: Date;
  to: Date;
}

export interface ReadToRoute extends Period {
  /** Of whoever asks; null: nothing of it may be opened. */
  sights: readonly Sight[] | null;
  /** Restricted ones only for those who may see them all: even their number tells something. */
  withRestricted: boolean;
  /** Words are read only where some rule asks for them. */
  withText: boolean;
  after: { receivedAt: string; id: string } | null;
  limit: number;
}

export function requestsToRoute(db: Db, read: ReadToRoute): Promise<RequestToRoute[]> {
  const { after, sights } = read;
  const later =
    after === null ? sql`true` : sql`(r.received_at, r.id) > (${after.receivedAt}::timestamptz, ${after.id}::uuid)`;
  return rows<RequestToRoute>(
    db,
    sql`select r.id, r.topic_code as "topicCode", r.neighbourhood_id as "neighbourhoodId", r.street, r.latitude, r.longitude,
               r.answers, r.received_at as "receivedAt", r.channel, r.kind, r.danger,
               ${read.withText ? sql`r.text` : sql`''`} as text,
               ${sights === null ? sql`false` : rightsCondition(sights)} as readable
        from service_requests r
        where r.received_at >= ${read.from} and r.received_at < ${read.to} and ${later}
          and ${read.withRestricted ? sql`true` : sql`not r.restricted`}
        order by r.received_at, r.id limit ${read.limit}`,
  );
}

export async function countToRoute(db: Db, { from, to }: Period, withRestricted: boolean): Promise<number> {
  const row = await oneRow<{ n: number }>(
    db,
    sql`select count(*) as n from service_requests r
        where r.received_at >= ${from} and r.received_at < ${to} and ${withRestricted ? sql`true` : sql`not r.restricted`}`,
  );
  return row.n;
}

export interface RequestNamed {
  id: string;
  trackingNumber: string;
  text: string;
  topicCode: string | null;
  nextDueAt: Date | null;
}

/** These requests in few words, as far as the reader may see them. */
export function requestsNamed(db: Db, ids: readonly string[], sights: readonly Sight[]): Promise<RequestNamed[]> {
  return rows<RequestNamed>(
    db,
    sql`select r.id, r.tracking_number as "trackingNumber", left(r.text, 120) as text, r.topic_code as "topicCode", r.next_due_at as "nextDueAt"
        from service_requests r where r.id = any(${ids}::uuid[]) and ${rightsCondition(sights)} order by r.received_at desc`,
  );
}

/** The newest so many: what was done lately is what will be done. */
const RETURNS_READ = 200;

/**
 * Of the requests of a topic that one of these directorates sent back: who answered how many of them in the end, the most first. Restricted
 * requests are left out, because a number tells of them too.
 */
export function answeredAfterReturn(
  db: Db,
  { topicCode, sentBackBy }: { topicCode: string; sentBackBy: readonly string[] },
): Promise<{ directorate: string; requests: number }[]> {
  return rows(
    db,
    sql`with back as (
          select x.request_id from assignments x join service_requests r on r.id = x.request_id
          where x.state = 'returned' and x.directorate_code = any(${sentBackBy}::text[]) and r.topic_code = ${topicCode} and not r.restricted
          order by x.ended_at desc limit ${RETURNS_READ})
        select a.directorate_code as directorate, count(distinct a.request_id)::int as requests
        from assignments a where a.request_id in (select request_id from back) and a.state = 'answered'
        group by 1 order by 2 desc, 1 limit 3`,
  );
}
