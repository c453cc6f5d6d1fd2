/** What a topic says besides its questions: whose thing it is, in which months it is done, whom else to call. */
import { monthsElsewhen } from '../../../contract/topic-months.ts';
import { monthsInWords } from '../../../text/months.ts';
import type { Language } from '../../../text/language.ts';
import type { Topic } from '../../modules/catalogue/door.ts';
import { phone } from '../layout.ts';
import type { Markup } from '../markup.ts';
import { html } from '../markup.ts';
import type { Visit } from '../visit.ts';

type Call = NonNullable<Topic['alsoCall']>[number];
type Reading = Pick<Visit, 'say' | 'language'>;

/** Before it is sent. Where another body's duty was said on a page of its own, its note has been read there. */
export function topicNotes(topic: Topic | null, visit: Visit): Markup | undefined {
  if (topic === null) return undefined;
  const lines = [
    ...(topic.notOurs === undefined ? [ownerNote(topic, visit)] : []),
    workMonths(topic, visit, visit.now),
    ...callLines(topic.alsoCall ?? [], visit.language),
  ].filter((line) => line !== undefined);
  return lines.length > 0 ? html`<div class="notice">${lines}</div>` : undefined;
}

/** On the request's own page, of the topic as it was when the request came. */
export function topicNotesThen(topic: Topic | null, visit: Reading, receivedAt: Date): Markup | undefined {
  if (topic === null) return undefined;
  const lines = [ownerNote(topic, visit), workMonths(topic, visit, receivedAt)].filter((line) => line !== undefined);
  return lines.length > 0 ? html`<div class="notice">${lines}</div>` : undefined;
}

export function ownerNote({ ownerNote: note }: Topic, { language }: Pick<Visit, 'language'>): Markup | undefined {
  return note && html`<p>${note[language]}</p>`;
}

function workMonths(topic: Topic, { say, language }: Reading, at: Date): Markup | undefined {
  const months = monthsElsewhen(topic, at);
  return months === null ? undefined : html`<p>${say('topic.months', { aylar: monthsInWords(months, language) })}</p>`;
}

/** Whom to call besides: we take the request all the same, but in a need of this kind somebody else may help sooner. */
export function alsoCall(topic: Topic | null, language: Language): Markup | undefined {
  const numbers = topic?.alsoCall ?? [];
  return numbers.length > 0 ? html`<div class="notice">${callLines(numbers, language)}</div>` : undefined;
}

/** The same where 112 is said already. */
export function otherNumbers(topic: Topic | null, language: Language): Markup {
  const others = (topic?.alsoCall ?? []).filter((each) => each.phone !== '112');
  return html`${callLines(others, language)}`;
}

function callLines(numbers: readonly Call[], language: Language): Markup[] {
  return numbers.map((each) => html`<p>${each.when[language]}: ${phone(each.phone, each.phone)}</p>`);
}
