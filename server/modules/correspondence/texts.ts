/** The texts messages are made of: which there are, which fields they may use, and how a text becomes a message. Pure. */
import type { Language } from '../../../text/language.ts';

export const TEXT_KEYS = [
  'recorded',
  'recorded-without-date',
  'concluded',
  'forwarded',
  'interim-answer',
  'question',
  'question-reminder',
  'reopened',
  'reopening-refused',
  'cancelled',
  'withdrawn-for-you',
  'promise-moved',
  'period-extended',
  'fee-notified',
  'fee-paid',
  'deemed-withdrawn',
  'kind-changed',
  'announcement',
  'foi-form-link',
] as const;
export type TextKey = (typeof TEXT_KEYS)[number];
/** What a message was for; the morning mail of staff has no text that a municipality writes. */
export type MessageKey = TextKey | 'morning-mail';

/**
 * What a text may mention; `lastDay` is until when the citizen may answer our question, `announcement` what somebody wrote to all who reported one problem. Never a topic, an address, a name or a debt: phones are shared, and lines are read over shoulders.
 */
export const TEXT_FIELDS = ['no', 'date', 'link', 'phone', 'municipality', 'announcement', 'lastDay'] as const;
export type TextField = (typeof TEXT_FIELDS)[number];

/** A text about no request has neither its number nor its day; the form's link is what it is for. */
const WITHOUT_REQUEST: readonly string[] = ['foi-form-link'];
const FIELDS_WITHOUT_REQUEST: readonly TextField[] = ['link', 'phone', 'municipality'];

export function isAboutRequest(key: string): boolean {
  return !WITHOUT_REQUEST.includes(key);
}

export function fieldsOf(key: string): readonly TextField[] {
  return isAboutRequest(key) ? TEXT_FIELDS : FIELDS_WITHOUT_REQUEST;
}

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
  | { problem: 'empty' | 'too-long' }
  | { problem: 'unknown-field'; field: string }
  | { problem: 'number-missing' | 'link-missing' };

const LONGEST = { sms: 480, email: 4000 } as const;

/**
 * What is wrong with a text somebody wants to save; an empty list when nothing is. Without the number a citizen cannot ask further, without the
 * link to a form there is nothing to fill in.
 */
export function problemsOfText(text: { key: string } & Pick<MessageText, 'channel' | 'body'>): TextProblem[] {
  const problems: TextProblem[] = [];
  if (text.body.trim() === '') problems.push({ problem: 'empty' });
  if (text.body.length > LONGEST[text.channel]) problems.push({ problem: 'too-long' });
  const fields = [...text.body.matchAll(FIELD)].map((match) => match[1]!);
  for (const field of fields) {
    if (!(fieldsOf(text.key) as readonly string[]).includes(field)) problems.push({ problem: 'unknown-field', field });
  }
  if (isAboutRequest(text.key)) {
    if (!fields.includes('no')) problems.push({ problem: 'number-missing' });
  } else if (!fields.includes('link')) problems.push({ problem: 'link-missing' });
  return problems;
}
