/** Requests found by what names them: a key of the sender's, the citizen's number or link, the topic they are kept by. */
import type { Db } from '../../kernel/db/database.ts';
import { maybeRow, oneRow, rows, sql } from '../../kernel/db/database.ts';
import type { ServiceRequest } from './request.ts';
import type { Confidence } from './store.ts';
import { requestColumns } from './store.ts';

export function requestByClientKey(db: Db, clientKey: string): Promise<ServiceRequest | undefined> {
  return maybeRow<ServiceRequest>(
    db,
    sql`select ${requestColumns} from service_requests where client_key = ${clientKey}`,
  );
}

export function requestByTrackingNumber(db: Db, trackingNumber: string): Promise<ServiceRequest | undefined> {
  return maybeRow<ServiceRequest>(
    db,
    sql`select ${requestColumns} from service_requests where tracking_number = ${trackingNumber}`,
  );
}

/** Numbers for a list of ids; one that is not there is left out. */
export async function trackingNumbersOf(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const found = await rows<{ id: string; number: string }>(
    db,
    sql`select id, tracking_number as number from service_requests where id = any(${ids}::uuid[])`,
  );
  return new Map(found.map(({ id, number }) => [id, number]));
}

export function requestByTokenHash(db: Db, hash: Buffer): Promise<ServiceRequest | undefined> {
  return maybeRow<ServiceRequest>(
    db,
    sql`select ${requestColumns} from service_requests where access_token_hash = ${hash}`,
  );
}

/** Whether there is any request whose client key begins with none of these. */
export async function recordsOtherThan(db: Db, keyStarts: readonly string[]): Promise<boolean> {
  const row = await oneRow<{ found: boolean }>(
    db,
    sql`select exists (
          select from service_requests r
          where not exists (select from unnest(${[...keyStarts]}::text[]) as k(start) where starts_with(r.client_key, k.start))
        ) as found`,
  );
  return row.found;
}

/** Requests on a topic that are kept otherwise, or from fewer, than it says now, by id. */
export async function requestsKeptOtherwise(
  db: Db,
  {
    topic,
    restrictedTo,
    identitySecret,
    after,
    limit,
  }: Confidence & { topic: string; after: string | null; limit: number },
): Promise<string[]> {
  const kept = restrictedTo === null ? sql`false` : sql`(not restricted or restricted_to <> ${restrictedTo}::text[])`;
  const found = await rows<{ id: string }>(
    db,
    sql`select id from service_requests
        where topic_code = ${topic} and (${kept} or (${identitySecret} and not identity_secret))
          and ${after === null ? sql`true` : sql`id > ${after}::uuid`}
        order by id limit ${limit}`,
  );
  return found.map(({ id }) => id);
}
