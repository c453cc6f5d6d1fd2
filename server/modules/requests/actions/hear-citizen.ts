/** What the citizen may do with their own request after it was recorded: add to it, take it back, say whether the answer was enough. */
import type { Tx } from '../../../kernel/db/transaction.ts';
import { newId } from '../../../kernel/ids.ts';
import { refuse } from '../../../kernel/refusals.ts';
import { normaliseInput } from '../../../../text/turkish.ts';
import { endOpenAssignments } from '../assignment-store.ts';
import { CitizenWrote, ReopeningAsked, RequestWithdrawn, SatisfactionSaid } from '../facts.ts';
import { REQUEST_STEPS, isOpen, take } from '../lifecycle.ts';
import { mayReplyUntil } from '../last-day.ts';
import { openCase } from '../open-case.ts';
import { markAnsweredLate } from '../question-store.ts';
import type { ServiceRequest } from '../request.ts';
import { LONGEST_TEXT } from '../request.ts';
import { appendHistory, hasAddition } from '../history-store.ts';
import { writeState } from '../store.ts';
import { writeNote } from './add-note.ts';
import { goOn } from './resume-work.ts';
import { insertPhoto, satisfactionOf, writeSatisfaction } from '../words-store.ts';

export interface CitizenAddition {
  requestId: string;
  text: string;
  fileIds: string[];
  /** Of this form with these words and photos. The same key again is the same addition once: a double click, a page sent anew. */
  key?: string | undefined;
}

/**
 * A note, photos, or both. An answer to a question of ours lets work go on; after an end for want of an answer it asks that we look again.
 * Refuses 'text-empty' when there is neither.
 */
export async function addFromCitizen(tx: Tx, { requestId, text, fileIds, key }: CitizenAddition): Promise<void> {
  const { request } = await openCase(tx, requestId);
  if (key !== undefined && (await hasAddition(tx.db, requestId, key))) return;
  await takeWords(tx, request, { text: normaliseInput(text), fileIds, ...(key && { data: { key } }) });
}

interface Words {
  text: string;
  fileIds: string[];
  /** What the history keeps beside them. */
  data?: Record<string, unknown>;
}

/** The citizen's words, whoever wrote them down; the case must be locked. */
export async function takeWords(tx: Tx, request: ServiceRequest, { text, fileIds, data }: Words): Promise<void> {
  const { id: requestId, state } = request;
  const isReply = (await mayReplyUntil(tx.db, request, tx.now)) !== null;
  if (!isOpen(state) && !isReply) throw refuse('step-not-allowed', { step: 'add', state });
  if (text === '' && fileIds.length === 0) throw refuse('text-empty');
  const noteId = text === '' ? null : await writeNote(tx, { requestId, author: 'citizen', text });
  await attachPhotos(tx, { requestId, fileIds });
  await appendHistory(tx, requestId, { what: 'citizen-wrote', data: { noteId, photos: fileIds.length, ...data } });
  if (state === 'waiting-for-citizen') await goOn(tx, request, { by: 'citizen' });
  else await markAnsweredLate(tx, requestId);
  tx.record(CitizenWrote(requestId, { noteId }));
  if (isReply) await askToReopen(tx, request, text === '' ? PHOTOS_ONLY[request.language] : text);
}

/** The reason of a reply that is a photo and no words. */
const PHOTOS_ONLY = { tr: 'İstenen fotoğraf geldi.', en: 'The photo we asked for has come.' } as const;

export async function attachPhotos(
  tx: Tx,
  { requestId, fileIds }: { requestId: string; fileIds: string[] },
): Promise<void> {
  for (const fileId of fileIds) {
    await insertPhoto(tx, { id: newId(tx.now), requestId, fileId, sentBy: 'citizen', citizenSees: true });
  }
}

export async function withdrawRequest(tx: Tx, { requestId }: { requestId: string }): Promise<void> {
  const { request } = await openCase(tx, requestId);
  const state = take(REQUEST_STEPS, 'withdraw', { state: request.state, who: 'citizen' });
  await writeState(tx, requestId, { state, outcome: 'withdrawn', concludedAt: tx.now });
  await endOpenAssignments(tx, requestId);
  await appendHistory(tx, requestId, { what: 'withdrawn', fromValue: request.state, toValue: state });
  tx.record(RequestWithdrawn(requestId, {}));
}

/**
 * Satisfied or not, once the request is concluded. Not satisfied needs a reason and asks for reopening, which staff decide.
 * Saying the same again changes nothing: a double click is one answer.
 */
export async function saySatisfaction(
  tx: Tx,
  { requestId, satisfied, reason }: { requestId: string; satisfied: boolean; reason?: string | undefined },
): Promise<void> {
  const { request } = await openCase(tx, requestId);
  const why = satisfied ? null : normaliseInput(reason ?? '').slice(0, LONGEST_TEXT);
  const before = await satisfactionOf(tx.db, requestId);
  if (before && before.satisfied === satisfied && (before.reason === why || request.state === 'reopen-requested'))
    return;
  if (request.state !== 'concluded') throw refuse('step-not-allowed', { step: 'satisfaction', state: request.state });
  if (why === '') throw refuse('reason-missing', { step: 'ask-to-reopen' });
  await writeSatisfaction(tx, requestId, { satisfied, reason: why });
  await appendHistory(tx, requestId, { what: satisfied ? 'satisfied' : 'not-satisfied', why });
  tx.record(SatisfactionSaid(requestId, { satisfied }));
  if (!satisfied && why !== null) await askToReopen(tx, request, why);
}

/** Staff decide: a conclusion is not undone by a click. */
export async function askToReopen(tx: Tx, request: ServiceRequest, why: string): Promise<void> {
  const { id: requestId } = request;
  const state = take(REQUEST_STEPS, 'ask-to-reopen', { state: request.state, who: 'citizen', reason: why });
  await writeState(tx, requestId, { state, outcome: request.outcome, concludedAt: request.concludedAt });
  await appendHistory(tx, requestId, { what: 'reopening-asked', fromValue: request.state, toValue: state, why });
  tx.record(ReopeningAsked(requestId, {}));
}
