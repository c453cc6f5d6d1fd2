import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Bytes on disk, named by their SHA-256, so that the same photo is kept once and a name tells nothing.
 * A file is durable before the row that names it is committed; a file without a row is waste, never a loss.
 */
export interface FileStore {
  put(content: Buffer): Promise<string>;
  get(sha256: string): Promise<Buffer>;
}

export function makeFileStore(folder: string): FileStore {
  const pathOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256.slice(2));
  return {
    async put(content) {
      const sha256 = createHash('sha256').update(content).digest('hex');
      await writeDurably(join(folder, sha256.slice(0, 2)), pathOf(sha256), content);
      return sha256;
    },
    get: (sha256) => {
      if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('a file is named by its SHA-256');
      return readFile(pathOf(sha256));
    },
  };
}

/**
 * Written beside, flushed, then renamed: a reader sees the whole file or none, also after a power cut. Beside under a name of its own: a
 * double click puts the same photo twice at once.
 */
async function writeDurably(folder: string, path: string, content: Buffer): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o750 });
  const beside = `${path}.${randomUUID()}.part`;
  const file = await open(beside, 'w', 0o640);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(beside, path);
  const directory = await open(folder, 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}
