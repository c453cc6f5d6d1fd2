import { run, sql } from '../../kernel/db/database.ts';
import type { Tx } from '../../kernel/db/transaction.ts';
import { newId } from '../../kernel/ids.ts';
import type { ReadyPhoto } from './photos.ts';

/** Writes the row of a file whose bytes are on disk already, and gives its id. */
export async function insertStoredFile(tx: Tx, photo: ReadyPhoto): Promise<string> {
  const id = newId(tx.now);
  await run(
    tx.db,
    sql`insert into stored_files (id, sha256, media_type, bytes, width, height, created_at)
        values (${id}, ${photo.sha256}, ${photo.mediaType}, ${photo.bytes}, ${photo.width}, ${photo.height}, ${tx.now})`,
  );
  return id;
}
