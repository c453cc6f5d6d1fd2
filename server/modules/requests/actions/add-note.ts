import type { Tx } from '../../../kernel/db/transaction.ts';
import { newId } from '../../../kernel/ids.ts';
import { refuse } from '../../../kernel/refusals.ts';
import { normaliseInput } from '../../../../text/turkish.ts';
import { StaffNoted } from '../facts.ts';
import { openCase, staffId, whoOf } from '../open-case.ts';
import type { Note } from '../request.ts';
import { LONGEST_TEXT } from '../request.ts';
import { appendHistory } from '../history-store.ts';
import { insertNote } from '../words-store.ts';

/** A note only staff read. Gives its id. */
export async function addStaffNote(tx: Tx, { requestId, text }: { requestId: string; text: string }): Promise<string> {
  whoOf(tx.actor, 'note', await openCase(tx, requestId));
  const noteId = await writeNote(tx, { requestId, author: 'staff', text: normaliseInput(text) });
  await appendHistory(tx, requestId, { what: 'note-added', data: { noteId } });
  tx.record(StaffNoted(requestId, { noteId }));
  return noteId;
}

/** Gives its id. Refuses 'text-empty' and 'text-too-long'. */
export async function writeNote(
  tx: Tx,
  { requestId, author, text }: Pick<Note, 'requestId' | 'author' | 'text'>,
): Promise<string> {
  if (text === '') throw refuse('text-empty');
  if (text.length > LONGEST_TEXT)
    throw refuse('text-too-long', { over: text.length - LONGEST_TEXT, most: LONGEST_TEXT });
  const id = newId(tx.now);
  await insertNote(tx, { id, requestId, author, staffId: staffId(tx.actor), text });
  return id;
}
