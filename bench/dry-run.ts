/**
 * `npm run bench -- dry-run --on <data folder>`: rules that would send a part of a replayed year elsewhere, tried on the whole of it as the desk
 * does, as a long work in turns. The folder holds a year that `hemsehri replay` played (HEMSEHRI_DATA_DIR was it). Prints how far each
 * turn came and what would have gone elsewhere; writes bench/results/dry-run.json. Nothing of the year is changed.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { DryRunResult, Rule } from '../contract/routing.ts';
import { openHouse } from '../server/house.ts';
import { settableClock } from '../server/kernel/clock.ts';
import { readConfig } from '../server/kernel/config.ts';
import { inTransaction } from '../server/kernel/db/transaction.ts';
import type { House } from '../server/kernel/house.ts';
import { newId } from '../server/kernel/ids.ts';
import { longWorkRound } from '../server/kernel/long-works/run.ts';
import { workById } from '../server/kernel/long-works/work-store.ts';
import { startEmbeddedPostgres } from '../server/kernel/postgres/supervisor.ts';
import { askDryRun } from '../server/modules/routing/door.ts';
import { listStaff, staffActorById } from '../server/modules/staff/door.ts';

const { values } = parseArgs({ options: { on: { type: 'string' }, at: { type: 'string', default: '2023-01-01' } } });
if (values.on === undefined) throw new Error('Which replayed year? --on <data folder>');

/** One of each that costs: place, words, time, answers given by topic group. */
function rulesToTry(now: Date): Rule[] {
  const rule = (name: string, when: Rule['when'], directorate: string): Rule => ({
    ...{ id: newId(now), name, when, to: { directorate, unit: null, person: null } },
    why: { tr: `${name} kararı.`, en: `${name} decision.` },
  });
  return [
    rule('Gece gürültüsü', { topics: ['TEM-10'], hours: 'outside-office' }, 'FEN'),
    rule('Üç mahallede yol', { groups: ['YOL'], neighbourhoods: [1, 2, 3] }, 'HIM'),
    rule('Ağaç kökü', { words: ['ağaç kökü', 'kök'] }, 'PRK'),
  ];
}

async function measure(house: House) {
  const now = house.clock.now();
  const asker = (await listStaff(house.db)).find(({ role, active }) => active && role === 'supervisor');
  const actor = asker && (await staffActorById(house, asker.id));
  if (!actor) throw new Error('That house has no supervisor: is it a replayed year?');
  const begun = performance.now();
  const id = await inTransaction(house, { actor }, (tx) => askDryRun(tx, rulesToTry(now)));
  const asked = performance.now() - begun;
  await longWorkRound(house, staffActorById);
  const work = await workById(house.db, id);
  const seconds = (performance.now() - begun) / 1000;
  const { moves, asked: requests, moved, milliseconds, takes } = work!.result as DryRunResult;
  return {
    ...{ state: work!.state, requests, moved, seconds, askedMs: Math.round(asked), workMs: milliseconds },
    ...{ requestsPerSecond: Math.round(requests / seconds), takes },
    moves: moves.map(({ from, to, requests: n }) => ({ from: from?.directorate, to: to?.directorate, requests: n })),
  };
}

const server = await startEmbeddedPostgres({ dataDir: values.on, log: () => {} });
const config = readConfig({ HEMSEHRI_DATA_DIR: values.on, HEMSEHRI_LOG: 'error' }, values.on);
const { house, close } = openHouse(config, server.url, settableClock(new Date(`${values.at}T00:00:00Z`)));
try {
  const result = { ...(await measure(house)), load: loadavg(), cores: cpus().length, node: process.version };
  console.log(JSON.stringify(result, null, 2));
  const folder = fileURLToPath(new URL('results/', import.meta.url));
  await mkdir(folder, { recursive: true });
  await writeFile(`${folder}dry-run.json`, `${JSON.stringify(result, null, 2)}\n`);
} finally {
  await close();
  await server.stop();
}
