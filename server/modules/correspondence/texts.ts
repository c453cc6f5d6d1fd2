/** The texts messages are made of: which there are, which fields they may use, and how a text becomes a message. Pure. */
import type { Language } from '../../../text/language.ts';
import type { FieldInText } from '../../../text/merge-fields.ts';
import { fieldsIn, fillFields, hasLooseBraces } from '../../../text/merge-fields.ts';
import { words } from '../../../text/turkish.ts';

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

export function fillText(body: string, values: Record<TextField, string>): string {
  return fillFields(body, (field) => values[field as TextField] ?? '');
}

export type TextProblem =
  | { problem: 'empty' | 'too-long' | 'brace-open' | 'number-missing' | 'link-missing' }
  | { problem: 'unknown-field' | 'suffix-glued' | 'glued-before' | 'topic-named'; field: string };

const LONGEST = { sms: 480, email: 4000 } as const;

interface Written extends Pick<MessageText, 'channel' | 'body'> {
  key: string;
  /** Names of topics that an SMS must not say: it is sent for these and no others. */
  unsaid?: readonly string[];
}

/**
 * What is wrong with a text somebody wants to save; an empty list when nothing is. Without the number a citizen cannot ask further, without the
 * link to a form there is nothing to fill in.
 */
export function problemsOfText({ key, channel, body, unsaid = [] }: Written): TextProblem[] {
  const problems: TextProblem[] = [];
  if (body.trim() === '') problems.push({ problem: 'empty' });
  if (body.length > LONGEST[channel]) problems.push({ problem: 'too-long' });
  const fields = fieldsIn(body);
  problems.push(...fields.flatMap((field) => problemOfField(key, field) ?? []));
  if (hasLooseBraces(body)) problems.push({ problem: 'brace-open' });
  const names = fields.map(({ name }) => name);
  if (isAboutRequest(key)) {
    if (!names.includes('no')) problems.push({ problem: 'number-missing' });
  } else if (!names.includes('link')) problems.push({ problem: 'link-missing' });
  if (channel === 'sms')
    for (const topic of unsaid) if (says(body, topic)) problems.push({ problem: 'topic-named', field: topic });
  return problems;
}

function problemOfField(key: string, { name, written, behind, isGluedBefore }: FieldInText): TextProblem | null {
  if (!(fieldsOf(key) as readonly string[]).includes(name)) return { problem: 'unknown-field', field: name };
  if (behind !== null) return { problem: 'suffix-glued', field: written + behind };
  return isGluedBefore ? { problem: 'glued-before', field: written } : null;
}

/** Whole words, in whatever letters: an SMS is often written without Turkish ones. */
function says(body: string, name: string): boolean {
  const plain = (text: string) => ` ${words(text).join(' ')} `;
  return plain(body).includes(plain(name));
}
