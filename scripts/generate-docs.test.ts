/** Documents that say something of the code stay true: generated parts, glossary, environment table, links. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { ASSIGNMENT_STATES, REQUEST_STATES } from '../server/modules/requests/door.ts';
import { documentsFromCode } from './docs-from-code.ts';
import { tablesOf } from './structure-rules.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string) => readFileSync(join(root, path), 'utf8');

test('no generated part is stale (npm exec -- node scripts/generate-docs.ts writes them anew)', async () => {
  const stale = [...(await documentsFromCode())].filter(
    ([path, text]) => !existsSync(join(root, path)) || read(path) !== text,
  );
  expect(stale.map(([path]) => path)).toEqual([]);
});

test('every table, every view and every state stands in the glossary', () => {
  const glossary = read('GLOSSARY.md');
  const messageStates = /state +text not null check \(state in \(([^)]*)\)/.exec(
    read('server/migrations/0005-messages.sql'),
  )![1]!;
  const names = [
    ...Object.values(tablesOf).flat(),
    ...Object.keys(REQUEST_STATES),
    ...Object.keys(ASSIGNMENT_STATES),
    ...messageStates.split(',').map((state) => state.trim().replaceAll("'", '')),
  ];
  expect(names.filter((name) => !glossary.includes(`\`${name}\``))).toEqual([]);
});

test('every variable of the environment stands in the README', () => {
  const known = new Set(
    [...read('server/kernel/config.ts').matchAll(/\b(?:PORT|HOST|DATABASE_URL|HEMSEHRI_[A-Z_]+)\b/g)].map(
      ([name]) => name,
    ),
  );
  const readme = read('README.md');
  expect([...known].filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
});

// Screens are made by the journeys and may be absent from a clone in which they never ran.
const MADE_BY_JOURNEYS = /^docs\/screens\//;

test('every link inside the documents leads somewhere', () => {
  const documents = globSync(['*.md', 'docs/**/*.md'], { cwd: root, exclude: ['**/node_modules/**'] });
  const broken = documents.flatMap((path) =>
    [...read(path).matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)]
      .map(([, target]) => target!)
      .filter((target) => !/^[a-z]+:/.test(target))
      .map((target) => join(dirname(path), target))
      .filter((target) => !MADE_BY_JOURNEYS.test(target) && !existsSync(join(root, target)))
      .map((target) => `${path} → ${target}`),
  );
  expect(broken).toEqual([]);
});
