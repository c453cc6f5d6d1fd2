/** Each condition alone, together, and in order. */
import { describe, expect, test } from 'vitest';
import { words } from '../../../text/turkish.ts';
import { explain, whoHandlesIt } from './who-handles-it.ts';
import { CONDITIONS } from './rule-conditions.ts';
import type { RuleWhen } from './rule.ts';
import { facts, prepared, rule } from './testing.ts';

type Facts = NonNullable<Parameters<typeof facts>[0]>;

const takes = (when: RuleWhen, asked: Facts) => whoHandlesIt(facts(asked), prepared(rule({ when }))).place === 1;

describe('a condition holds', () => {
  test.each<[string, RuleWhen, Facts, boolean]>([
    ['one of its topics', { topics: ['TEM-01', 'YOL-01'] }, {}, true],
    ['another topic', { topics: ['TEM-01'] }, {}, false],
    ['a topic of its group', { groups: ['YOL'] }, { topic: 'YOL-02' }, true],
    ['topic or group', { topics: ['TEM-01'], groups: ['PRK'] }, { topic: 'PRK-02' }, true],
    ['no topic at all', { groups: ['YOL'] }, { topic: null }, false],
    ['its neighbourhood', { neighbourhoods: [1, 3] }, {}, true],
    ['another neighbourhood', { neighbourhoods: [3] }, {}, false],
    ['no neighbourhood', { neighbourhoods: [3] }, { neighbourhoodId: null }, false],
    ['its area', { areas: ['MERKEZ'] }, {}, true],
    ['an area it lies in by its point alone', { areas: ['DERE'] }, { neighbourhoodId: null, areas: ['DERE'] }, true],
    ['neighbourhood or area', { neighbourhoods: [3], areas: ['MERKEZ'] }, {}, true],
    ['another area', { areas: ['DERE'] }, {}, false],
    ['a metropolitan road', { road: ['metropolitan'] }, { road: 'metropolitan' }, true],
    ['a district road', { road: ['metropolitan'] }, { road: 'district' }, false],
    ['a road of which nobody has said whose it is', { road: ['unknown'] }, { road: null }, true],
    ['known or unknown', { road: ['district', 'unknown'] }, { road: null }, true],
    ['its answer', { answers: [{ question: 'depth', values: ['deep'] }] }, { answers: [{ question: 'depth', value: 'deep' }] }, true], // prettier-ignore
    ['another answer', { answers: [{ question: 'depth', values: ['deep'] }] }, { answers: [{ question: 'depth', value: 'shallow' }] }, false], // prettier-ignore
    ['no answer', { answers: [{ question: 'depth', values: ['deep'] }] }, {}, false],
    ['one of two questions answered so', { answers: [{ question: 'depth', values: ['deep'] }, { question: 'on-road', values: ['yes'] }] }, { answers: [{ question: 'depth', value: 'deep' }] }, false], // prettier-ignore
    ['in office hours', { hours: 'office' }, {}, true],
    ['outside them', { hours: 'outside-office' }, { officeHours: false }, true],
    ['in office hours where outside is asked', { hours: 'outside-office' }, {}, false],
    ['its weekday', { weekdays: [1, 2] }, {}, true],
    ['a Sunday', { weekdays: [1, 2] }, { weekday: 7 }, false],
    ['the first day of a window', { dates: { from: '2026-02-16', to: '2026-03-01' } }, {}, true],
    ['the last day', { dates: { from: null, to: '2026-02-16' } }, {}, true],
    ['the day after', { dates: { from: null, to: '2026-02-15' } }, {}, false],
    ['the day before', { dates: { from: '2026-02-17', to: null } }, {}, false],
    ['its channel', { channels: ['cimer', 'phone'] }, {}, true],
    ['another channel', { channels: ['cimer'] }, {}, false],
    ['its kind', { kinds: ['complaint'] }, {}, true],
    ['another kind', { kinds: ['thanks'] }, {}, false],
    ['danger', { danger: true }, { danger: true }, true],
    ['no danger where danger is asked', { danger: true }, {}, false],
    ['no danger where none is asked', { danger: false }, {}, true],
  ])('%s: %j', (_name, when, asked, expected) => expect(takes(when, asked)).toBe(expected));
});

describe('words', () => {
  test.each([
    ['çöp', 'Sokakta ÇÖPLERİMİZ duruyor', true],
    ['çöp', 'copleri almadilar', true],
    ['çöp', 'çöpü', true],
    ['çöp', 'Çömlekçi taşındı', false],
    ['su', 'suyun rengi sarı', false],
    ['su', 'Su akmıyor', true],
    ['köpek', 'KÖPEĞİ bağlasınlar', true],
    ['kaldırım', 'kaldırımda çukur', true],
    ['kaldırım', 'kaldırdılar', false],
    ['metro inşaatı', 'İnşaatın önünde, metro durağında', true],
    ['metro inşaatı', 'metro durağında', false],
    ['çukurlar', 'Yolda bir çukur var', true],
    ['8001', '8001/1 sokak', true],
  ])('%j in %j: %s', (phrase, text, expected) =>
    expect(takes({ words: ['hiç geçmez', phrase] }, { words: words(text) })).toBe(expected),
  );
});

test('all conditions of a rule must hold', () => {
  const when: RuleWhen = { topics: ['YOL-01'], road: ['metropolitan'], hours: 'office' };
  expect(takes(when, { road: 'metropolitan' })).toBe(true);
  expect(takes(when, { road: 'metropolitan', officeHours: false })).toBe(false);
  expect(takes(when, { road: 'metropolitan', topic: 'YOL-02' })).toBe(false);
});

describe('the order', () => {
  const narrow = rule({ when: { topics: ['YOL-01'], neighbourhoods: [1] }, to: { directorate: 'PRK', unit: null, person: null } }); // prettier-ignore
  const wide = rule({ when: { groups: ['YOL'] }, to: { directorate: 'FEN', unit: 'FEN-YOL', person: null } });
  test('the first that matches decides, and says which it was and what was so', () => {
    const decision = whoHandlesIt(facts(), prepared(narrow, wide));
    expect(decision).toMatchObject({ rule: narrow.id, place: 1, version: 7, to: { directorate: 'PRK' } });
    expect(decision.matched).toEqual([
      { what: 'topic', value: 'YOL-01', name: { tr: 'Konu YOL-01', en: 'Konu YOL-01' } },
      { what: 'neighbourhood', value: '1', name: { tr: 'Mahalle 1', en: 'Mahalle 1' } },
    ]);
    expect(whoHandlesIt(facts(), prepared(wide, narrow))).toMatchObject({ rule: wide.id, to: { unit: 'FEN-YOL' } });
    expect(whoHandlesIt(facts({ neighbourhoodId: 2 }), prepared(narrow, wide))).toMatchObject({ place: 2 });
  });
  test('English is the Turkish where nobody wrote any', () =>
    expect(whoHandlesIt(facts(), prepared(narrow)).why).toEqual({ tr: 'Başkanlık oluru.', en: 'Başkanlık oluru.' }));
  test('says rule by rule why it was not another', () =>
    expect(explain(facts({ topic: 'YOL-02' }), prepared(narrow, wide, wide)).map(({ verdict, unmet }) => [verdict, unmet])).toEqual([
      ['not-met', 'topic'],
      ['takes', null],
      ['not-reached', null],
    ])); // prettier-ignore
});

describe('the floor, where no rule matches', () => {
  test.each([
    ['no topic', null, 'no-topic', null],
    ['a topic of its own', 'PRK-02', 'by-topic', 'PRK'],
    ['another body’s duty', 'YOL-16', 'not-ours', 'FEN'],
    ['a topic whose directorate was closed', 'KAP-01', 'directorate-closed', null],
  ])('%s', (_name, topic, name, directorate) => {
    const decision = whoHandlesIt(facts({ topic }), prepared());
    expect([decision.rule, decision.to?.directorate ?? null, decision.place]).toEqual([name, directorate, null]);
    expect(decision.why.tr).not.toBe(decision.why.en);
  });
});

describe('a rule that is broken', () => {
  const broken = rule({ name: 'Eski bölge', when: { areas: ['ESKI'] } });
  const next = rule({ when: { topics: ['YOL-01'] } });
  const decision = whoHandlesIt(facts({ areas: ['ESKI'] }), prepared(broken, next));
  test('is passed over, and what it would have taken says so', () => {
    expect(decision).toMatchObject({ rule: next.id, place: 2 });
    expect(decision.passedOver).toEqual([
      { rule: broken.id, name: 'Eski bölge', faults: [{ where: 'areas', problem: 'not-active', named: 'ESKI' }] },
    ]);
  });
  test('is not mentioned on what it would not have taken', () =>
    expect(whoHandlesIt(facts({ areas: [] }), prepared(broken, next)).passedOver).toEqual([]));
  test('is mentioned where nobody can know, because its area is gone altogether', () => {
    const gone = rule({ when: { areas: ['YOK'], topics: ['YOL-01'] } });
    expect(whoHandlesIt(facts(), prepared(gone)).passedOver).toHaveLength(1);
    expect(whoHandlesIt(facts({ topic: 'TEM-01' }), prepared(gone)).passedOver).toHaveLength(0);
  });
});

test('every condition of the contract is asked by exactly one of the table', () => {
  const when: Required<RuleWhen> = {
    ...{ topics: ['YOL-01'], groups: ['YOL'], neighbourhoods: [1], areas: ['MERKEZ'], road: ['unknown'] },
    ...{ answers: [{ question: 'depth', values: ['deep'] }], hours: 'office', weekdays: [1] },
    ...{ dates: { from: null, to: '2026-12-31' }, channels: ['phone'], kinds: ['complaint'], danger: false },
    words: ['çukur'],
  };
  const [only] = prepared(rule({ when })).rules;
  expect(only!.tests.map(({ name }) => name)).toEqual(CONDITIONS.map(({ name }) => name));
  expect(takes(when, { answers: [{ question: 'depth', value: 'deep' }] })).toBe(true);
  for (const part of [
    'road',
    'answers',
    'hours',
    'weekdays',
    'dates',
    'channels',
    'kinds',
    'danger',
    'words',
  ] as const) {
    const { [part]: _, ...rest } = when;
    expect(prepared(rule({ when: rest })).rules[0]!.tests).toHaveLength(CONDITIONS.length - 1);
  }
});
