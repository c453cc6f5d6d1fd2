/** What was measured of finding, as a table to read and a file to keep. */
import { mkdir, writeFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Class, FindingResults } from './measure.ts';

export function printFinding({ writes, ...groups }: FindingResults): void {
  for (const [group, classes] of Object.entries(groups)) {
    process.stdout.write(`\n${group}\n`);
    console.table(Object.fromEntries((classes as Class[]).map(({ name, ...rest }) => [name, rest])));
  }
  process.stdout.write(`Written meanwhile: ${JSON.stringify(writes)}.\n`);
}

/** As bench/results/finding.json. */
export async function saveFinding(rows: number, results: FindingResults): Promise<void> {
  const folder = fileURLToPath(new URL('../results/', import.meta.url));
  await mkdir(folder, { recursive: true });
  const about = { rows, atOnce: 2, load: loadavg(), node: process.version };
  await writeFile(`${folder}finding.json`, `${JSON.stringify({ ...about, ...results }, null, 2)}\n`);
}
