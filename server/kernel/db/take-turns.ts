import type { Db } from './database.ts';
import { run, sql } from './database.ts';

/**
 * Makes the transactions that name the same thing go one after the other, each until it ends; others pass. For what a row lock
 * cannot guard because the row is not there yet: two who add the same thing at once, a double click.
 * Call it first: what was read before is what stood before one's turn.
 */
export async function takeTurns(db: Db, what: string): Promise<void> {
  await run(db, sql`select pg_advisory_xact_lock(hashtextextended(${what}, 0))`);
}
