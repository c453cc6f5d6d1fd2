import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lockFolder, lockHolder } from './folder-lock.ts';
import { startOf } from './processes.ts';

let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hemsehri-lock-'));
  path = join(folder, 'lock');
});
afterEach(() => rm(folder, { recursive: true }));

test('is had by one, and free again after release', async () => {
  const lock = await lockFolder(path);
  expect(await lockFolder(path)).toEqual({ heldBy: process.pid });
  expect(await lockHolder(path)).toBe(process.pid);
  if ('release' in lock) await lock.release();
  expect(await readdir(folder)).toEqual([]);
});

test.each([
  ['a process that is gone', JSON.stringify({ pid: 2 ** 22 + 1, started: 'long ago' })],
  ['a process whose number another one has now', JSON.stringify({ pid: process.ppid, started: 'before the restart' })],
  ['a machine that lost power while writing', '{"pid": 12'],
])('is taken from %s', async (_whom, left) => {
  await writeFile(path, left);
  expect(await lockHolder(path)).toBeUndefined();
  expect(await lockFolder(path)).toHaveProperty('release');
  expect(await readdir(folder)).toEqual(['lock']);
});

test('is respected while its owner lives', async () => {
  await writeFile(path, JSON.stringify({ pid: process.ppid, started: startOf(process.ppid) }));
  expect(await lockFolder(path)).toEqual({ heldBy: process.ppid });
});
