/**
 * `npm run bench -- drill`: the kill drill at full length. HEMSEHRI_DRILL_KILLS (20) kills, split between program and database;
 * HEMSEHRI_DRILL_SEED repeats an earlier one. Ends with 1 when a promise was broken.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { runKillDrill, tableOf } from '../server/testing/drills/kill-drill.ts';

const kills = Number(process.env.HEMSEHRI_DRILL_KILLS ?? 20);
const seed = Number(process.env.HEMSEHRI_DRILL_SEED ?? Math.floor(Math.random() * 2 ** 31));

const report = await runKillDrill({ kills, seed, say: (line) => console.log(line) });
const results = new URL('results/', import.meta.url);
mkdirSync(results, { recursive: true });
const about = { at: new Date().toISOString(), node: process.version };
writeFileSync(new URL('drill.json', results), `${JSON.stringify({ ...about, ...report }, null, 2)}\n`);
console.log(`\n${tableOf(report)}`);
process.exitCode = report.broken.length > 0 ? 1 : 0;
