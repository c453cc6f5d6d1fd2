import { describe, expect, test } from 'vitest';
import { businessCalendar } from './business-days.ts';
import { readHolidayFile } from './holiday-file.ts';
import { instantAt } from './istanbul-time.ts';
import { isOfficeDay, minutesOfWork, officeDaysAway, officeMinutesBefore } from './office-time.ts';

const calendar = businessCalendar(await readHolidayFile());
const at = (written: string) => instantAt(written.slice(0, 10), written.slice(11));

describe('office days away', () => {
  // 19 March 2026 is the eve of the feast (half day), 20 to 22 March the feast; 23 March is a Monday.
  const cases: [what: string, from: string, days: number, to: string][] = [
    ['none: the instant itself, also on a Sunday', '2026-03-15 10:00', 0, '2026-03-15 10:00'],
    ['one later', '2026-03-16 10:00', 1, '2026-03-17 10:00'],
    ['over a weekend', '2026-03-13 10:00', 1, '2026-03-16 10:00'],
    ['a half day is one', '2026-03-18 10:00', 1, '2026-03-19 10:00'],
    ['over the feast', '2026-03-19 10:00', 1, '2026-03-23 10:00'],
    ['three later over the feast', '2026-03-18 17:30', 3, '2026-03-24 17:30'],
    ['one earlier over the feast', '2026-03-23 17:30', -1, '2026-03-19 17:30'],
    ['from a Sunday forward', '2026-03-15 10:00', 1, '2026-03-16 10:00'],
    ['from a Sunday back', '2026-03-15 10:00', -1, '2026-03-13 10:00'],
    ['a year nobody has entered: its weekdays', '2040-01-06 10:00', 1, '2040-01-09 10:00'],
  ];
  test.each(cases)('%s', (_what, from, days, to) => {
    expect(officeDaysAway(calendar, at(from), days)).toEqual(at(to));
  });
});

describe('so many minutes of work before', () => {
  const cases: [what: string, from: string, minutes: number, to: string][] = [
    ['inside the afternoon', '2026-03-16 17:30', 60, '2026-03-16 16:30'],
    ['the midday break is no work', '2026-03-16 14:30', 120, '2026-03-16 11:30'],
    ['a whole day', '2026-03-17 17:30', 480, '2026-03-17 08:30'],
    ['over a weekend', '2026-03-16 09:30', 120, '2026-03-13 16:30'],
    ['from a Sunday', '2026-03-15 12:00', 60, '2026-03-13 16:30'],
    ['the eve works half the day', '2026-03-23 08:30', 60, '2026-03-19 11:30'],
    ['none', '2026-03-15 12:00', 0, '2026-03-15 12:00'],
  ];
  test.each(cases)('%s', (_what, from, minutes, to) => {
    expect(officeMinutesBefore(calendar, at(from), minutes)).toEqual(at(to));
  });

  test('a day has eight hours of it, and a holiday none', () => {
    expect(minutesOfWork(calendar)).toBe(480);
    expect([isOfficeDay(calendar, '2026-03-19'), isOfficeDay(calendar, '2026-03-20')]).toEqual([true, false]);
  });
});
