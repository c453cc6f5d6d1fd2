/** What docs/security.md claims is tested: each row names a file and the title of a test in it, and both must be there. */
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const ROOT = new URL('../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, ROOT), 'utf8');
const [claimed = '', unclaimed = ''] = read('docs/security.md').split('## Not claimed');

interface Claim {
  what: string;
  file: string;
  title: string;
}

const rows = claimed.split('\n').filter((line) => line.startsWith('| ') && !/^\| (ASVS|What|---)/.test(line));

const claims = rows.map((row): Claim => {
  const cells = row.split(' | ').map((cell) => cell.replace(/^\| | \|$/g, '').trim());
  const [, file = '', title = ''] = /^`([^`]+)` › (.+)$/.exec(cells.at(-1) ?? '') ?? [];
  return { what: cells.slice(0, -1).join(' '), file, title };
});

test('there are claims, and each names a file and a test', () => {
  expect(claims.length).toBeGreaterThan(40);
  expect(claims.filter(({ file, title }) => file === '' || title === '')).toEqual([]);
});

test.each(claims)('$what: $title', ({ file, title }) => {
  expect(existsSync(new URL(file, ROOT)), file).toBe(true);
  // The first argument of a call: the title of a test or the beginning of one; of a table of tests, after the name it is filled with.
  const firsts = [...read(file).matchAll(/\(\s*(['"`])(.+)/g)].map(([, , first = '']) =>
    first.replaceAll("\\'", "'").replace(/^(\$\w+|%[sj]): /, ''),
  );
  expect(
    firsts.some((first) => first.startsWith(title)),
    `no test “${title}” in ${file}`,
  ).toBe(true);
});

test('what is not claimed says why, and is claimed nowhere above', () => {
  const lines = unclaimed.split('\n').filter((line) => /^\| \d/.test(line));
  expect(lines.length).toBeGreaterThan(3);
  for (const line of lines) {
    const [, id = '', , why = ''] = line.split('|').map((cell) => cell.trim());
    expect(why).not.toBe('');
    expect(claimed).not.toContain(`| ${id} |`);
  }
});
