/** Requests by the person who made them. */
import type { Db } from '../../kernel/db/database.ts';
import { rows, sql } from '../../kernel/db/database.ts';

export interface OwnedRequest {
  id: string;
  identitySecret: boolean;
}

export function requestsOfCitizen(db: Db, citizenId: string): Promise<OwnedRequest[]> {
  return rows<OwnedRequest>(
    db,
    sql`select id, identity_secret as "identitySecret" from service_requests where citizen_id = ${citizenId} order by id`,
  );
}
