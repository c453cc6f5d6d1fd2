/** Turns a fact into the messages it owes, in the transaction that made it true. */
import type { Fact } from '../../../kernel/facts.ts';
import type { Tx } from '../../../kernel/db/transaction.ts';
import { newId } from '../../../kernel/ids.ts';
import { formatDay, formatSmsDate } from '../../../../text/format.ts';
import { formatTrackingNumber } from '../../../../text/tracking-number.ts';
import { municipality } from '../../catalogue/door.ts';
import type { ServiceRequest } from '../../requests/door.ts';
import { accessToken, requestById } from '../../requests/door.ts';
import { smsEstimate } from '../gateways-in-use.ts';
import { earliestSending } from '../gateways/quiet-hours.ts';
import { toAscii } from '../gateways/sms-text.ts';
import { insertMessage } from '../store.ts';
import type { MessageText, TextField } from '../texts.ts';
import { fillText } from '../texts.ts';
import { textInForce } from '../texts-in-force.ts';
import type { TellingRule } from '../who-is-told.ts';
import { reasonNotToTell, rulesFor } from '../who-is-told.ts';

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
  const channel = request.notifyBy === 'email' ? 'email' : 'sms';
  const text = await textInForce(tx.db, { key: rule.text(request), channel, language: request.language });
  const { subject, body } = await write(tx, text, request);
  const estimate = channel === 'sms' ? smsEstimate(tx.house.config, body) : null;
  const id = newId(tx.now);
  await insertMessage(tx, {
    id,
    requestId: request.id,
    textKey: text.key,
    textVersion: text.version,
    channel,
    address: channel === 'sms' ? request.contactPhone! : request.contactEmail!,
    language: request.language,
    subject,
    body,
    urgency: rule.urgency,
    notBefore: channel === 'sms' ? earliestSending(tx.now, rule.urgency) : tx.now,
    segments: estimate?.segments ?? null,
    costKurus: estimate?.costKurus ?? null,
    dedupeKey: dedupeKey(request, fact),
  });
  tx.afterCommit(() => tx.house.wake.call('outbox'));
}

/**
 * One fact owes one message. A request concluded, reopened and concluded again is told twice, because its version moved on; a second interim answer
 * moves no version and is told by the answer it names.
 */
function dedupeKey(request: ServiceRequest, { name, data }: Fact): string {
  const { answerId, noteId } = data as { answerId?: string | null; noteId?: string | null };
  return [name, request.id, request.version, answerId ?? noteId].filter(Boolean).join(':');
}

async function write(
  tx: Tx,
  text: MessageText,
  request: ServiceRequest,
): Promise<{ subject: string | null; body: string }> {
  const profile = await municipality(tx.db);
  const { language } = request;
  const date = request.promisedAt;
  const sms = text.channel === 'sms';
  const values: Record<TextField, string> = {
    no: formatTrackingNumber(request.trackingNumber),
    date: date === null ? '' : sms ? formatSmsDate(date, language) : formatDay(date, language, { year: true }),
    link: `${tx.house.config.publicUrl}/t/${accessToken(tx, request.id)}`,
    phone: profile.callCentre.printed,
    municipality: profile.name[language],
  };
  const body = fillText(text.body, values);
  // ASCII: one ğ would turn one paid part into three on gateways without the Turkish shift table.
  return { subject: text.subject && fillText(text.subject, values), body: sms ? toAscii(body) : body };
}
