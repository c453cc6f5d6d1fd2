/** Turns a fact into the messages it owes, in the transaction that made it true. */
import type { Fact } from '../../../kernel/facts.ts';
import type { Tx } from '../../../kernel/db/transaction.ts';
import { newId } from '../../../kernel/ids.ts';
import { announcementById } from '../../incidents/door.ts';
import type { ServiceRequest } from '../../requests/door.ts';
import { requestById } from '../../requests/door.ts';
import { insertMessage } from '../store.ts';
import type { TellingRule } from '../who-is-told.ts';
import { reasonNotToTell, rulesFor } from '../who-is-told.ts';
import { wordMessage } from '../word-message.ts';

export async function tellAbout(tx: Tx, fact: Fact): Promise<void> {
  const request = await requestById(tx.db, fact.subject);
  if (!request) throw new Error('a fact names a request that is not there');
  for (const rule of rulesFor(fact)) {
    if (reasonNotToTell(rule, request) === null) await queue(tx, { rule, request, fact });
  }
}

interface Owed {
  rule: TellingRule;
  request: ServiceRequest;
  fact: Fact;
}

async function queue(tx: Tx, { rule, request, fact }: Owed): Promise<void> {
  const announcement = await announcementOf(tx, { request, fact });
  const room = { db: tx.db, house: tx.house, now: tx.now, announcement };
  const { estimate, ...worded } = await wordMessage(room, rule, request);
  await insertMessage(tx, {
    ...worded,
    id: newId(tx.now),
    requestId: request.id,
    urgency: rule.urgency,
    segments: estimate?.segments ?? null,
    costKurus: estimate?.costKurus ?? null,
    dedupeKey: dedupeKey(request, fact),
  });
  tx.afterCommit(() => tx.house.wake.call('outbox'));
}

/**
 * One fact owes one message. A request concluded, reopened and concluded again is told twice, because its version moved on; a second interim answer
 * moves no version and is told by the answer it names, a promise moved again by its clock.
 */
function dedupeKey(request: ServiceRequest, { name, data }: Fact): string {
  const { announcementId } = data as { announcementId?: string };
  // Somebody who asked three times about one problem has three requests and one telephone.
  if (announcementId) return [name, announcementId, request.contactPhone, request.contactEmail].join(':');
  const { answerId, noteId, clockId } = data as { answerId?: string | null; noteId?: string | null; clockId?: string };
  return [name, request.id, request.version, answerId ?? noteId ?? clockId].filter(Boolean).join(':');
}

/** What was announced, in the language of this citizen; empty where nothing was. */
async function announcementOf(tx: Tx, { request, fact }: Pick<Owed, 'request' | 'fact'>): Promise<string> {
  const { announcementId } = fact.data as { announcementId?: string };
  const given = announcementId === undefined ? undefined : await announcementById(tx.db, announcementId);
  return (request.language === 'en' ? given?.en : null) ?? given?.tr ?? '';
}
