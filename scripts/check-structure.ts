/** `npm run check -- structure`: holds the code against scripts/structure-rules.ts and prints each breach as a sentence. */
import { globSync, readFileSync } from 'node:fs';
import { findProblems } from './structure.ts';

const sources = globSync('{server,text,contract,ui,apps}/**/*.{ts,tsx}', {
  exclude: ['**/node_modules/**', '**/dist/**'],
});
const files = sources.map((path) => ({ path, text: readFileSync(path, 'utf8') }));
const migrations = globSync('server/migrations/*.sql').map((path) => readFileSync(path, 'utf8'));
const named = (pattern: RegExp) => migrations.flatMap((text) => [...text.matchAll(pattern)].map(([, table]) => table!));
// What a later migration took away again has no owner any more.
const dropped = new Set(named(/^drop table (\w+)/gim));
const tables = named(/^create (?:unlogged )?table (?:if not exists )?(\w+)/gim).filter((table) => !dropped.has(table));

const problems = findProblems(files, tables);
for (const problem of problems) console.error(problem);
if (problems.length > 0)
  console.error(`${problems.length} breaches of the structure (ARCHITECTURE.md says why it is so).`);
process.exitCode = problems.length > 0 ? 1 : 0;
