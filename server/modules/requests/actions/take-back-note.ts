import type { Tx } from '../../../kernel/db/transaction.ts';
import { refuse } from '../../../kernel/refusals.ts';
import { StaffNoteTakenBack } from '../facts.ts';
import { openCase, staffId, whoOf } from '../open-case.ts';
import { appendHistory, historyOf } from '../history-store.ts';
import { notesOf, writeNoteTakenBack } from '../words-store.ts';

export interface TakeBackNote {
  requestId: string;
  noteId: string;
  why: string;
}

/**
 * Takes back one's own note. It stays in the file and says by whom and when it was taken back; nothing finds or counts it any more.
 * Refuses 'not-found', 'not-allowed' for another's, 'moved-on' for one that was taken back already.
 */
export async function takeBackStaffNote(tx: Tx, { requestId, noteId, why }: TakeBackNote): Promise<void> {
  whoOf(tx.actor, 'note', await openCase(tx, requestId));
  const note = (await notesOf(tx.db, requestId)).find(({ id }) => id === noteId);
  // A question to the citizen is a note as well, and what was asked cannot be unasked.
  if (!note || !(await isInternal(tx, note))) throw refuse('not-found');
  const by = staffId(tx.actor);
  if (by === null || note.staffId !== by) throw refuse('not-allowed');
  if (!(await writeNoteTakenBack(tx, noteId, by))) throw refuse('moved-on');
  await appendHistory(tx, requestId, { what: 'note-taken-back', why, data: { noteId } });
  tx.record(StaffNoteTakenBack(requestId, { noteId }));
}

async function isInternal(tx: Tx, { id, requestId }: { id: string; requestId: string }): Promise<boolean> {
  const history = await historyOf(tx.db, requestId);
  return history.some(({ what, data }) => what === 'note-added' && data.noteId === id);
}
