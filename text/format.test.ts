import { describe, expect, test } from 'vitest';
import {
  formatCount,
  formatDateTime,
  formatDay,
  formatDuration,
  formatMoney,
  formatPercent,
  formatSmsDate,
  formatTableDate,
  formatTime,
  inWords,
} from './format.ts';

const friday = new Date('2026-03-13T06:42:00Z'); // 09.42 in Istanbul
const monday = new Date('2026-03-22T21:00:00Z'); // midnight of 23 March in Istanbul, still the 22nd elsewhere

test.each([
  [0, '0', '0'],
  [999, '999', '999'],
  [4000, '4.000', '4,000'],
  [201_639, '201.639', '201,639'],
])('formatCount %d', (count, tr, en) => {
  expect(formatCount(count, 'tr')).toBe(tr);
  expect(formatCount(count, 'en')).toBe(en);
});

describe('formatPercent', () => {
  test.each([
    [{ part: 47, whole: 60, decimals: 2 }, '%78,33', '78.33%'],
    [{ part: 1_289_980, whole: 900_115, decimals: 2 }, '%143,31', '143.31%'],
    [{ part: 1, whole: 1, decimals: 0 }, '%100', '100%'],
    [{ part: 1, whole: 8, decimals: 1 }, '%12,5', '12.5%'],
    [{ part: 1005, whole: 100_000, decimals: 2 }, '%1,01', '1.01%'], // half up, where binary fractions say 1,00
    [{ part: -1, whole: 4, decimals: 0 }, '-%25', '-25%'],
    [{ part: 3, whole: 0, decimals: 1 }, '–', '–'],
    [{ part: 0.5, whole: 2, decimals: 1 }, '%25,0', '25.0%'],
  ])('%o', ({ part, whole, decimals }, tr, en) => {
    expect(formatPercent(part, whole, { language: 'tr', decimals })).toBe(tr);
    expect(formatPercent(part, whole, { language: 'en', decimals })).toBe(en);
  });
  test('one decimal unless told', () => expect(formatPercent(7, 8, { language: 'tr' })).toBe('%87,5'));
});

test.each([
  [145_886_406, '1.458.864,06 TL', '1,458,864.06 TL'],
  [-5, '-0,05 TL', '-0.05 TL'],
  [1_230_000_000, '12.300.000,00 TL', '12,300,000.00 TL'],
])('formatMoney %d', (kurus, tr, en) => {
  expect(formatMoney(kurus, 'tr')).toBe(tr);
  expect(formatMoney(kurus, 'en')).toBe(en);
});

test.each([
  [724, '724'],
  [1000, 'bin'],
  [1724, 'bin 724'],
  [4000, '4 bin'],
  [297_148, '297 bin 148'],
  [324_835, '324 bin 835'],
  [2_040_000, '2 milyon 40 bin'],
  [1_001_001, '1 milyon bin 1'],
  [3_000_000_000, '3 milyar'],
])('inWords %d → %s', (count, prose) => expect(inWords(count, 'tr')).toBe(prose));
test('inWords prints digits in English', () => expect(inWords(297_148, 'en')).toBe('297,148'));

describe('dates are Istanbul days', () => {
  test.each([
    [formatDay(monday, 'tr'), '23 Mart Pazartesi'],
    [formatDay(monday, 'en'), 'Monday 23 March'],
    [formatDay(monday, 'tr', { year: true }), '23 Mart 2026 Pazartesi'],
    [formatDay(monday, 'tr', { short: true }), '23 Mart Pzt'],
    [formatDay('2026-03-23', 'tr'), '23 Mart Pazartesi'],
    [formatDay('2026-01-01', 'tr'), '1 Ocak Perşembe'],
    [formatDay('2026-08-30', 'en', { year: true }), 'Sunday 30 August 2026'],
    [formatDateTime(friday, 'tr'), '13 Mart Cuma 09.42'],
    [formatDateTime(friday, 'en'), 'Friday 13 March 09:42'],
    [formatTime(friday, 'tr', { table: true }), '09:42'],
    [formatTime(monday, 'tr'), '00.00'],
    [formatTableDate(monday, 'tr'), '23.03.2026'],
    [formatTableDate(monday, 'en'), '23 Mar 2026'],
    [formatSmsDate(monday, 'en'), '23.03.2026'],
    [formatTime(new Date('2016-01-15T10:00:00Z'), 'tr'), '12.00'], // +02:00 until 2016
    [formatTime(new Date('2026-01-15T10:00:00Z'), 'tr'), '13.00'],
  ])('%s', (printed, expected) => expect(printed).toBe(expected));
  test('a string that is no day is refused', () => expect(() => formatDay('23.03.2026', 'tr')).toThrow(RangeError));
});

test.each([
  [2 * 86_400_000 + 4 * 3_600_000 + 59 * 60_000, '2 g 4 s', '2 d 4 h'],
  [35 * 60_000, '35 dk', '35 min'],
  [(3 * 60 + 10) * 60_000, '3 s 10 dk', '3 h 10 min'],
  [86_400_000 + 60_000, '1 g', '1 d'],
  [12_400, '12 sn', '12 s'],
  [0, '0 sn', '0 s'],
  [-35 * 60_000, '35 dk', '35 min'],
])('formatDuration %d', (ms, tr, en) => {
  expect(formatDuration(ms, 'tr')).toBe(tr);
  expect(formatDuration(ms, 'en')).toBe(en);
});
