/** Which queries were found to match very much a moment ago: asking the index for all of it again would only find out the same. */
import type { Db } from '../../kernel/db/database.ts';
import type { Wanted } from './entry-store.ts';
import { shortMemory } from './short-memory.ts';

const noted = shortMemory<true>(60_000);

/** The conditions no term says change with the clock and narrow little; the query alone is what was much. */
export function knownAsMany(db: Db, { query, conditions }: Wanted): boolean {
  return conditions.length === 0 && noted.get(db, query) === true;
}

export function noteAsMany(db: Db, { query, conditions }: Wanted): void {
  if (conditions.length === 0) noted.keep(db, query, true);
}
