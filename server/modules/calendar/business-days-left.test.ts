import { describe, expect, test } from 'vitest';
import { businessDaysUntil } from './business-days-left.ts';
import { businessCalendar } from './business-days.ts';
import { computeDue } from './due-date.ts';
import { readHolidayFile } from './holiday-file.ts';
import { instantAt } from './istanbul-time.ts';

const office = businessCalendar(await readHolidayFile());
const until = (today: string, due: string) =>
  businessDaysUntil(office, instantAt(due, '17:30'), { now: instantAt(today, '10:00'), legal: true });

describe('business days left', () => {
  test.each([
    ['2026-03-13', '2026-03-16', 1, 'on Friday, Monday is one day away'],
    ['2026-03-14', '2026-03-16', 1, 'and so it is on Saturday'],
    ['2026-03-18', '2026-03-23', 2, 'the arife counts, the feast and the weekend do not'],
    ['2026-03-16', '2026-03-16', 0, 'today is no day away'],
    ['2026-03-17', '2026-03-16', -1, 'over since yesterday'],
    ['2026-03-16', '2026-03-13', -1, 'over since Friday is one business day on Monday'],
    ['2026-03-15', '2026-03-13', 0, 'and none on Sunday'],
  ])('%s to %s: %i, %s', (today, due, days) => {
    expect(until(today, due)).toBe(days);
  });

  test('are, at receipt, as many as the period has', () => {
    const received = Array.from({ length: 60 }, (_, n) => new Date(Date.UTC(2026, 1, 1 + n * 2, 8)));
    for (const now of received)
      for (const amount of [1, 4, 15, 30]) {
        const { dueAt } = computeDue(office, { receivedAt: now, amount, unit: 'business-days', legal: true });
        expect(businessDaysUntil(office, dueAt, { now, legal: true })).toBe(amount);
      }
  });

  test('are not guessed in a year without holidays, nor counted for ever', () => {
    expect(until('2026-03-13', '2199-01-05')).toBe(null);
    expect(until('2020-03-13', '2026-03-13')).toBe(null);
  });
});
