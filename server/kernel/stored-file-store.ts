/** The rows that name files kept on disk (files.ts): what each is and how large. Whose a file is, the modules' own rows say. */
import type { Db } from './db/database.ts';
import { rows, run, sql } from './db/database.ts';
import type { Tx } from './db/transaction.ts';
import { newId } from './ids.ts';

export interface NewStoredFile {
  sha256: string;
  mediaType: string;
  bytes: number;
  width: number | null;
  height: number | null;
}

export interface StoredFile extends NewStoredFile {
  id: string;
}

/** Writes the row of a file whose bytes are on disk already, and gives its id. */
export async function insertStoredFile(tx: Tx, file: NewStoredFile): Promise<string> {
  const id = newId(tx.now);
  await run(
    tx.db,
    sql`insert into stored_files (id, sha256, media_type, bytes, width, height, created_at)
        values (${id}, ${file.sha256}, ${file.mediaType}, ${file.bytes}, ${file.width}, ${file.height}, ${tx.now})`,
  );
  return id;
}

/** The files of these ids, to be joined to the caller's own rows. */
export async function storedFiles(db: Db, ids: string[]): Promise<Map<string, StoredFile>> {
  if (ids.length === 0) return new Map();
  const found = await rows<StoredFile>(
    db,
    sql`select id, sha256, media_type as "mediaType", bytes, width, height from stored_files where id = any(${ids}::uuid[])`,
  );
  return new Map(found.map((file) => [file.id, file]));
}
