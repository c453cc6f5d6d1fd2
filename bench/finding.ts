/**
 * `npm run bench -- finding`: the work list, the search box, counts and the map among a million requests, while ten new ones come each second.
 * Every class of question for itself, by readers of every scope. Prints a table and writes bench/results/finding.json.
 * `--rows 100000` for a smaller one, `--each 50` to ask each class less often; `--keep <folder>` keeps the data and finds it there the next time.
 */
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { serveFinding, withGround } from './finding/ground.ts';
import { measureFinding } from './finding/measure.ts';
import { printFinding, saveFinding } from './finding/tell.ts';

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000000' },
    each: { type: 'string', default: '200' },
    keep: { type: 'string' },
  },
});
const rows = Number(values.rows);
const say = (what: string) => void process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${what}\n`);

await withGround({ rows, keep: values.keep, say }, async (ground, known) => {
  const web = await serveFinding(ground);
  const results = await measureFinding(web.base, known, { each: Number(values.each) });
  await web.stop();
  printFinding(results);
  process.stdout.write(`Load of the machine ${loadavg()[0]?.toFixed(1)}.\n`);
  await saveFinding(rows, results);
});
