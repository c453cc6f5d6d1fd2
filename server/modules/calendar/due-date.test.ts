// The vectors a lawyer would check by hand: what arrives when, how much time it has, when it is due, and why.
import { describe, expect, test } from 'vitest';
import { businessCalendar, officeWeek } from './business-days.ts';
import type { DueWarning, TimeUnit } from './due-date.ts';
import { computeDue } from './due-date.ts';
import { readHolidayFile } from './holiday-file.ts';
import { instantAt, istanbulDay, istanbulTime } from './istanbul-time.ts';

const rows = await readHolidayFile();
const office = businessCalendar(rows);

// received | amount | unit | due (day and time in Istanbul) | why
type Vector = [received: string, amount: number, unit: TimeUnit, due: string, why: string];

const legal: Vector[] = [
  ['2026-03-13 10:00', 14, 'business-days', '2026-04-03 17:30', 'the 14th business day of the worked example'],
  ['2026-03-13 10:00', 15, 'business-days', '2026-04-06 17:30', 'arife counts as a day, Friday of the feast does not'],
  ['2026-03-13 10:00', 4, 'business-days', '2026-03-19 13:00', 'the 4th day is the arife of Ramazan: safe until 13.00'],
  ['2026-03-13 10:00', 5, 'business-days', '2026-03-23 17:30', 'over the first day of the feast and the weekend'],
  ['2026-03-13 10:00', 30, 'business-days', '2026-04-28 17:30', 'extended 4982 period, over 23 April too'],
  ['2026-02-18 10:00', 30, 'calendar-days', '2026-03-23 17:30', '30th day is feast Friday, then a weekend'],
  ['2026-03-13 23:59', 15, 'business-days', '2026-04-06 17:30', 'a minute before midnight is still that day'],
  ['2026-03-14 00:00', 15, 'business-days', '2026-04-06 17:30', 'Saturday is day 0, Monday is day 1'],
  ['2026-03-15 12:00', 15, 'business-days', '2026-04-06 17:30', 'so is Sunday'],
  ['2026-03-16 08:00', 15, 'business-days', '2026-04-07 17:30', 'Monday itself is day 0: one day later'],
  ['2026-01-05 09:00', 15, 'business-days', '2026-01-26 17:30', 'three plain weeks'],
  ['2025-12-31 16:00', 1, 'business-days', '2026-01-02 17:30', '1 January is skipped'],
  ['2025-12-31 16:00', 15, 'business-days', '2026-01-22 17:30', 'over the end of the year'],
  ['2025-12-02 09:00', 30, 'calendar-days', '2026-01-02 17:30', '30th day is 1 January, a Thursday'],
  ['2026-04-22 09:00', 1, 'business-days', '2026-04-24 17:30', '23 April'],
  ['2026-04-30 09:00', 1, 'business-days', '2026-05-04 17:30', '1 May is a Friday'],
  ['2026-05-18 09:00', 1, 'business-days', '2026-05-20 17:30', '19 May'],
  ['2026-05-25 09:00', 1, 'business-days', '2026-05-26 13:00', 'arife of Kurban: safe until 13.00'],
  ['2026-05-26 09:00', 1, 'business-days', '2026-06-01 17:30', 'Kurban Wednesday to Saturday, then Sunday'],
  ['2026-05-11 09:00', 15, 'business-days', '2026-06-05 17:30', '19 May and Kurban inside'],
  ['2026-07-14 09:00', 1, 'business-days', '2026-07-16 17:30', '15 July'],
  ['2016-07-14 09:00', 1, 'business-days', '2016-07-15 17:30', '15 July 2016 was not yet a holiday'],
  ['2017-07-14 09:00', 1, 'business-days', '2017-07-17 17:30', '15 July 2017 was a Saturday: not moved to Monday'],
  ['2026-08-28 09:00', 1, 'business-days', '2026-08-31 17:30', '30 August on a Sunday is not moved to Monday'],
  ['2026-10-27 09:00', 1, 'business-days', '2026-10-28 13:00', '28 October is a half day'],
  ['2026-10-27 09:00', 2, 'business-days', '2026-10-30 17:30', '29 October is skipped, the 28th counted'],
  ['2026-11-09 09:00', 1, 'business-days', '2026-11-10 17:30', '10 November is a working day'],
  [
    '2025-04-01 09:00',
    1,
    'business-days',
    '2025-04-02 17:30',
    'the day after Ramazan is a working day in law, leave or not',
  ],
  [
    '2025-03-28 09:00',
    1,
    'business-days',
    '2025-04-02 17:30',
    'feast Sunday to Tuesday; leave does not move it further',
  ],
  ['2025-06-09 09:00', 1, 'business-days', '2025-06-10 17:30', '10 June 2025 is a working day'],
  ['2025-06-04 09:00', 1, 'business-days', '2025-06-05 13:00', 'arife of Kurban 2025'],
  [
    '2025-06-05 14:00',
    1,
    'business-days',
    '2025-06-10 17:30',
    'received on the free afternoon of arife: day 0 all the same',
  ],
  ['2022-04-29 09:00', 1, 'business-days', '2022-05-05 17:30', 'Ramazan 2–4 May, arife on Sunday 1 May'],
  ['2022-07-08 09:00', 15, 'business-days', '2022-08-03 17:30', 'Kurban and 15 July 2022'],
  [
    '2022-06-09 09:00',
    30,
    'calendar-days',
    '2022-07-13 17:30',
    '30th day is the first of Kurban, a Saturday; the feast ends on Tuesday',
  ],
  ['2026-01-30 09:00', 30, 'calendar-days', '2026-03-02 17:30', '30th day is Sunday 1 March'],
  [
    '2026-01-01 09:00',
    30,
    'calendar-days',
    '2026-02-02 17:30',
    'received on a holiday: that day is day 0; 31 January is a Saturday',
  ],
  ['2026-03-01 09:00', 30, 'calendar-days', '2026-03-31 17:30', 'the feast inside the period does not lengthen it'],
  ['2026-04-26 09:00', 30, 'calendar-days', '2026-05-26 13:00', '30th day is arife: not moved, safe until 13.00'],
  ['2026-04-27 09:00', 30, 'calendar-days', '2026-06-01 17:30', '30th day is the first of Kurban'],
  ['2024-01-31 09:00', 30, 'calendar-days', '2024-03-01 17:30', 'leap year: 29 February exists'],
  ['2023-01-31 09:00', 30, 'calendar-days', '2023-03-02 17:30', 'no leap year'],
  ['2026-03-13 10:00', 7, 'calendar-days', '2026-03-23 17:30', 'Açık Kapı: 7th day is feast Friday'],
  ['2026-03-02 10:00', 7, 'calendar-days', '2026-03-09 17:30', 'Açık Kapı in a plain week'],
  ['2015-03-20 10:00', 15, 'business-days', '2015-04-10 17:30', 'clocks went forward on 29 March 2015'],
  ['2015-10-26 23:30', 15, 'business-days', '2015-11-17 17:30', 'clocks went back on 8 November 2015'],
];

const service: Vector[] = [
  ['2026-03-13 16:30', 15, 'minutes', '2026-03-13 16:45', 'around the clock'],
  ['2026-03-20 03:00', 2, 'hours', '2026-03-20 05:00', 'an injured animal does not wait for the feast'],
  ['2026-03-13 22:00', 24, 'hours', '2026-03-14 22:00', 'weekend or not'],
  ['2015-03-28 22:00', 24, 'hours', '2015-03-29 23:00', 'the day had 23 hours'],
  ['2026-03-13 16:30', 2, 'working-hours', '2026-03-16 09:30', 'one hour on Friday, one on Monday'],
  ['2026-03-13 11:30', 2, 'working-hours', '2026-03-13 14:30', 'lunch is not worked'],
  ['2026-03-13 20:00', 1, 'working-hours', '2026-03-16 09:30', 'after hours: begins with the next working day'],
  ['2026-03-19 11:30', 2, 'working-hours', '2026-03-23 09:30', 'arife: work stops, goes on after the feast'],
  ['2026-03-16 08:30', 8, 'working-hours', '2026-03-16 17:30', 'one full day ends the same evening'],
  [
    '2025-04-01 09:00',
    1,
    'business-days',
    '2025-04-07 17:30',
    'administrative leave 2–4 April pauses a service target',
  ],
  ['2026-03-13 10:00', 1, 'calendar-days', '2026-03-16 17:30', 'the day after is a Saturday'],
  ['2026-03-13 10:00', 3, 'business-days', '2026-03-18 17:30', 'three working days'],
];

describe('legal periods', () => {
  test.each(legal)('%s + %i %s → %s: %s', (received, amount, unit, due) => {
    expect(dueOf(received, amount, unit, true)).toBe(due);
  });
});

describe('service targets', () => {
  test.each(service)('%s + %i %s → %s: %s', (received, amount, unit, due) => {
    expect(dueOf(received, amount, unit, false)).toBe(due);
  });

  test('a municipality may let service targets run through administrative leave', () => {
    const strict = businessCalendar(rows, { ...officeWeek, closuresPauseService: false });
    const due = computeDue(strict, {
      receivedAt: at('2025-04-01 09:00'),
      amount: 1,
      unit: 'business-days',
      legal: false,
    });
    expect(due.dueDay).toBe('2025-04-02');
  });

  test('an office that works on Saturdays counts them', () => {
    const sixDays = businessCalendar(rows, { ...officeWeek, workingDays: [1, 2, 3, 4, 5, 6] });
    const due = computeDue(sixDays, {
      receivedAt: at('2026-03-13 10:00'),
      amount: 1,
      unit: 'business-days',
      legal: false,
    });
    expect(due.dueDay).toBe('2026-03-14');
  });
});

describe('what a person must know', () => {
  const cases: [received: string, amount: number, unit: TimeUnit, warnings: DueWarning[], why: string][] = [
    ['2026-03-13 10:00', 15, 'business-days', [], 'nothing'],
    ['2026-03-13 10:00', 4, 'business-days', ['half-day-end'], 'ends on arife'],
    ['2025-04-01 09:00', 1, 'business-days', ['closed-on-due-day'], 'ends while staff are on leave'],
    ['2027-03-01 09:00', 15, 'business-days', ['holidays-unconfirmed'], 'over a computed feast'],
    ['2028-02-17 09:00', 5, 'business-days', ['holidays-unconfirmed'], 'the day after the end is a computed arife'],
    ['2027-01-04 09:00', 15, 'business-days', [], 'fixed days need no confirmation'],
  ];
  test.each(cases)('%s + %i %s warns of %j: %s', (received, amount, unit, warnings) => {
    expect(computeDue(office, { receivedAt: at(received), amount, unit, legal: true }).warnings).toEqual(warnings);
  });

  test('a year that somebody has only begun to enter', () => {
    const begun = businessCalendar(rows.filter((row) => !row.date.startsWith('2026-0')));
    const due = computeDue(begun, {
      receivedAt: at('2026-11-02 09:00'),
      amount: 5,
      unit: 'business-days',
      legal: true,
    });
    expect(due.warnings).toEqual(['year-incomplete']);
  });
});

describe('a year without rows', () => {
  const missing: [received: string, amount: number, unit: TimeUnit][] = [
    ['2031-01-06 09:00', 1, 'business-days'],
    ['2030-12-20 09:00', 30, 'calendar-days'],
    ['2030-12-31 17:00', 1, 'working-hours'],
    ['2013-12-31 09:00', 1, 'business-days'],
  ];
  test.each(missing)('refuses %s + %i %s', (received, amount, unit) => {
    expect(() => dueOf(received, amount, unit, true)).toThrow(
      expect.objectContaining({ code: 'calendar-year-missing' }),
    );
  });

  test('still promises clock hours, which look at no holiday', () => {
    expect(dueOf('2031-01-06 09:00', 2, 'hours', false)).toBe('2031-01-06 11:00');
  });

  test('is not filled by an administrative leave alone', () => {
    const leave = {
      date: '2031-01-02',
      startsAt: null,
      name: { tr: 'İzin', en: 'Leave' },
      kind: 'administrative-leave',
      source: 'x',
      confirmed: true,
    } as const;
    const calendar = businessCalendar([...rows, leave]);
    const request = { receivedAt: at('2031-01-06 09:00'), amount: 1, unit: 'business-days', legal: true } as const;
    expect(() => computeDue(calendar, request)).toThrow(expect.objectContaining({ code: 'calendar-year-missing' }));
  });
});

test('the trace names the counted and the skipped days of the worked example', () => {
  const { trace } = computeDue(office, {
    receivedAt: at('2026-03-13 10:00'),
    amount: 6,
    unit: 'business-days',
    legal: true,
  });
  expect(
    trace.map((step) =>
      `${step.day} ${step.counted ?? '–'} ${step.reason} ${step.names.map((name) => name.tr).join()}`.trim(),
    ),
  ).toEqual([
    '2026-03-13 0 received',
    '2026-03-14 – weekend',
    '2026-03-15 – weekend',
    '2026-03-16 1 working-day',
    '2026-03-17 2 working-day',
    '2026-03-18 3 working-day',
    '2026-03-19 4 half-day Ramazan Bayramı arifesi',
    '2026-03-20 – holiday Ramazan Bayramı 1. gün',
    '2026-03-21 – weekend Ramazan Bayramı 2. gün',
    '2026-03-22 – weekend Ramazan Bayramı 3. gün',
    '2026-03-23 5 working-day',
    '2026-03-24 6 working-day',
  ]);
});

test('a broken amount is a fault of the caller, not a date', () => {
  expect(() => dueOf('2026-03-13 10:00', 1.5, 'business-days', true)).toThrow(RangeError);
  expect(() => dueOf('2026-03-13 10:00', -1, 'hours', true)).toThrow(RangeError);
});

function at(text: string): Date {
  const [day = '', time = ''] = text.split(' ');
  return instantAt(day, time);
}

function dueOf(received: string, amount: number, unit: TimeUnit, isLegal: boolean): string {
  const { dueAt, dueDay } = computeDue(office, { receivedAt: at(received), amount, unit, legal: isLegal });
  expect(dueDay).toBe(istanbulDay(dueAt));
  return `${dueDay} ${istanbulTime(dueAt)}`;
}
