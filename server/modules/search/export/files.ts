/** Where exported lists lie until they are fetched: beside the photos, each under the id of its work, for some days. */
import { createReadStream } from 'node:fs';
import type { ReadStream } from 'node:fs';
import { mkdir, open, readdir, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { House } from '../../../kernel/house.ts';
import { isId } from '../../../kernel/ids.ts';

const folderOf = ({ config }: House): string => join(config.dataDir, 'exports');
const pathOf = (house: House, id: string): string => {
  if (!isId(id)) throw new Error('an export is named by the id of its work');
  return join(folderOf(house), id);
};

/** Writes at this place and cuts off what a killed step may have written behind it. Durable when it returns. */
export async function writeAt(house: House, id: string, { at, bytes }: { at: number; bytes: Buffer }): Promise<void> {
  await mkdir(folderOf(house), { recursive: true, mode: 0o750 });
  const file = await open(pathOf(house, id), at === 0 ? 'w' : 'r+', 0o640);
  try {
    await file.truncate(at);
    await file.write(bytes, 0, bytes.length, at);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Null: it is not there any more. */
export async function readExport(house: House, id: string): Promise<{ stream: ReadStream; bytes: number } | null> {
  const path = pathOf(house, id);
  const found = await stat(path).catch(() => null);
  return found === null ? null : { stream: createReadStream(path), bytes: found.size };
}

/** Files that were last written to before then go; what they held can be exported anew. Gives how many. */
export async function forgetExportsBefore(house: House, before: Date): Promise<number> {
  const names = await readdir(folderOf(house)).catch(() => []);
  let gone = 0;
  for (const name of names) {
    const path = join(folderOf(house), name);
    const found = await stat(path).catch(() => null);
    if (found === null || found.mtime >= before) continue;
    await unlink(path).catch(() => undefined);
    gone += 1;
  }
  return gone;
}
