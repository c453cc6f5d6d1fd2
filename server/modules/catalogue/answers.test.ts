import { describe, expect, test } from 'vitest';
import type { Question } from './topic.ts';
import { checkAnswers } from './answers.ts';

const label = (tr: string) => ({ tr, en: `${tr} (en)` });
const questions: Question[] = [
  {
    id: 'what',
    type: 'choice',
    label: label('Ne oldu?'),
    choices: [
      { value: 'cut', label: label('Kesinti') },
      { value: 'leak', label: label('Kaçak') },
    ],
    required: true,
  },
  {
    id: 'subscriber',
    type: 'text',
    label: label('Abone'),
    required: true,
    showIf: { question: 'what', equals: 'cut' },
  },
  { id: 'depth', type: 'number', label: label('Derinlik'), unit: 'cm', required: false },
  { id: 'rate', type: 'number', label: label('Oran'), unit: '%', required: false },
  { id: 'day', type: 'date', label: label('Gün'), required: false },
  { id: 'closed', type: 'yes-no-unknown', label: label('Kapalı mı?'), required: false },
];
const check = (answers: Record<string, string>, language: 'tr' | 'en' = 'tr') =>
  checkAnswers(
    { questions },
    Object.entries(answers).map(([question, value]) => ({ question, value })),
    language,
  );

test('answers keep their question and choice as worded then, in the citizen’s language', () => {
  expect(check({ what: 'leak', closed: 'unknown' })).toEqual({
    ok: true,
    answers: [
      { question: 'what', label: 'Ne oldu?', value: 'leak', valueLabel: 'Kaçak' },
      { question: 'closed', label: 'Kapalı mı?', value: 'unknown', valueLabel: 'Bilmiyorum' },
    ],
  });
  expect(check({ what: 'leak' }, 'en')).toMatchObject({
    answers: [{ label: 'Ne oldu? (en)', valueLabel: 'Kaçak (en)' }],
  });
});

test('a conditional question is asked only after its answer, and an answer left over from before is dropped', () => {
  expect(check({ what: 'cut' })).toEqual({ ok: false, problems: [{ question: 'subscriber', problem: 'missing' }] });
  expect(check({ what: 'leak', subscriber: '123' })).toMatchObject({ ok: true, answers: [{ question: 'what' }] });
});

describe('what cannot be an answer', () => {
  test.each([
    [{ what: 'fire' }, { question: 'what', problem: 'not-a-choice' }],
    [
      { what: 'leak', depth: 'çok' },
      { question: 'depth', problem: 'not-a-number' },
    ],
    [
      { what: 'leak', day: '2026-02-30' },
      { question: 'day', problem: 'not-a-date' },
    ],
    [
      { what: 'leak', other: 'x' },
      { question: 'other', problem: 'unknown-question' },
    ],
    [
      { what: 'leak', __proto__x: 'x' },
      { question: '__proto__x', problem: 'unknown-question' },
    ],
    [
      { what: 'cut', subscriber: 'x'.repeat(501) },
      { question: 'subscriber', problem: 'too-long' },
    ],
    [{ what: '  ' }, { question: 'what', problem: 'missing' }],
  ])('%j', (answers, problem) => {
    expect(check(answers as Record<string, string>)).toEqual({ ok: false, problems: [problem] });
  });
});

test.each([
  ['1.250,5', 'tr', '1250.5', '1.250,5 cm'],
  ['1250.5', 'tr', '1250.5', '1.250,5 cm'],
  ['1,250.5', 'en', '1250.5', '1,250.5 cm'],
  ['٤٠', 'tr', '40', '40 cm'],
  ['-3', 'tr', '-3', '-3 cm'],
] as const)('%s in %s is %s', (typed, language, value, valueLabel) => {
  expect(check({ what: 'leak', depth: typed }, language)).toMatchObject({ answers: [{}, { value, valueLabel }] });
});

test('the percent sign stands where the language puts it', () => {
  expect(check({ what: 'leak', rate: '40' })).toMatchObject({ answers: [{}, { valueLabel: '%40' }] });
  expect(check({ what: 'leak', rate: '40' }, 'en')).toMatchObject({ answers: [{}, { valueLabel: '40%' }] });
});
