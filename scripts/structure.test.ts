import { expect, test } from 'vitest';
import { findProblems } from './structure.ts';

const door = { path: 'server/modules/requests/door.ts', text: '' };

test.each([
  [
    'a higher module through the door',
    'server/modules/intake/actions/receive.ts',
    `import { a } from '../../requests/door.ts'`,
  ],
  ['the program with all that is put together', 'server/main.ts', `import { a } from './modules/requests/routes.ts'`],
  [
    'a test with what another module lends to tests',
    'server/modules/intake/a.test.ts',
    `import { a } from '../requests/testing.ts'`,
  ],
  ['a store with its own table', 'server/modules/requests/held-store.ts', 'const a = `select 1 from held_acts`'],
  ['a word that is also a table', 'server/modules/intake/a.ts', `const a = 'calls and messages from topics.'`],
])('lets %s pass', (_what, path, text) => {
  expect(findProblems([door, { path, text }], [])).toEqual([]);
});

test.each([
  [
    'upward imports',
    'server/modules/places/a.ts',
    `import type { A } from '../requests/door.ts'`,
    'not on a floor below',
  ],
  ['imports beside', 'server/modules/routing/a.ts', `import { a } from '../intake/door.ts'`, 'not on a floor below'],
  ['ways round the door', 'server/modules/intake/a.ts', `import { a } from '../requests/store.ts'`, 'only its door.ts'],
  [
    'an upward re-export',
    'server/modules/places/a.ts',
    `export { a } from '../requests/door.ts'`,
    'not on a floor below',
  ],
  [
    'a kernel that knows a module',
    'server/kernel/a.ts',
    `import { a } from '../modules/requests/door.ts'`,
    'under every module',
  ],
  ['modules that know the program', 'server/modules/intake/a.ts', `import { a } from '../../cli/a.ts'`, 'stands above'],
  [
    'the harness outside tests',
    'server/modules/intake/a.ts',
    `import { a } from '../../testing/database.ts'`,
    'for tests',
  ],
  [
    'a server inside a browser',
    'apps/desk/src/a.tsx',
    `import type { A } from '../../../server/kernel/ids.ts'`,
    'may not know',
  ],
  [
    'another one’s table',
    'server/modules/intake/store.ts',
    'const a = sql`update service_requests set a = ${1}`',
    'only store files of requests',
  ],
  [
    'SQL outside a store',
    'server/modules/requests/queries.ts',
    'const a = sql`select ${b} from assignments`',
    'only store files of requests',
  ],
  ['a module without a floor', 'server/modules/weather/a.ts', '', 'has no floor'],
  ['empty names', 'server/kernel/utils.ts', '', 'says nothing'],
  ['names in other cases', 'server/kernel/fooBar.ts', '', 'kebab-case'],
])('refuses %s', (_what, path, text, sentence) => {
  const problems = findProblems([door, { path, text }], []);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain(sentence);
});

test('refuses a circle even of types, and tells the way round', () => {
  const files = [
    { path: 'text/a.ts', text: `import type { B } from './b.ts'` },
    { path: 'text/b.ts', text: `import type { C } from './c.ts'` },
    { path: 'text/c.ts', text: `import type { A } from './a.ts'` },
  ];
  expect(findProblems(files, [])).toEqual(['circle of imports: text/a.ts → text/b.ts → text/c.ts → text/a.ts']);
});

test('asks for the owner of a new table', () => {
  expect(findProblems([], ['held_acts', 'weather'])).toEqual(['table weather has no owner in structure-rules.ts']);
});
