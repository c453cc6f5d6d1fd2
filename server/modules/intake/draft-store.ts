import type { Db } from '../../kernel/db/database.ts';
import { maybeRow, rows, run, sql } from '../../kernel/db/database.ts';
import type { Tx } from '../../kernel/db/transaction.ts';
import { hashToken } from '../../kernel/ids.ts';
import { storedFiles } from '../../kernel/stored-file-store.ts';
import type { Draft, DraftBody, DraftKey, DraftPhoto } from './draft.ts';
import { DRAFT_HOURS } from './draft.ts';

/** Key and id are hashed together: whoever reads the table can open no draft, and one's key opens only one's own. */
function keyHash({ id, key }: DraftKey): Buffer {
  return hashToken(`${key}.${id}`);
}

/** True when this call wrote it; false when the same draft is there already, because a form came twice. */
export async function insertDraft(tx: Tx, key: DraftKey, body: DraftBody): Promise<boolean> {
  const written = await run(
    tx.db,
    sql`insert into request_drafts (id, token_hash, body, created_at, changed_at)
        values (${key.id}, ${keyHash(key)}, ${JSON.stringify(body)}::jsonb, ${tx.now}, ${tx.now})
        on conflict (id) do nothing`,
  );
  return written === 1;
}

export async function draftRow(db: Db, key: DraftKey, now: Date): Promise<Draft | undefined> {
  const row = await maybeRow<Omit<Draft, 'photos'>>(
    db,
    sql`select id, body, request_id as "requestId" from request_drafts
        where id = ${key.id} and token_hash = ${keyHash(key)} and changed_at > ${oldest(now)}`,
  );
  return row && { ...row, photos: await photosOfDraft(db, row.id) };
}

/** Takes turns: two photos arriving at once must not both be the fifth. */
export async function lockDraft(tx: Tx, id: string): Promise<void> {
  await run(tx.db, sql`select 1 from request_drafts where id = ${id} for update`);
}

export async function writeDraft(tx: Tx, id: string, body: DraftBody): Promise<void> {
  await run(
    tx.db,
    sql`update request_drafts set body = ${JSON.stringify(body)}::jsonb, changed_at = ${tx.now}
        where id = ${id} and request_id is null`,
  );
}

export async function writeDraftSent(tx: Tx, id: string, sent: { requestId: string; body: DraftBody }): Promise<void> {
  await run(tx.db, sql`delete from draft_photos where draft_id = ${id}`);
  await run(
    tx.db,
    sql`update request_drafts
        set request_id = ${sent.requestId}, body = ${JSON.stringify(sent.body)}::jsonb, changed_at = ${tx.now}
        where id = ${id}`,
  );
}

export async function photosOfDraft(db: Db, draftId: string): Promise<DraftPhoto[]> {
  const photos = await rows<Pick<DraftPhoto, 'id' | 'fileId' | 'name'>>(
    db,
    sql`select id, file_id as "fileId", name from draft_photos where draft_id = ${draftId} order by added_at, id`,
  );
  const files = await storedFiles(
    db,
    photos.map((photo) => photo.fileId),
  );
  return photos.map((photo) => {
    const { sha256, mediaType } = files.get(photo.fileId)!;
    return { ...photo, sha256, mediaType };
  });
}

export async function insertDraftPhoto(
  tx: Tx,
  photo: { id: string; draftId: string; fileId: string; name: string },
): Promise<void> {
  await run(
    tx.db,
    sql`insert into draft_photos (id, draft_id, file_id, name, added_at)
        values (${photo.id}, ${photo.draftId}, ${photo.fileId}, ${photo.name}, ${tx.now})`,
  );
}

export async function deleteDraftPhoto(tx: Tx, draftId: string, photoId: string): Promise<void> {
  await run(tx.db, sql`delete from draft_photos where draft_id = ${draftId} and id = ${photoId}`);
}

/** Removes what nobody came back to; gives how many. */
export function deleteOldDrafts(tx: Tx): Promise<number> {
  return run(tx.db, sql`delete from request_drafts where changed_at <= ${oldest(tx.now)}`);
}

function oldest(now: Date): Date {
  return new Date(now.getTime() - DRAFT_HOURS * 3_600_000);
}
