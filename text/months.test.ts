import { expect, test } from 'vitest';
import { monthName, monthOf, monthsInWords } from './months.ts';

test.each([
  [[11, 12, 1, 2, 3], 'kasım–mart', 'November–March'],
  [[4, 5, 6, 7, 8, 9, 10], 'nisan–ekim', 'April–October'],
  [[6], 'haziran', 'June'],
  [[9, 3, 4, 3], 'mart–nisan, eylül', 'March–April, September'],
  [[12, 1, 6], 'haziran, aralık–ocak', 'June, December–January'],
  [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], 'ocak–aralık', 'January–December'],
  [[], '', ''],
])('%j is read as a span where months follow each other', (months, tr, en) => {
  expect([monthsInWords(months, 'tr'), monthsInWords(months, 'en')]).toEqual([tr, en]);
});

test('the month is Istanbul’s', () => {
  expect(monthOf(new Date('2026-10-31T21:30:00Z'))).toBe(11);
  expect(monthOf(new Date('2026-10-31T20:30:00Z'))).toBe(10);
  expect([monthName(8, 'tr'), monthName(8, 'en')]).toEqual(['Ağustos', 'August']);
});
