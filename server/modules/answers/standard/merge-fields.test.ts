/** No suffix behind a field, no unknown field, no hole: on texts as people would write them. */
import { describe, expect, test } from 'vitest';
import type { TextProblem } from '../../../../contract/standard-texts.ts';
import { MERGE_FIELDS } from '../../../../contract/standard-texts.ts';
import type { MergeValues } from './merge-fields.ts';
import { fillBody, problemsOfBody } from './merge-fields.ts';

describe('what may not be saved', () => {
  const bad: [string, Partial<TextProblem>][] = [
    [
      '{{directorate}}’ne ilettik.',
      { problem: 'suffix-glued', instead: 'directorate-dative', written: '{{directorate}}’ne' },
    ],
    ["{{directorate}}'ne ilettik.", { problem: 'suffix-glued', instead: 'directorate-dative' }],
    ['{{directorate}}ne ilettik.', { problem: 'suffix-glued', instead: 'directorate-dative' }],
    ['{{directorate}}’nün sorumluluğunda.', { problem: 'suffix-glued', instead: null }],
    ['{{neighbourhood}}’nde çalıştık.', { problem: 'suffix-glued', instead: 'neighbourhood-locative' }],
    ['{{neighbourhood}}’de çalıştık.', { problem: 'suffix-glued', instead: 'neighbourhood-locative' }],
    ['{{ neighbourhood }}da çalıştık.', { problem: 'suffix-glued', instead: 'neighbourhood-locative' }],
    ['{{street}}’ta çalıştık.', { problem: 'suffix-glued', instead: null }],
    ['{{body}}’ye bildirdik.', { problem: 'suffix-glued', instead: null }],
    ['{{body}}`ye bildirdik.', { problem: 'suffix-glued', instead: null }],
    ['{{promise}}’ne kadar yazarız.', { problem: 'suffix-glued', instead: null }],
    ['{{body-phone}}’i arayın.', { problem: 'suffix-glued', instead: null }],
    ['{{number}}2 numaralı', { problem: 'suffix-glued' }],
    ['no{{number}}', { problem: 'glued-before' }],
    ['İSKİ’{{number}}', { problem: 'glued-before' }],
    ['{{tarih}} günü', { problem: 'unknown-field', field: 'tarih' }],
    ['{{}} günü', { problem: 'unknown-field', field: '' }],
    ['{{number günü', { problem: 'brace-open' }],
    ['number}} günü', { problem: 'brace-open' }],
  ];
  test.each(bad)('%s', (body, problem) => expect(problemsOfBody(body)).toMatchObject([problem]));
});

test.each([
  'Başvurunuz şu birimde: {{directorate}}.',
  '{{directorate-dative}} ilettik.',
  '{{neighbourhood-locative}}, {{street}} üzerinde çalıştık.',
  '“{{topic}}” konusundaki başvurunuz',
  '({{number}}) {{today}}; {{promise}}!',
  '{{body}} ({{body-phone}})',
  '{{number}}-{{today}}',
  '{{number}}\n{{today}}',
])('may be saved: %s', (body) => expect(problemsOfBody(body)).toEqual([]));

const VALUES = Object.fromEntries(MERGE_FIELDS.map((field) => [field, `<${field}>`])) as Record<string, string>;

test('every field is filled with its own value', () => {
  const body = MERGE_FIELDS.map((field) => `{{${field}}}`).join(' ');
  expect(fillBody(body, VALUES as MergeValues)).toEqual({
    ...{ text: MERGE_FIELDS.map((field) => `<${field}>`).join(' '), missing: [] },
  });
});

test('a text with a field that has no value is not offered half empty', () => {
  const values = { ...VALUES, street: null, promise: '' } as MergeValues;
  const filled = fillBody('{{street}}: {{promise}} / {{street}} / {{topic}}', values);
  expect(filled).toEqual({ text: null, missing: ['street', 'promise'] });
});

test('a value that looks like a field is a value', () =>
  expect(fillBody('{{street}}', { ...VALUES, street: '{{number}}' } as MergeValues).text).toBe('{{number}}'));
