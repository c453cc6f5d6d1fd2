#!/usr/bin/env node
/** `npm run check`: the static checks of `npm test` alone, for before a commit. Names of checks as arguments run only those. */
import { checkNames, runCheck } from './checks.mjs';
import { ensureInstalled } from './ensure-runtime.mjs';

await ensureInstalled({ forTests: true });
const asked = process.argv.slice(2);
let failed = 0;
for (const name of checkNames.filter((check) => asked.length === 0 || asked.includes(check))) {
  const result = await runCheck(name);
  console.log(`${result.failed ? '✗' : '✓'} ${name}`);
  failed += result.failed;
}
process.exitCode = failed > 0 ? 1 : 0;
