import { describe, expect, test } from 'vitest';
import { problemsOfText } from './texts.ts';

const UNSAID = ['Yolda çukur', 'Pothole'];

describe('a message text that somebody wants to save', () => {
  test.each([
    ['all is well', 'Basvurunuz alindi: {{no}}. En gec {{date}} yanit verecegiz.', []],
    ['behind a field a full stop, a bracket or a line', '({{no}}) {{date}}.\n{{link}}', []],
    ['a suffix with an apostrophe', '{{no}} en gec {{date}}’e kadar', [['suffix-glued', '{{date}}’e']]],
    ['a suffix in plain letters', '{{no}} {{date}}de', [['suffix-glued', '{{date}}de']]],
    ['glued before', 'no{{no}}', [['glued-before', '{{no}}']]],
    ['a field nobody knows', '{{no}} {{adres}}', [['unknown-field', 'adres']]],
    ['a name, which is no field at all', '{{no}} Sayin {{name}}', [['unknown-field', 'name']]],
    ['a brace too few', '{{no}} {{date}', [['brace-open', undefined]]],
    ['no number', 'Basvurunuz alindi.', [['number-missing', undefined]]],
    [
      'empty',
      ' ',
      [
        ['empty', undefined],
        ['number-missing', undefined],
      ],
    ],
    ['the topic, without Turkish letters', '{{no}}: YOLDA CUKUR alindi', [['topic-named', 'Yolda çukur']]],
    ['the topic in English', 'Pothole {{no}}', [['topic-named', 'Pothole']]],
    ['a word that only begins like the topic', 'Potholes? {{no}}', []],
  ])('%s', (_what, body, expected) => {
    const found = problemsOfText({ key: 'recorded', channel: 'sms', body, unsaid: UNSAID });
    expect(found.map((each) => [each.problem, 'field' in each ? each.field : undefined])).toEqual(expected);
  });

  test('a mail is read by who opens it, and may say the topic', () => {
    expect(problemsOfText({ key: 'recorded', channel: 'email', body: '{{no}} Yolda çukur', unsaid: UNSAID })).toEqual(
      [],
    );
  });

  test('one about no request needs its link', () => {
    expect(
      problemsOfText({ key: 'foi-form-link', channel: 'sms', body: '{{no}}' }).map(({ problem }) => problem),
    ).toEqual(['unknown-field', 'link-missing']);
  });
});
