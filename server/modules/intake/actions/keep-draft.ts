/**
 * A half-written request is kept on the server, so that an empty battery, a second tab or a closed browser loses nothing.
 * Only the browser that began it opens it again; it is forgotten a day after the last change.
 */
import type { Db } from '../../../kernel/db/database.ts';
import type { Tx } from '../../../kernel/db/transaction.ts';
import { isId, newId } from '../../../kernel/ids.ts';
import { refuse } from '../../../kernel/refusals.ts';
import { insertStoredFile } from '../../../kernel/stored-file-store.ts';
import type { Draft, DraftBody, DraftKey } from '../draft.ts';
import { MOST_PHOTOS, emptyDraftBody } from '../draft.ts';
import {
  deleteDraftPhoto,
  deleteOldDrafts,
  draftRow,
  insertDraft,
  insertDraftPhoto,
  lockDraft,
  photosOfDraft,
  writeDraft,
  writeDraftSent,
} from '../draft-store.ts';
import type { ReadyPhoto } from '../photos.ts';

/** Undefined for a draft that is not there, not this browser's, or older than a day: the three look the same. */
export async function openDraft(db: Db, key: DraftKey, now: Date): Promise<Draft | undefined> {
  return isId(key.id) ? draftRow(db, key, now) : undefined;
}

export async function startDraft(tx: Tx, key: string, body: DraftBody): Promise<Draft> {
  const id = newId(tx.now);
  await insertDraft(tx, { id, key }, body);
  return { id, body, photos: [], requestId: null };
}

/** Keeps what was typed, right or wrong. A draft that was sent meanwhile stays as it is. */
export async function keepDraft(tx: Tx, draft: Draft, body: DraftBody): Promise<Draft> {
  await writeDraft(tx, draft.id, body);
  return { ...draft, body };
}

/** Refuses 'too-many-photos' above five. */
export async function addPhotoToDraft(tx: Tx, draft: Draft, photo: ReadyPhoto & { name: string }): Promise<void> {
  await lockDraft(tx, draft.id);
  const there = await photosOfDraft(tx.db, draft.id);
  if (there.some((each) => each.sha256 === photo.sha256)) return;
  if (there.length >= MOST_PHOTOS) throw refuse('too-many-photos', { most: MOST_PHOTOS });
  const fileId = await insertStoredFile(tx, photo);
  await insertDraftPhoto(tx, { id: newId(tx.now), draftId: draft.id, fileId, name: photo.name });
}

export async function removePhotoFromDraft(tx: Tx, draft: Draft, photoId: string): Promise<void> {
  if (isId(photoId)) await deleteDraftPhoto(tx, draft.id, photoId);
}

/** Sent: name, phone and words are in the request now and leave the draft; the place stays for another request from the same spot. */
export async function markDraftSent(tx: Tx, draft: Draft, requestId: string): Promise<void> {
  await writeDraftSent(tx, draft.id, { requestId, body: { ...emptyDraftBody(), place: draft.body.place } });
}

/** For the worker, now and then; gives how many were forgotten. */
export function forgetOldDrafts(tx: Tx): Promise<number> {
  return deleteOldDrafts(tx);
}
