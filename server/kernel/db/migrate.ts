import { readFile, readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { StartupProblem } from '../startup-problem.ts';

const folder = fileURLToPath(new URL('../../migrations/', import.meta.url));

/**
 * Brings the database to the newest schema: each file of server/migrations once, in order, in its own transaction.
 * Forward only; a file is never edited after it was merged, and one that changed stops the start.
 * Two processes starting at once take turns (advisory lock). Killed in the middle, it goes on where it was.
 * @throws StartupProblem if this program and the database do not fit together; nothing is changed then.
 */
export async function migrate(databaseUrl: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'hemsehri migrate' });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(727001)');
    return await applyMissing(client);
  } finally {
    await client.end();
  }
}

async function applyMissing(client: pg.Client): Promise<string[]> {
  await client.query(
    'create table if not exists schema_migrations (name text primary key, checksum text not null, applied_at timestamptz not null default now())',
  );
  const done = new Map<string, string>(
    (await client.query<{ name: string; checksum: string }>('select name, checksum from schema_migrations')).rows.map(
      (row) => [row.name, row.checksum],
    ),
  );
  const files = await migrationFiles(client);
  assertNotNewer(done, files);
  const applied: string[] = [];
  for (const { name, text, checksum } of files) {
    const before = done.get(name);
    if (before !== undefined && before !== checksum) {
      throw new StartupProblem(`Migration ${name} was changed after it was applied here; write a new one instead.`);
    }
    if (before === undefined) {
      await applyOne(client, { name, text, checksum });
      applied.push(name);
    }
  }
  return applied;
}

/** An older program does not know what the newer columns mean, and would write rows that break their rules. */
function assertNotNewer(done: ReadonlyMap<string, string>, files: { name: string }[]): void {
  const unknown = [...done.keys()].filter((name) => !files.some((file) => file.name === name)).sort();
  if (unknown.length === 0) return;
  throw new StartupProblem(
    `This database has the migration ${unknown.at(-1)}, which this program does not know: a newer Hemşehri made it. Start that version, or a newer one.`,
  );
}

async function applyOne(client: pg.Client, file: { name: string; text: string; checksum: string }): Promise<void> {
  await client.query('begin');
  try {
    await client.query(file.text);
    await client.query('insert into schema_migrations (name, checksum) values ($1, $2)', [file.name, file.checksum]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new StartupProblem(`Migration ${file.name} failed and was undone: ${(error as Error).message}`, {
      cause: error,
    });
  }
}

async function migrationFiles(client: pg.Client) {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  const files = [];
  for (const name of names) {
    const text = await readFile(folder + name, 'utf8');
    const checksum = (await client.query<{ md5: string }>('select md5($1)', [text])).rows[0]!.md5;
    files.push({ name, text, checksum });
  }
  return files;
}
