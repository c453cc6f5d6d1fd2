import type { AnswerProblem, GivenAnswer, Question, Topic } from '../../modules/catalogue/door.ts';
import { checkAnswers, choicesOf, isAsked } from '../../modules/catalogue/door.ts';
import type { DraftBody } from '../../modules/intake/door.ts';
import type { Markup } from '../markup.ts';
import { html } from '../markup.ts';
import type { Problem } from '../parts.ts';
import { hidden, primaryButton, radios, textField } from '../parts.ts';
import type { Flow, StepPage } from './step-page.ts';
import { pathOf, stepForm, stepNumber } from './step-page.ts';
import { topicNotes } from './topic-notes.ts';

/** The answers that belong to the topic: those typed for a topic chosen before stay in the draft and are not sent. */
export function answersFor(topic: Topic | null, body: DraftBody): GivenAnswer[] {
  const known = (topic?.questions ?? []).filter(({ id }) => body.answers[id] !== undefined);
  return known.map(({ id }) => ({ question: id, value: body.answers[id]! }));
}

export function askedQuestions(topic: Topic, body: DraftBody): Question[] {
  const given = answersFor(topic, body);
  return topic.questions.filter((question) => isAsked(question, given));
}

export const questionsPage: StepPage = {
  step: 'questions',
  summary: 'New request: the questions of its topic',

  read(body, { form }) {
    const asked = (form.sorulan ?? '').split(' ').filter((id) => /^[a-z][a-z0-9-]{0,39}$/.test(id));
    const typed = asked.map((id) => [id, (form[`s-${id}`] ?? '').slice(0, 2000)] as const);
    return {
      ...body,
      answers: { ...body.answers, ...Object.fromEntries(typed.map(([id, value]) => [id, asIsoDate(value)])) },
    };
  },

  check({ visit, topic, body }) {
    if (topic === null) return [];
    const checked = checkAnswers(topic, answersFor(topic, body), visit.language);
    return checked.ok ? [] : checked.problems.map((problem) => inWords(visit.say, topic, problem, visit.language));
  },

  /** An answer may open a question that was not on the page: then the page comes once more with it. */
  async leave(flow) {
    const { visit, topic, body } = flow;
    const shown = new Set((visit.form.sorulan ?? '').split(' '));
    const opened = topic !== null && askedQuestions(topic, body).some(({ id }) => !shown.has(id));
    return opened ? pathOf(flow, 'questions') : null;
  },

  async show(flow, problems) {
    const { visit, topic, body } = flow;
    const { say } = visit;
    const questions = topic === null ? [] : askedQuestions(topic, body);
    const content = html`${stepNumber(flow, 'questions')}
      <h1>${say('questions.title')}</h1>
      <p class="lead">${topic!.name[visit.language]}. ${say('questions.lead')}</p>
      ${topicNotes(topic, visit)} ${hidden('sorulan', questions.map(({ id }) => id).join(' '))}
      ${questions.map((question) => questionField(flow, question, problems))} ${primaryButton(say('continue'))}`;
    return { title: say('questions.title'), body: stepForm(flow, { step: 'questions', content }) };
  },
};

function questionField({ visit, body }: Flow, question: Question, problems: readonly Problem[]): Markup {
  const { language } = visit;
  const value = body.answers[question.id] ?? '';
  const spec = {
    name: `s-${question.id}`,
    label: question.label[language],
    value,
    problems,
    hint: question.hint?.[language],
  };
  const choices = choicesOf(question);
  if (choices !== undefined) {
    return radios({
      ...spec,
      short: true,
      options: choices.map((choice) => ({ value: choice.value, label: choice.label[language] })),
    });
  }
  if (question.type === 'date') return textField({ ...spec, attributes: { type: 'date', class: 'short' } });
  if (question.type === 'number') {
    const label =
      question.unit === undefined ? spec.label : html`${spec.label} <span class="unit">(${question.unit})</span>`;
    return textField({ ...spec, label, attributes: { inputmode: 'decimal', class: 'short' } });
  }
  return textField({ ...spec, attributes: { autocomplete: 'off' } });
}

function inWords(
  say: Flow['visit']['say'],
  topic: Topic,
  { question, problem }: AnswerProblem,
  language: 'tr' | 'en',
): Problem {
  const soru = topic.questions.find(({ id }) => id === question)?.label[language] ?? question;
  const key = {
    missing: 'question.missing',
    'not-a-choice': 'question.choice',
    'unknown-question': 'question.choice',
    'not-a-number': 'question.number',
    'not-a-date': 'question.date',
    'too-long': 'question.long',
  } as const;
  return { field: `s-${question}`, message: say(key[problem], { soru }) };
}

/** Where a browser has no date field, people type `23.03.2026`. */
function asIsoDate(typed: string): string {
  const parts = /^\s*(\d{1,2})[./-](\d{1,2})[./-](\d{4})\s*$/.exec(typed);
  return parts ? `${parts[3]}-${parts[2]!.padStart(2, '0')}-${parts[1]!.padStart(2, '0')}` : typed;
}
