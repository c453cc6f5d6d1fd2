/** Requests like this one: nearby, or of the same caller. */
import type { DuplicateReach } from '../../../contract/catalogue.ts';
import type { Db } from '../../kernel/db/database.ts';
import { oneRow, rows, sql } from '../../kernel/db/database.ts';
import { listTopics } from '../catalogue/door.ts';
import type { Likeness, Reported } from './how-alike.ts';
import { familyOf, likeness, reachOf } from './how-alike.ts';
import type { RequestState } from './lifecycle.ts';
import type { Sight } from './reader.ts';
import { rightsCondition } from './sight-store.ts';

export interface SimilarRequest extends Reported {
  id: string;
  trackingNumber: string;
  topicCode: string;
  state: RequestState;
  leadId: string | null;
  likeness: Likeness;
}

export interface Whereabouts extends Partial<Reported> {
  topicCode: string;
  neighbourhoodId: number | null;
  latitude: number | null;
  longitude: number | null;
  /** Leave this one out: it is the one we compare with. */
  except?: string | undefined;
  /** Of whoever asks; left out: a citizen, who is shown neither words nor numbers. */
  sights?: readonly Sight[] | undefined;
}

/**
 * Open or recently concluded requests of a kindred topic in the same neighbourhood, the likeliest first (how-alike.ts). Restricted topics and
 * secret identities never appear: a neighbour must not learn who complained.
 */
export async function similarNearby(db: Db, where: Whereabouts, now: Date): Promise<SimilarRequest[]> {
  const { topicCode, latitude, longitude, street = null, description = null, text = '', receivedAt = now } = where;
  const asked = { topicCode, latitude, longitude, street, description, text, receivedAt };
  const reaches = await kindredReaches(db, topicCode);
  if (!reaches.has(topicCode)) return [];
  const candidates = await candidatesNear(db, { ...where, reaches }, receivedAt);
  return candidates
    .map((each) => ({ ...each, likeness: likeness(asked, each, reaches.get(each.topicCode)!) }))
    .sort((one, other) => other.likeness.score - one.likeness.score || +other.receivedAt - +one.receivedAt)
    .slice(0, MOST_SHOWN);
}

const MOST_SHOWN = 5;
/** A street that thirty people call about must not hide the one behind it; more than these are read by nobody. */
const MOST_COMPARED = 200;

/** The topics of its family on which something may be suggested, each with its reach. */
async function kindredReaches(db: Db, topicCode: string): Promise<ReadonlyMap<string, DuplicateReach>> {
  const kindred = (await listTopics(db)).filter(({ code }) => familyOf(code) === familyOf(topicCode));
  return new Map(
    kindred.flatMap((topic) => {
      const reach = reachOf(topic);
      return reach === null ? [] : [[topic.code, reach] as const];
    }),
  );
}

async function candidatesNear(
  db: Db,
  where: Whereabouts & { reaches: ReadonlyMap<string, DuplicateReach> },
  around: Date,
): Promise<Omit<SimilarRequest, 'likeness'>[]> {
  const kindred = [...where.reaches.keys()];
  const longest = Math.max(SIMILAR_FOR_DAYS, ...[...where.reaches.values()].map(({ days }) => days));
  const [from, to] = [-1, 1].map((way) => new Date(around.getTime() + way * longest * 86_400_000));
  return rows<Omit<SimilarRequest, 'likeness'>>(
    db,
    sql`select r.id, r.tracking_number as "trackingNumber", left(r.text, 400) as text, r.topic_code as "topicCode", r.state,
               r.received_at as "receivedAt", r.street, r.place_description as description, r.latitude, r.longitude, r.lead_id as "leadId"
        from unnest(${kindred}::text[]) as of_group(code)
        cross join lateral (
          select * from service_requests near
          where near.neighbourhood_id = ${where.neighbourhoodId} and near.topic_code = of_group.code
            and near.received_at > ${from} and near.received_at < ${to}
            and not near.restricted and not near.identity_secret and near.state not in ('withdrawn','cancelled')
            and near.id <> ${where.except ?? '00000000-0000-0000-0000-000000000000'}::uuid
          order by near.received_at desc limit ${MOST_COMPARED}
        ) r where ${where.sights ? rightsCondition(where.sights) : sql`true`}`,
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
