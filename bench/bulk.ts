/**
 * `npm run bench -- bulk`: one act on 10,000 requests and its undoing, each by a worker that is killed half way. Prints and writes
 * bench/results/bulk.json: seconds, rows per second, and whether anything was done twice or lost. HEMSEHRI_BULK_ROWS takes another number.
 * Ends with 1 when a promise was broken.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemActor } from '../server/kernel/actor.ts';
import { settableClock } from '../server/kernel/clock.ts';
import { readConfig } from '../server/kernel/config.ts';
import { migrate } from '../server/kernel/db/migrate.ts';
import { inTransaction } from '../server/kernel/db/transaction.ts';
import { discardEmbeddedPostgres, startEmbeddedPostgres } from '../server/kernel/postgres/supervisor.ts';
import { openHouse } from '../server/house.ts';
import { seedTexts } from '../server/modules/correspondence/door.ts';
import { listStaff, staffActorById } from '../server/modules/staff/door.ts';
import { seedDemoStaff } from '../server/seed/demo-staff.ts';
import { seedMunicipality } from '../server/seed/seed-municipality.ts';
import type { BulkReport } from '../server/testing/drills/bulk-act.ts';
import { runBulkDrill } from '../server/testing/drills/bulk-act.ts';
import { databaseOn, onServer } from '../server/testing/test-server.ts';

const ROWS = Number(process.env.HEMSEHRI_BULK_ROWS ?? 10_000);

const folder = await mkdtemp(join(tmpdir(), 'hemsehri-bench-'));
const given = process.env.DATABASE_URL;
const server = given
  ? { url: given, stop: async () => {} }
  : await startEmbeddedPostgres({ dataDir: folder, log: () => {} });
const name = `hemsehri_bulk_${process.pid}`;
await onServer(server.url, (client) => client.query(`create database ${name} template template0 encoding 'UTF8'`));
try {
  tell(await drill(databaseOn(server.url, name)));
} finally {
  await onServer(server.url, (client) => client.query(`drop database if exists ${name} with (force)`));
  await server.stop();
  if (!given) await discardEmbeddedPostgres({ dataDir: folder });
  await rm(folder, { recursive: true, force: true });
}

async function drill(url: string): Promise<BulkReport> {
  await migrate(url);
  const clock = settableClock(new Date('2026-02-16T09:00:00+03:00'));
  const { house, close } = openHouse(
    readConfig({ HEMSEHRI_LOG: 'silent', HEMSEHRI_DATA_DIR: folder }, folder),
    url,
    clock,
  );
  await seedMunicipality(house, 'umraniye');
  await inTransaction(house, { actor: systemActor('bench') }, seedTexts);
  await seedDemoStaff(house);
  const sibel = (await listStaff(house.db)).find(({ username }) => username === 'sibel')!;
  const supervisor = (await staffActorById(house, sibel.id))!;
  const report = await runBulkDrill({
    ...{ house, clock, databaseUrl: url, supervisor, rows: ROWS, killAt: Math.floor(ROWS / 2), pauseMs: 0 },
    say: (line) => console.log(line),
  });
  await close();
  return report;
}

function tell(report: BulkReport): void {
  const results = new URL('results/', import.meta.url);
  mkdirSync(results, { recursive: true });
  const about = { at: new Date().toISOString(), node: process.version, load: loadavg() };
  writeFileSync(new URL('bulk.json', results), `${JSON.stringify({ ...about, ...report }, null, 2)}\n`);
  console.log(
    report.broken.length === 0 ? 'nothing twice, nothing lost, undone to the last' : report.broken.join('\n'),
  );
  process.exitCode = report.broken.length > 0 ? 1 : 0;
}
