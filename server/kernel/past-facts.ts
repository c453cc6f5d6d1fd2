import type { Db } from './db/database.ts';
import { rows, sql } from './db/database.ts';

export interface PastFact {
  id: number;
  name: string;
  subject: string;
  data: Record<string, unknown>;
}

/**
 * Facts of these names in the order in which they were recorded, for work that reads what has happened at its leisure. Ids are given before
 * the commit: read only what is old enough (`before`) that no transaction from then can still be open.
 */
export function pastFacts(
  db: Db,
  { names, after, before, limit }: { names: readonly string[]; after: number; before: Date; limit: number },
): Promise<PastFact[]> {
  return rows<PastFact>(
    db,
    sql`select id, name, subject, data from facts
        where id > ${after} and at < ${before} and name = any(${names}) order by id limit ${limit}`,
  );
}
