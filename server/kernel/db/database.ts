import { Kysely, PostgresDialect, sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import pg from 'pg';
import { NamingClient } from './named-statements.ts';

/** The database as stores see it. Stores write SQL through Kysely's `sql` tag; tables have no type here, so that the kernel names none. */
export type Db = Kysely<unknown>;

// int8 and numeric come as strings by default; our counts and kuruş stay far below 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number);
// A calendar day is a text 'YYYY-MM-DD': turned into a Date it would move with the machine's time zone.
pg.types.setTypeParser(pg.types.builtins.DATE, (value: string) => value);

export interface OpenDatabase {
  db: Db;
  pool: pg.Pool;
  close(): Promise<void>;
}

/**
 * @param size most connections this process may hold; web and worker each have their own.
 */
export function openDatabase(url: string, size: number): OpenDatabase {
  const pool = new pg.Pool({
    Client: NamingClient,
    connectionString: url,
    max: size,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 10_000,
    application_name: 'hemsehri',
    // Compiling a statement to machine code takes a server that does so longer than any of ours runs, and it begins anew each time. Said here and not
    // at the start-up of the connection, where a pooler between us and the server would refuse it.
    onConnect: async (client) => void (await client.query('set jit = off')),
  });
  // An idle connection may die with the server; the pool replaces it, and the next query tells if the server is really gone.
  pool.on('error', () => undefined);
  // While it is lent out the pool does not listen, and an error nobody hears ends the process. The query under way or the next one fails.
  pool.on('connect', (client) => void client.on('error', () => undefined));
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  return { db, pool, close: () => db.destroy() };
}

/** Runs one statement and gives its rows. */
export async function rows<Row>(db: Db, query: RawBuilder<Row>): Promise<Row[]> {
  return (await query.execute(db)).rows;
}

/** Runs one statement that gives at most one row. */
export async function maybeRow<Row>(db: Db, query: RawBuilder<Row>): Promise<Row | undefined> {
  return (await query.execute(db)).rows[0];
}

/** Runs one statement that must give a row; without one the database broke a promise, which is a fault. */
export async function oneRow<Row>(db: Db, query: RawBuilder<Row>): Promise<Row> {
  const found = (await query.execute(db)).rows[0];
  if (found === undefined) throw new Error('a statement that always gives a row gave none');
  return found;
}

/** Runs one statement for its effect and gives the number of rows it touched. */
export async function run(db: Db, query: RawBuilder<unknown>): Promise<number> {
  return Number((await query.execute(db)).numAffectedRows ?? 0n);
}

/** Whether the server could not be reached, or went away meanwhile. What was asked then may or may not have been done. */
export function isDatabaseAway(error: unknown): boolean {
  const code = String((error as { code?: unknown } | undefined)?.code ?? '');
  const message = error instanceof Error ? error.message : '';
  return (
    /^(ECONN|57P0|08|53300)/.test(code) || /timeout exceeded when trying to connect|Connection terminated/.test(message)
  );
}

export { sql };
