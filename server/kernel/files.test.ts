import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { makeFileStore } from './files.ts';

const folder = mkdtempSync(join(tmpdir(), 'hemsehri-files-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const files = makeFileStore(folder);

const namesIn = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name);

test('bytes come back under the name that is their digest', async () => {
  const content = Buffer.from([0, 255, 10, 13, 128]);
  const name = await files.put(content);
  expect(name).toBe(createHash('sha256').update(content).digest('hex'));
  expect(await files.get(name)).toEqual(content);
});

test('the same bytes are kept once, however many bring them at once', async () => {
  const before = namesIn().length;
  const content = Buffer.alloc(300_000, 'a');
  const names = await Promise.all(Array.from({ length: 10 }, () => files.put(content)));
  expect(new Set(names).size).toBe(1);
  expect(namesIn()).toHaveLength(before + 1);
  expect((await files.get(names[0]!)).equals(content)).toBe(true);
});

test('nobody outside the group may read a file', async () => {
  const name = await files.put(Buffer.from('a photo'));
  expect(statSync(join(folder, name.slice(0, 2), name.slice(2))).mode & 0o007).toBe(0);
});

test.each(['../../etc/passwd', '', 'a'.repeat(63), 'A'.repeat(64), `${'a'.repeat(64)}/..`])(
  'a name that is no digest (%s) opens no path',
  (name) => {
    expect(() => files.get(name)).toThrow('named by its SHA-256');
  },
);

test('a name nobody put is not there', async () => {
  await expect(files.get('0'.repeat(64))).rejects.toMatchObject({ code: 'ENOENT' });
});
