import type { Tx } from '../../../kernel/db/transaction.ts';
import { newId } from '../../../kernel/ids.ts';
import { refuse } from '../../../kernel/refusals.ts';
import { PhotoChanged } from '../facts.ts';
import { openCase, whoOf } from '../open-case.ts';
import { appendHistory } from '../history-store.ts';
import { insertPhoto, photosOf, writeCitizenSees } from '../words-store.ts';

/** As many as an answer needs; a file full of pictures is read by nobody. */
const MOST_OF_STAFF = 10;

export interface AddStaffPhoto {
  requestId: string;
  /** Of a file that is stored already. */
  fileId: string;
  /** Said by the person each time: a picture may show a neighbour, a number plate or a child. */
  citizenSees: boolean;
}

/**
 * A photo of the work. Also once the request has ended, for those who ask how it looked. Refuses 'too-many-photos'. It is not held like
 * words: whoever may add one may hide it again.
 */
export async function addStaffPhoto(
  tx: Tx,
  { requestId, fileId, citizenSees }: AddStaffPhoto,
): Promise<{ id: string }> {
  whoOf(tx.actor, 'photo-add', await openCase(tx, requestId));
  const own = (await photosOf(tx.db, requestId)).filter(({ sentBy }) => sentBy === 'staff');
  if (own.length >= MOST_OF_STAFF) throw refuse('too-many-photos', { most: MOST_OF_STAFF });
  const id = newId(tx.now);
  await insertPhoto(tx, { id, requestId, fileId, sentBy: 'staff', citizenSees });
  await appendHistory(tx, requestId, { what: 'photo-added', data: { photoId: id, citizenSees } });
  tx.record(PhotoChanged(requestId, { photoId: id }));
  return { id };
}

export interface ShowPhoto {
  requestId: string;
  photoId: string;
  citizenSees: boolean;
}

/** Shows a photo of staff to the citizen, or hides it again. What the citizen sent is theirs to see. Refuses 'not-found', 'not-allowed'. */
export async function showPhoto(tx: Tx, { requestId, photoId, citizenSees }: ShowPhoto): Promise<void> {
  whoOf(tx.actor, 'photo-add', await openCase(tx, requestId));
  const photo = (await photosOf(tx.db, requestId)).find(({ id }) => id === photoId);
  if (!photo) throw refuse('not-found');
  if (photo.sentBy !== 'staff') throw refuse('not-allowed');
  if (photo.citizenSees === citizenSees) return;
  await writeCitizenSees(tx, photoId, citizenSees);
  await appendHistory(tx, requestId, { what: citizenSees ? 'photo-shown' : 'photo-hidden', data: { photoId } });
  tx.record(PhotoChanged(requestId, { photoId }));
}
