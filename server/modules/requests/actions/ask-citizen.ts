/** The question to the citizen and what time makes of it; asking.ts says when. */
import type { Tx } from '../../../kernel/db/transaction.ts';
import { newId } from '../../../kernel/ids.ts';
import { normaliseInput } from '../../../../text/turkish.ts';
import { istanbulDay } from '../../calendar/door.ts';
import { owedOn } from '../asking.ts';
import { CitizenAsked, CitizenReminded, QuestionUnanswered } from '../facts.ts';
import { daysOfQuestion } from '../last-day.ts';
import { REQUEST_STEPS, take } from '../lifecycle.ts';
import { openCase, whoOf } from '../open-case.ts';
import type { CitizenQuestion } from '../question-store.ts';
import { insertQuestion, lastQuestion, markReminded } from '../question-store.ts';
import { appendHistory } from '../history-store.ts';
import { writeState } from '../store.ts';
import { writeNote } from './add-note.ts';
import { goOn } from './resume-work.ts';

/** Asks the citizen for what is missing. The question goes out with its last day; the statutory clock runs on (3071 knows no stop for it). */
export async function askCitizen(
  tx: Tx,
  { requestId, question, seen }: { requestId: string; question: string; seen?: number | undefined },
): Promise<void> {
  const open = await openCase(tx, requestId, seen);
  const { request } = open;
  const who = whoOf(tx.actor, 'work', open);
  const text = normaliseInput(question);
  const state = take(REQUEST_STEPS, 'ask', { state: request.state, who, reason: text });
  const noteId = await writeNote(tx, { requestId, author: 'staff', text });
  const days = await daysOfQuestion(tx.db, request, tx.now);
  await writeState(tx, requestId, { state });
  await insertQuestion(tx, { id: newId(tx.now), requestId, noteId, ...days });
  await appendHistory(tx, requestId, {
    what: 'citizen-asked',
    fromValue: request.state,
    toValue: state,
    why: text,
    data: { noteId, lastDay: days.lastDay },
  });
  tx.record(CitizenAsked(requestId, { noteId }));
}

/**
 * Reminds, or ends the waiting, whichever is owed on the day of `tx.now`. Asked under the lock of the case, so that an answer that came meanwhile
 * leaves nothing owed. False: nothing was.
 */
export async function followQuestion(tx: Tx, requestId: string): Promise<boolean> {
  const { request } = await openCase(tx, requestId);
  const question = await lastQuestion(tx.db, requestId);
  if (request.state !== 'waiting-for-citizen' || !question || question.endedAt !== null) return false;
  const owed = owedOn(istanbulDay(tx.now), { ...question, reminded: question.remindedAt !== null });
  if (owed === 'reminder') await remind(tx, question);
  if (owed === 'end') {
    await goOn(tx, request, { by: 'last-day', lastDay: question.lastDay });
    tx.record(QuestionUnanswered(requestId, { noteId: question.noteId }));
  }
  return owed !== 'nothing';
}

async function remind(tx: Tx, { id, requestId, noteId, lastDay }: CitizenQuestion): Promise<void> {
  await markReminded(tx, id);
  await appendHistory(tx, requestId, { what: 'citizen-reminded', data: { noteId, lastDay } });
  tx.record(CitizenReminded(requestId, { noteId }));
}
