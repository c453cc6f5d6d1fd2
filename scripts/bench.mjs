#!/usr/bin/env node
/** `npm run bench -- <name>`: runs bench/<name>.ts, which prints its ratios and writes bench/results/<name>.json. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled, root, runOnNode24, stop } from './ensure-runtime.mjs';

const [name, ...args] = process.argv.slice(2);
const folder = join(root, 'bench');
const benches = existsSync(folder)
  ? readdirSync(folder)
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .map((file) => file.slice(0, -3))
  : [];
if (!benches.includes(name)) {
  stop(`${name ? `There is no bench "${name}".` : 'Which bench?'} There are: ${benches.join(', ')}.`);
}
await ensureInstalled({ forTests: true });
await runOnNode24(`bench/${name}.ts`, args);
