/** The texts messages are made of: which there are, which fields they may use, and how a text becomes a message. Pure. */
import type { Language } from '../../../text/language.ts';

export const TEXT_KEYS = [
  'recorded',
  'recorded-without-date',
  'concluded',
  'forwarded',
  'interim-answer',
  'question',
  'reopened',
  'reopening-refused',
  'cancelled',
  'withdrawn-for-you',
  'period-extended',
  'fee-notified',
  'fee-paid',
  'deemed-withdrawn',
  'kind-changed',
  'announcement',
] as const;
export type TextKey = (typeof TEXT_KEYS)[number];
/** What a message was for; the morning mail of staff has no text that a municipality writes. */
export type MessageKey = TextKey | 'morning-mail';

/**
 * What a text may mention; `announcement` is what somebody wrote to all who reported one problem. Never a topic, an address, a name or a debt: phones are shared, and lines are read over shoulders.
 */
export const TEXT_FIELDS = ['no', 'date', 'link', 'phone', 'municipality', 'announcement'] as const;
export type TextField = (typeof TEXT_FIELDS)[number];

export interface MessageText {
  key: TextKey;
  channel: 'sms' | 'email';
  language: Language;
  subject: string | null;
  body: string;
  version: number;
}

const FIELD = /\{\{\s*([^{}]*?)\s*\}\}/g;

export function fillText(body: string, values: Record<TextField, string>): string {
  return body.replace(FIELD, (_whole, field: string) => values[field as TextField] ?? '');
}

export type TextProblem =
  { problem: 'empty' | 'too-long' } | { problem: 'unknown-field'; field: string } | { problem: 'number-missing' };

const LONGEST = { sms: 480, email: 4000 } as const;

/** What is wrong with a text somebody wants to save; an empty list when nothing is. Without the number a citizen cannot ask further. */
export function problemsOfText(text: Pick<MessageText, 'channel' | 'body'>): TextProblem[] {
  const problems: TextProblem[] = [];
  if (text.body.trim() === '') problems.push({ problem: 'empty' });
  if (text.body.length > LONGEST[text.channel]) problems.push({ problem: 'too-long' });
  const fields = [...text.body.matchAll(FIELD)].map((match) => match[1]!);
  for (const field of fields) {
    if (!(TEXT_FIELDS as readonly string[]).includes(field)) problems.push({ problem: 'unknown-field', field });
  }
  if (!fields.includes('no')) problems.push({ problem: 'number-missing' });
  return problems;
}
