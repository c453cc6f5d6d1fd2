/** Requests like this one: nearby, or of the same caller. */
import type { Db } from '../../kernel/db/database.ts';
import { oneRow, rows, sql } from '../../kernel/db/database.ts';
import type { RequestState } from './lifecycle.ts';
import type { Sight } from './reader.ts';
import { rightsCondition } from './sight-store.ts';

export interface SimilarRequest {
  id: string;
  trackingNumber: string;
  text: string;
  topicCode: string;
  state: RequestState;
  receivedAt: Date;
  street: string | null;
  /** Metres, where both have a point. */
  distance: number | null;
}

export interface Whereabouts {
  topicCode: string;
  neighbourhoodId: number | null;
  latitude: number | null;
  longitude: number | null;
  /** Leave this one out: it is the one we compare with. */
  except?: string | undefined;
}

/**
 * Open or recently concluded requests on the same topic in the same neighbourhood, nearest first. Restricted topics never appear:
 * a neighbour must not learn who complained.
 */
export function similarNearby(db: Db, where: Whereabouts, now: Date): Promise<SimilarRequest[]> {
  const distance = sql`case when r.latitude is null or ${where.latitude}::float8 is null then null else
    round((6371000 * 2 * asin(sqrt(power(sin(radians(r.latitude - ${where.latitude}::float8) / 2), 2)
      + cos(radians(r.latitude)) * cos(radians(${where.latitude}::float8))
      * power(sin(radians(r.longitude - ${where.longitude}::float8) / 2), 2))))::numeric) end`;
  return rows<SimilarRequest>(
    db,
    sql`select r.id, r.tracking_number as "trackingNumber", left(r.text, 120) as text, r.topic_code as "topicCode", r.state,
               r.received_at as "receivedAt", r.street, ${distance} as distance
        from service_requests r
        where r.neighbourhood_id = ${where.neighbourhoodId} and r.topic_code = ${where.topicCode} and not r.restricted
          and not r.identity_secret and r.id <> ${where.except ?? '00000000-0000-0000-0000-000000000000'}::uuid
          and r.received_at > ${new Date(now.getTime() - SIMILAR_FOR_DAYS * 86_400_000)}
          and r.state not in ('withdrawn','cancelled')
        order by distance nulls last, r.received_at desc limit 5`,
  );
}

/** Twelve weeks, as the Amsterdam system found useful: longer shows what was long repaired. */
const SIMILAR_FOR_DAYS = 84;

export interface RequestInBrief {
  id: string;
  trackingNumber: string;
  text: string;
  topicCode: string | null;
  state: RequestState;
  receivedAt: Date;
  concludedAt: Date | null;
  promisedAt: Date | null;
  citizenId: string | null;
}

/**
 * A caller's requests, open ones first, newest first. Those on restricted topics or under a secret identity are left out: a number is no proof
 * of who is calling, and their number opens them all the same.
 */
export function requestsOfPhone(db: Db, phone: string): Promise<RequestInBrief[]> {
  return rows<RequestInBrief>(
    db,
    sql`select id, tracking_number as "trackingNumber", left(text, 120) as text, topic_code as "topicCode", state,
               received_at as "receivedAt", concluded_at as "concludedAt", promised_at as "promisedAt", citizen_id as "citizenId"
        from service_requests where contact_phone = ${phone} and not restricted and not identity_secret
        order by (state in ('concluded','withdrawn','cancelled')), received_at desc limit 20`,
  );
}

/** How many open requests the number has beside this one, as far as the reader may see. One under a secret identity counts for nobody. */
export async function openOfPhone(
  db: Db,
  { phone, except, sights }: { phone: string; except: string; sights: readonly Sight[] },
): Promise<number> {
  const counted = await oneRow<{ n: number }>(
    db,
    sql`select count(*) as n from service_requests r
        where r.contact_phone = ${phone} and r.id <> ${except} and not r.identity_secret
          and r.state not in ('concluded','withdrawn','cancelled') and ${rightsCondition(sights)}`,
  );
  return counted.n;
}
