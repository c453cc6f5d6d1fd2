/**
 * Knocks once at the server that DATABASE_URL names, so that whatever is wrong there is said in words before anything else begins.
 * The address itself is never repeated: it holds a password.
 */
import pg from 'pg';
import { StartupProblem } from '../startup-problem.ts';

const OLDEST = 15;
const PATIENCE_MS = 10_000;

/** @throws StartupProblem if the server is not reached, lets us not in, is too old, or its database cannot hold Turkish. */
export async function knock(databaseUrl: string): Promise<void> {
  const client = new pg.Client({
    connectionString: databaseUrl,
    application_name: 'hemsehri start',
    connectionTimeoutMillis: PATIENCE_MS,
  });
  client.on('error', () => undefined);
  try {
    await client.connect().catch((error: unknown) => {
      throw new StartupProblem(whyNot(client, error as { code?: string; message: string }));
    });
    const { rows } = await client.query<{ version: string; encoding: string }>(
      `select current_setting('server_version_num') as version, current_setting('server_encoding') as encoding`,
    );
    assertFit(client, rows[0]!);
  } finally {
    await client.end().catch(() => undefined);
  }
}

function whyNot({ host, port, user, database }: pg.Client, { code, message }: { code?: string; message: string }) {
  const server = `The PostgreSQL server of DATABASE_URL (${host}:${port})`;
  switch (code) {
    case '28P01':
    case '28000':
      return `${server} does not let the user "${user}" in: ${message}. Are user and password right, and does pg_hba.conf allow it?`;
    case '3D000':
      return `${server} has no database "${database}". Make it first: createdb --encoding=UTF8 ${database}`;
    case '57P03':
      return `${server} is still starting. Try again in a moment.`;
    case '53300':
      return `${server} has no connection left. Raise its max_connections, or lower HEMSEHRI_DATABASE_CONNECTIONS of the other processes.`;
    default:
      return `${server} is not reached: ${message}. Is it running, and are host and port right?`;
  }
}

function assertFit({ database }: pg.Client, { version, encoding }: { version: string; encoding: string }): void {
  const major = Math.floor(Number(version) / 10_000);
  if (major < OLDEST) {
    throw new StartupProblem(`DATABASE_URL names a PostgreSQL ${major}; Hemşehri needs ${OLDEST} or later.`);
  }
  if (encoding !== 'UTF8') {
    throw new StartupProblem(
      `The database "${database}" is encoded in ${encoding}, which cannot hold every letter. Make another: createdb --encoding=UTF8 --template=template0 …`,
    );
  }
}
