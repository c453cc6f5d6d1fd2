/** What may be answered to a topic's questions. Pure: the portal asks page by page what intake asks of the whole. */
import { normaliseInput } from '../../../text/turkish.ts';
import type { Language } from '../../../text/language.ts';
import type { Question, Topic } from './topic.ts';

export interface GivenAnswer {
  question: string;
  value: string;
}

/** An answer with its question as it was worded then: next year's wording must not change what was said this year. */
export interface CheckedAnswer {
  question: string;
  label: string;
  value: string;
  valueLabel: string;
}

export interface AnswerProblem {
  question: string;
  problem: 'unknown-question' | 'missing' | 'not-a-choice' | 'not-a-number' | 'not-a-date' | 'too-long';
}

export type CheckedAnswers = { ok: true; answers: CheckedAnswer[] } | { ok: false; problems: AnswerProblem[] };

const LONGEST_ANSWER = 500;

const YES_NO = {
  yes: { tr: 'Evet', en: 'Yes' },
  no: { tr: 'Hayır', en: 'No' },
  unknown: { tr: 'Bilmiyorum', en: "I don't know" },
} as const;

/**
 * Checks answers against the topic's questions in their order. Empty answers are none; an answer to a question that is not asked,
 * because of what was answered before, is dropped: the citizen changed their mind on an earlier page.
 */
export function checkAnswers(
  topic: Pick<Topic, 'questions'>,
  given: readonly GivenAnswer[],
  language: Language,
): CheckedAnswers {
  const known = new Set(topic.questions.map(({ id }) => id));
  const problems: AnswerProblem[] = given
    .filter(({ question }) => !known.has(question))
    .map(({ question }) => ({ question, problem: 'unknown-question' }));
  const typed = new Map(given.map(({ question, value }) => [question, normaliseInput(value)]));
  const answers: CheckedAnswer[] = [];
  for (const question of topic.questions) {
    if (!isAsked(question, answers)) continue;
    const value = typed.get(question.id) ?? '';
    if (value === '') {
      if (question.required) problems.push({ question: question.id, problem: 'missing' });
      continue;
    }
    const read = readAnswer(question, value, language);
    if ('problem' in read) problems.push({ question: question.id, problem: read.problem });
    else answers.push({ question: question.id, label: question.label[language], ...read });
  }
  return problems.length === 0 ? { ok: true, answers } : { ok: false, problems };
}

/** Whether the question is asked, after what has been answered so far. */
export function isAsked({ showIf }: Pick<Question, 'showIf'>, answers: readonly GivenAnswer[]): boolean {
  return (
    showIf === undefined ||
    answers.some(({ question, value }) => question === showIf.question && value === showIf.equals)
  );
}

/** The answers a question offers; undefined where anything may be written. */
export function choicesOf(question: Question): { value: string; label: { tr: string; en: string } }[] | undefined {
  if (question.type === 'choice') return question.choices ?? [];
  if (question.type === 'yes-no' || question.type === 'yes-no-unknown') {
    const values = question.type === 'yes-no' ? (['yes', 'no'] as const) : (['yes', 'no', 'unknown'] as const);
    return values.map((value) => ({ value, label: YES_NO[value] }));
  }
  return undefined;
}

type Read = { value: string; valueLabel: string } | { problem: AnswerProblem['problem'] };

function readAnswer(question: Question, value: string, language: Language): Read {
  const choices = choicesOf(question);
  if (choices !== undefined) {
    const chosen = choices.find((choice) => choice.value === value);
    return chosen ? { value, valueLabel: chosen.label[language] } : { problem: 'not-a-choice' };
  }
  if (question.type === 'number') return readNumber(question, value, language);
  if (question.type === 'date') return isDate(value) ? { value, valueLabel: value } : { problem: 'not-a-date' };
  return value.length > LONGEST_ANSWER ? { problem: 'too-long' } : { value, valueLabel: value };
}

/** `1.250,5` in Turkish and `1,250.5` in English; a lone dot or comma that cannot be grouping thousands is the decimal sign. */
function readNumber({ unit }: Question, typed: string, language: Language): Read {
  const grouping = language === 'tr' ? /\.(?=\d{3}(?:\D|$))/g : /,(?=\d{3}(?:\D|$))/g;
  const plain = typed.replace(/\s/g, '').replace(grouping, '').replace(',', '.');
  if (!/^-?\d{1,12}(\.\d{1,4})?$/.test(plain)) return { problem: 'not-a-number' };
  const number = Number(plain);
  const shown = new Intl.NumberFormat(language === 'tr' ? 'tr-TR' : 'en-GB', { maximumFractionDigits: 4 }).format(
    number,
  );
  return { value: String(number), valueLabel: withUnit(shown, unit, language) };
}

function withUnit(shown: string, unit: string | undefined, language: Language): string {
  if (unit === undefined) return shown;
  // Turkish puts the percent sign first (TDK, Yazım Kılavuzu).
  if (unit === '%') return language === 'tr' ? `%${shown}` : `${shown}%`;
  return `${shown} ${unit}`;
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}
