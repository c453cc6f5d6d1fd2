import { describe, expect, test } from 'vitest';
import type { Season } from '../../../../contract/seasons.ts';
import { faultsInSeason, isOn, recordedTextIn, seasonOf, standardIn, wholeSeason } from './season-in-force.ts';

const snow: Season = {
  ...{ code: 'kar', position: 1, active: true, version: 1, switched: 'dates', from: '11-15', to: '03-31' },
  name: { tr: 'Kar modu', en: 'Snow mode' },
  notice: { tr: 'Önce ana yollar açılır.', en: 'Main roads are cleared first.' },
  recorded: {
    sms: { tr: 'Karda alindi: {{no}}', en: 'Received in the snow: {{no}}' },
    email: { tr: '', en: ' ' },
  },
  topics: [
    {
      topic: 'YOL-11',
      standard: { conclusion: { amount: 6, unit: 'hours' } },
      told: { tr: 'Altı saat içinde.', en: 'Within six hours.' },
    },
  ],
};

describe('when it is on', () => {
  test.each([
    ['2026-11-14', false],
    ['2026-11-15', true],
    ['2026-12-31', true],
    ['2027-01-01', true],
    ['2028-02-29', true],
    ['2027-03-31', true],
    ['2027-04-01', false],
  ])('over the new year, on %s: %s', (day, on) => expect(isOn(snow, day)).toBe(on));

  test.each([
    ['within one year, before', { from: '04-15', to: '09-30' }, '2026-04-14', false],
    ['within one year, on its last day', { from: '04-15', to: '09-30' }, '2026-09-30', true],
    ['switched on by hand in summer', { switched: 'on' as const }, '2026-07-01', true],
    ['switched off by hand in winter', { switched: 'off' as const }, '2026-12-24', false],
    ['by dates it does not have', { from: null, to: null }, '2026-12-24', false],
    ['closed, whatever else', { active: false, switched: 'on' as const }, '2026-12-24', false],
  ])('%s', (_what, change, day, on) => expect(isOn({ ...snow, ...change }, day)).toBe(on));
});

describe('what it changes', () => {
  const other: Season = { ...snow, code: 'firtina', position: 2, switched: 'on' };

  test('of two that are on and name the same topic the lower position holds', () => {
    expect(seasonOf([other, snow], 'YOL-11', '2026-12-24')?.season.code).toBe('kar');
    expect(seasonOf([other, snow], 'YOL-11', '2026-07-01')?.season.code).toBe('firtina');
    expect(seasonOf([other, snow], 'YOL-01', '2026-12-24')).toBeNull();
  });

  test('what it does not name stays the topic’s own', () => {
    const own = {
      firstResponse: { amount: 1, unit: 'calendar-days' as const },
      conclusion: { amount: 24, unit: 'hours' as const },
    };
    const change = seasonOf([snow], 'YOL-11', '2026-12-24')!.change;
    expect(standardIn({ standard: own }, change)).toEqual({
      firstResponse: own.firstResponse,
      conclusion: { amount: 6, unit: 'hours' },
    });
    expect(standardIn({ standard: own }, null)).toBe(own);
  });
});

test('the number is told in its words where it has some, and in the ordinary ones elsewhere', () => {
  const found = seasonOf([snow], 'YOL-11', '2026-12-24')!;
  const say = (channel: 'sms' | 'email', language: 'tr' | 'en') => recordedTextIn(found, { channel, language });
  expect([say('sms', 'tr'), say('sms', 'en')]).toEqual([snow.recorded.sms.tr, snow.recorded.sms.en]);
  expect([say('email', 'tr'), say('email', 'en')]).toEqual([null, null]);
});

test('one that was kept before seasons had texts has none', () => {
  const { recorded: _, ...kept } = snow;
  expect(wholeSeason(kept).recorded.sms).toEqual({ tr: '', en: '' });
  expect(wholeSeason(snow)).toEqual(snow);
});

test.each([
  ['whole', {}, []],
  ['no notice in English', { notice: { tr: 'Kar', en: ' ' } }, ['notice: text-missing']],
  ['a first day without a last', { to: null }, ['to: text-missing']],
  [
    'an SMS for Turkish readers alone',
    { recorded: { ...snow.recorded, sms: { tr: 'Karda {{no}}', en: '' } } },
    ['recorded.sms: text-missing'],
  ],
  ['no topic', { topics: [] }, ['topics: empty']],
  ['the same topic twice', { topics: [...snow.topics, ...snow.topics] }, ['topics.YOL-11: topic-twice']],
  ['a topic nobody knows', { topics: [{ ...snow.topics[0]!, topic: 'YOL-99' }] }, ['topics.YOL-99: unknown']],
  [
    'done in no time, and told in one language',
    {
      topics: [
        {
          topic: 'YOL-11',
          standard: { conclusion: { amount: 0, unit: 'hours' as const } },
          told: { tr: 'Var', en: '' },
        },
      ],
    },
    ['topics.YOL-11.conclusion: standard-amount', 'topics.YOL-11.told: text-missing'],
  ],
])('faults: %s', (_what, change, faults) => {
  const found = faultsInSeason({ ...snow, ...change }, (topic) => topic === 'YOL-11');
  expect(found.map(({ where, problem }) => `${where}: ${problem}`)).toEqual(faults);
});
