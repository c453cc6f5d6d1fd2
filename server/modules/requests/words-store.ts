/** What people wrote in a case file: answers, notes, satisfaction; and its photos. */
import type { Db } from '../../kernel/db/database.ts';
import { maybeRow, rows, run, sql } from '../../kernel/db/database.ts';
import type { Tx } from '../../kernel/db/transaction.ts';
import { newId } from '../../kernel/ids.ts';
import { storedFiles } from '../../kernel/stored-file-store.ts';
import type { Answer, Note } from './request.ts';

export async function insertAnswer(tx: Tx, answer: Omit<Answer, 'answeredAt'>): Promise<void> {
  await run(
    tx.db,
    sql`insert into request_answers (id, request_id, assignment_id, kind, text, outcome, forwarded_to, grounds, author_id, answered_at)
        values (${answer.id}, ${answer.requestId}, ${answer.assignmentId}, ${answer.kind}, ${answer.text},
                ${answer.outcome}, ${answer.forwardedTo}, ${answer.grounds}, ${answer.authorId}, ${tx.now})`,
  );
}

export function answersOf(db: Db, requestId: string): Promise<Answer[]> {
  return rows<Answer>(
    db,
    sql`select id, request_id as "requestId", assignment_id as "assignmentId", kind, text, outcome,
               forwarded_to as "forwardedTo", grounds, author_id as "authorId", answered_at as "answeredAt"
        from request_answers where request_id = ${requestId} order by answered_at, id`,
  );
}

export type NewNote = Omit<Note, 'notedAt' | 'takenBackAt' | 'takenBackBy'>;

export async function insertNote(tx: Tx, note: NewNote): Promise<void> {
  await run(
    tx.db,
    sql`insert into request_notes (id, request_id, author, staff_id, text, noted_at)
        values (${note.id}, ${note.requestId}, ${note.author}, ${note.staffId}, ${note.text}, ${tx.now})`,
  );
}

export function notesOf(db: Db, requestId: string): Promise<Note[]> {
  return rows<Note>(
    db,
    sql`select id, request_id as "requestId", author, staff_id as "staffId", text, noted_at as "notedAt",
               taken_back_at as "takenBackAt", taken_back_by as "takenBackBy"
        from request_notes where request_id = ${requestId} order by noted_at, id`,
  );
}

/** False: it has been taken back already. */
export async function writeNoteTakenBack(tx: Tx, id: string, by: string): Promise<boolean> {
  const changed = await run(
    tx.db,
    sql`update request_notes set taken_back_at = ${tx.now}, taken_back_by = ${by}
        where id = ${id} and taken_back_at is null`,
  );
  return changed === 1;
}

export interface Satisfaction {
  satisfied: boolean;
  reason: string | null;
  saidAt: Date;
}

/** One word per conclusion counts; a second one replaces the first, the history keeps both. */
export async function writeSatisfaction(tx: Tx, requestId: string, said: Omit<Satisfaction, 'saidAt'>): Promise<void> {
  await run(
    tx.db,
    sql`insert into request_satisfaction (request_id, satisfied, reason, said_at)
        values (${requestId}, ${said.satisfied}, ${said.reason}, ${tx.now})
        on conflict (request_id) do update
        set satisfied = excluded.satisfied, reason = excluded.reason, said_at = excluded.said_at`,
  );
}

export function satisfactionOf(db: Db, requestId: string): Promise<Satisfaction | undefined> {
  return maybeRow<Satisfaction>(
    db,
    sql`select satisfied, reason, said_at as "saidAt" from request_satisfaction where request_id = ${requestId}`,
  );
}

export interface RequestPhoto {
  id: string;
  requestId: string;
  sentBy: 'citizen' | 'staff';
  citizenSees: boolean;
  addedAt: Date;
  sha256: string;
  mediaType: string;
  width: number | null;
  height: number | null;
}

export async function insertPhoto(
  tx: Tx,
  photo: { id: string; requestId: string; fileId: string; sentBy: 'citizen' | 'staff'; citizenSees: boolean },
): Promise<void> {
  await run(
    tx.db,
    sql`insert into request_photos (id, request_id, file_id, sent_by, citizen_sees, added_at)
        values (${photo.id}, ${photo.requestId}, ${photo.fileId}, ${photo.sentBy}, ${photo.citizenSees}, ${tx.now})
        on conflict (request_id, file_id) do nothing`,
  );
}

export async function writeCitizenSees(tx: Tx, photoId: string, citizenSees: boolean): Promise<void> {
  await run(tx.db, sql`update request_photos set citizen_sees = ${citizenSees} where id = ${photoId}`);
}

/** What staff chose to show the one citizen, they show those who reported the same. */
export async function sharePhotos(tx: Tx, { from, to }: { from: string; to: string }): Promise<void> {
  const shown = await rows<{ fileId: string }>(
    tx.db,
    sql`select file_id as "fileId" from request_photos
        where request_id = ${from} and sent_by = 'staff' and citizen_sees order by added_at, id`,
  );
  for (const { fileId } of shown)
    await insertPhoto(tx, { id: newId(tx.now), requestId: to, fileId, sentBy: 'staff', citizenSees: true });
}

type PhotoRow = Omit<RequestPhoto, 'sha256' | 'mediaType' | 'width' | 'height'> & { fileId: string };

const photoColumns = sql.raw(`id, request_id as "requestId", file_id as "fileId", sent_by as "sentBy",
  citizen_sees as "citizenSees", added_at as "addedAt"`);

export async function photosOf(db: Db, requestId: string): Promise<RequestPhoto[]> {
  const found = await rows<PhotoRow>(
    db,
    sql`select ${photoColumns} from request_photos where request_id = ${requestId} order by added_at, id`,
  );
  return withFiles(db, found);
}

export async function photoById(db: Db, id: string): Promise<RequestPhoto | undefined> {
  const found = await rows<PhotoRow>(db, sql`select ${photoColumns} from request_photos where id = ${id}`);
  return (await withFiles(db, found))[0];
}

async function withFiles(db: Db, photos: PhotoRow[]): Promise<RequestPhoto[]> {
  const files = await storedFiles(
    db,
    photos.map((photo) => photo.fileId),
  );
  return photos.map(({ fileId, ...photo }) => {
    const { sha256, mediaType, width, height } = files.get(fileId)!;
    return { ...photo, sha256, mediaType, width, height };
  });
}
