/**
 * `npm run bench -- finding`: the work list, the search box, counts and the map among a million requests, while ten new ones come each second.
 * Every class of question for itself, by readers of every scope. Prints a table and writes bench/results/finding.json.
 * `--rows 100000` for a smaller one; `--keep <folder>` keeps the data and finds it there the next time.
 */
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { discardEmbeddedPostgres, startEmbeddedPostgres } from '../server/kernel/postgres/supervisor.ts';
import { prepareFinding, serveFinding } from './finding/ground.ts';
import type { Class, FindingResults } from './finding/measure.ts';
import { measureFinding } from './finding/measure.ts';
import type { Known } from './finding/questions.ts';

const say = (what: string) => void process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${what}\n`);

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      rows: { type: 'string', default: '1000000' },
      each: { type: 'string', default: '200' },
      keep: { type: 'string' },
    },
  });
  const rows = Number(values.rows);
  const folder = values.keep ?? (await mkdtemp(join(tmpdir(), 'hemsehri-finding-')));
  await mkdir(folder, { recursive: true });
  const server = await startEmbeddedPostgres({ dataDir: folder, log: () => {} });
  const ground = { url: server.url, folder };
  const notes = join(folder, 'known.json');
  try {
    if (!existsSync(notes)) await writeFile(notes, JSON.stringify(await prepareFinding(ground, rows, say)));
    const known = JSON.parse(await readFile(notes, 'utf8')) as Known;
    const web = await serveFinding(ground);
    const results = await measureFinding(web.base, known, { each: Number(values.each) });
    await web.stop();
    print(results);
    const about = { rows, atOnce: 2, load: loadavg(), node: process.version };
    const out = fileURLToPath(new URL('results/finding.json', import.meta.url));
    await mkdir(fileURLToPath(new URL('results/', import.meta.url)), { recursive: true });
    await writeFile(out, `${JSON.stringify({ ...about, ...results }, null, 2)}\n`);
  } finally {
    await server.stop();
    if (values.keep === undefined) {
      await discardEmbeddedPostgres({ dataDir: folder });
      await rm(folder, { recursive: true, force: true });
    }
  }
}

function print({ writes, ...groups }: FindingResults): void {
  for (const [group, classes] of Object.entries(groups)) {
    process.stdout.write(`\n${group}\n`);
    console.table(Object.fromEntries((classes as Class[]).map(({ name, ...rest }) => [name, rest])));
  }
  process.stdout.write(
    `Written meanwhile: ${JSON.stringify(writes)}. Load of the machine ${loadavg()[0]?.toFixed(1)}.\n`,
  );
}

await main();
