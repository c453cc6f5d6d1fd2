/**
 * More vectors a lawyer would check by hand, beside those of due-date.test.ts: what arrives when, how much time it has, when it is due, and
 * why. The due dates were not taken from the engine: a second program counted them, by law 2429 and the announced feasts, day by day and
 * minute by minute.
 */
import { describe, expect, test } from 'vitest';
import { businessCalendar } from './business-days.ts';
import type { TimeUnit } from './due-date.ts';
import { computeDue } from './due-date.ts';
import { readHolidayFile } from './holiday-file.ts';
import { instantAt, istanbulDay, istanbulTime } from './istanbul-time.ts';

const office = businessCalendar(await readHolidayFile());

// received | how long | due (Istanbul) | why
const LEGAL = `
  # 4982: fifteen business days for the answer, thirty when lengthened, fifteen for the citizen to pay
  2022-04-25 09:00 | 15 business-days | 2022-05-20 17:30 | a Ramazan from Monday to Wednesday and 19 May lie inside; 1 May is a Sunday and costs nothing
  2022-05-01 12:00 | 1 business-days  | 2022-05-05 17:30 | received on arife, a Sunday: the feast fills Monday to Wednesday
  2022-10-27 09:00 | 1 business-days  | 2022-10-28 13:00 | 28 October 2022, a Friday, is a half day and counts: safe until 13.00
  2022-10-28 14:00 | 1 business-days  | 2022-10-31 17:30 | received on the free afternoon of 28 October; 29 October 2022 is a Saturday anyway
  2022-12-30 17:00 | 1 business-days  | 2023-01-02 17:30 | 1 January 2023 is a Sunday and moves nothing: Monday is day 1
  2023-04-19 09:00 | 1 business-days  | 2023-04-20 13:00 | arife of Ramazan 2023, a Thursday
  2023-04-20 09:00 | 1 business-days  | 2023-04-24 17:30 | Ramazan Friday to Sunday: 23 April is its third day, so Monday is open
  2023-04-13 09:00 | 15 business-days | 2023-05-08 17:30 | Friday of the feast and 1 May are skipped, arife is counted
  2023-06-26 09:00 | 1 business-days  | 2023-06-27 13:00 | arife of Kurban 2023, a Tuesday
  2023-06-27 09:00 | 1 business-days  | 2023-07-03 17:30 | Kurban Wednesday to Saturday, then Sunday
  2023-06-14 10:00 | 15 business-days | 2023-07-10 17:30 | Kurban takes three business days out: 5 July becomes 10 July
  2023-07-14 09:00 | 1 business-days  | 2023-07-17 17:30 | 15 July 2023 is a Saturday: Monday is day 1
  2023-08-29 09:00 | 1 business-days  | 2023-08-31 17:30 | 30 August 2023, a Wednesday, is skipped
  2023-10-27 09:00 | 1 business-days  | 2023-10-30 17:30 | 28 October is a Saturday, 29 October a Sunday: Monday is day 1
  2024-04-05 09:00 | 1 business-days  | 2024-04-08 17:30 | Monday 8 April 2024 is a working day; arife is Tuesday
  2024-04-05 09:00 | 2 business-days  | 2024-04-09 13:00 | the second day is arife: safe until 13.00
  2024-04-05 09:00 | 3 business-days  | 2024-04-15 17:30 | Ramazan Wednesday to Friday and a weekend: Monday 15 April
  2024-04-19 09:00 | 2 business-days  | 2024-04-24 17:30 | 23 April 2024 is a Tuesday: Monday, then Wednesday
  2024-06-14 09:00 | 1 business-days  | 2024-06-20 17:30 | Kurban Sunday 16 to Wednesday 19 June 2024
  2024-05-30 09:00 | 15 business-days | 2024-06-25 17:30 | Kurban takes Monday to Wednesday out of the third week
  2024-07-12 09:00 | 1 business-days  | 2024-07-16 17:30 | 15 July 2024 is a Monday
  2024-10-25 09:00 | 1 business-days  | 2024-10-28 13:00 | 28 October 2024 is a Monday and a half day
  2024-10-25 09:00 | 2 business-days  | 2024-10-30 17:30 | 29 October is skipped, so the second day is Wednesday
  2024-12-11 16:59 | 15 business-days | 2025-01-02 17:30 | over New Year, a Wednesday
  2025-03-27 09:00 | 2 business-days  | 2025-04-02 17:30 | Friday, then Saturday to Tuesday of weekend and feast: Wednesday
  2025-03-12 09:00 | 15 business-days | 2025-04-04 17:30 | Monday and Tuesday of Ramazan are skipped; leave on 2 to 4 April is no holiday in law
  2025-04-22 09:00 | 1 business-days  | 2025-04-24 17:30 | 23 April 2025 is a Wednesday
  2025-04-30 23:59 | 1 business-days  | 2025-05-02 17:30 | received in the last minute of April, 1 May is a Thursday: Friday
  2025-05-16 09:00 | 1 business-days  | 2025-05-20 17:30 | 19 May 2025 is a Monday
  2025-05-19 11:00 | 15 business-days | 2025-06-11 17:30 | received on a holiday: day 0; Kurban Friday and Monday lie inside
  2025-07-14 09:00 | 1 business-days  | 2025-07-16 17:30 | 15 July 2025 is a Tuesday
  2025-08-29 09:00 | 1 business-days  | 2025-09-01 17:30 | 30 August 2025 is a Saturday: Monday is day 1
  2025-10-27 09:00 | 2 business-days  | 2025-10-30 17:30 | Tuesday is the half day and counts, Wednesday is skipped: Thursday
  2025-12-31 23:59 | 15 business-days | 2026-01-22 17:30 | received in the year's last minute: 1 January is skipped
  2026-01-01 00:00 | 15 business-days | 2026-01-22 17:30 | a minute later it is another day and another year, and yet the same end
  2026-02-27 09:00 | 15 business-days | 2026-03-23 17:30 | the arife of Ramazan is the 14th day, Friday the feast, so Monday
  2026-03-12 09:00 | 5 business-days  | 2026-03-19 13:00 | the fifth day is arife: safe until 13.00
  2026-04-08 10:00 | 30 business-days | 2026-05-25 17:30 | lengthened: 23 April, 1 and 19 May are skipped
  2026-05-07 09:00 | 30 business-days | 2026-06-24 17:30 | lengthened: 19 May and Kurban inside, arife counts
  2026-05-26 13:30 | 15 business-days | 2026-06-19 17:30 | fee paid on the free afternoon of arife: that day is day 0
  2026-07-03 09:00 | 15 business-days | 2026-07-27 17:30 | 15 July 2026 is a Wednesday
  2026-08-10 09:00 | 15 business-days | 2026-08-31 17:30 | 30 August 2026 is a Sunday and costs nothing
  2026-10-08 09:00 | 15 business-days | 2026-10-30 17:30 | the 28th is the 14th day, the 29th is skipped, the 30th is the last
  2026-10-07 09:00 | 15 business-days | 2026-10-28 13:00 | the last day is 28 October: safe until 13.00
  2026-12-31 17:29 | 1 business-days  | 2027-01-04 17:30 | 1 January 2027 is a Friday: Monday
  2024-02-26 09:00 | 4 business-days  | 2024-03-01 17:30 | 29 February 2024 is a Thursday and counts like any other
  2024-02-28 09:00 | 1 business-days  | 2024-02-29 17:30 | the leap day itself
  2024-02-29 09:00 | 1 business-days  | 2024-03-01 17:30 | received on the leap day
  2026-03-19 12:59 | 1 business-days  | 2026-03-23 17:30 | received on the morning of arife: day 0; the next open day is Monday
  2026-03-22 23:59 | 1 business-days  | 2026-03-23 17:30 | received in the last minute of the feast's Sunday: Monday
  # 3071, KVKK, silence, the board and the court: calendar days, whose last day moves when it is closed
  2026-02-17 10:00 | 30 calendar-days | 2026-03-19 13:00 | the 30th day is arife: open, safe until 13.00
  2026-02-19 10:00 | 30 calendar-days | 2026-03-23 17:30 | the 30th day is feast Saturday: Monday
  2026-02-20 10:00 | 30 calendar-days | 2026-03-23 17:30 | the 30th day is feast Sunday: Monday as well
  2026-02-21 10:00 | 30 calendar-days | 2026-03-23 17:30 | received on a Saturday: day 0; the 30th day is Monday itself
  2026-03-24 09:00 | 30 calendar-days | 2026-04-24 17:30 | the 30th day is 23 April: Friday
  2026-04-01 09:00 | 30 calendar-days | 2026-05-04 17:30 | the 30th day is 1 May, a Friday: Monday
  2026-04-19 09:00 | 30 calendar-days | 2026-05-20 17:30 | the 30th day is 19 May: Wednesday
  2026-04-28 09:00 | 30 calendar-days | 2026-06-01 17:30 | the 30th day is the second of Kurban, a Thursday: over the weekend to Monday
  2026-05-01 09:00 | 30 calendar-days | 2026-06-01 17:30 | received on a holiday; the 30th day is a Sunday
  2026-06-15 09:00 | 30 calendar-days | 2026-07-16 17:30 | the 30th day is 15 July: Thursday
  2026-07-31 09:00 | 30 calendar-days | 2026-08-31 17:30 | the 30th day is 30 August, a Sunday: Monday
  2026-09-28 09:00 | 30 calendar-days | 2026-10-28 13:00 | the 30th day is 28 October: open, safe until 13.00
  2026-09-29 09:00 | 30 calendar-days | 2026-10-30 17:30 | the 30th day is 29 October: Friday
  2026-12-02 09:00 | 30 calendar-days | 2027-01-04 17:30 | the 30th day is 1 January 2027, a Friday: Monday
  2025-02-28 09:00 | 30 calendar-days | 2025-04-02 17:30 | the 30th day is the first of Ramazan, a Sunday: the feast ends on Tuesday
  2025-05-07 09:00 | 30 calendar-days | 2025-06-10 17:30 | the 30th day is the first of Kurban, a Friday: Monday is its fourth day, so Tuesday
  2025-05-06 09:00 | 30 calendar-days | 2025-06-05 13:00 | the 30th day is arife of Kurban: safe until 13.00
  2025-12-31 09:00 | 30 calendar-days | 2026-01-30 17:30 | the 30th day is Friday, 30 January
  2024-01-30 09:00 | 30 calendar-days | 2024-02-29 17:30 | the 30th day is the leap day, a Thursday
  2023-01-30 09:00 | 30 calendar-days | 2023-03-01 17:30 | without a leap day it is 1 March
  2024-03-11 09:00 | 30 calendar-days | 2024-04-15 17:30 | the 30th day is the first of Ramazan, a Wednesday: over Friday to Monday
  2024-05-17 09:00 | 30 calendar-days | 2024-06-20 17:30 | the 30th day is the first of Kurban, a Sunday: Thursday
  2026-03-05 10:00 | 15 calendar-days | 2026-03-23 17:30 | objection to the board: the 15th day is feast Friday, so Monday
  2026-04-08 10:00 | 15 calendar-days | 2026-04-24 17:30 | objection to the board: the 15th day is 23 April
  2026-03-24 10:00 | 60 calendar-days | 2026-05-25 17:30 | court: the 60th day is a Saturday
  2026-03-20 10:00 | 60 calendar-days | 2026-05-20 17:30 | court: the 60th day is 19 May, a Tuesday
  2026-03-28 10:00 | 60 calendar-days | 2026-06-01 17:30 | court: the 60th day is the first of Kurban, a Wednesday
  2025-11-02 10:00 | 60 calendar-days | 2026-01-02 17:30 | court: the 60th day is 1 January 2026
  # 2577 m.10: four months from the application after an interim answer
  2025-10-31 09:00 | 4 months         | 2026-03-02 17:30 | February has no 31st: its last day, a Saturday, moves to Monday
  2023-10-31 09:00 | 4 months         | 2024-02-29 17:30 | in a leap year the last day of February is the 29th, a Thursday
  2025-11-20 09:00 | 4 months         | 2026-03-23 17:30 | the day is feast Friday: Monday
  2025-12-23 09:00 | 4 months         | 2026-04-24 17:30 | the day is 23 April: Friday
  2026-01-19 09:00 | 4 months         | 2026-05-20 17:30 | the day is 19 May: Wednesday
  2026-01-27 09:00 | 4 months         | 2026-06-01 17:30 | the day is the first of Kurban: Monday after it
  2026-06-28 09:00 | 4 months         | 2026-10-28 13:00 | the day is 28 October: safe until 13.00
  2026-08-31 09:00 | 4 months         | 2026-12-31 17:30 | December has a 31st: over the year's end nothing moves
  # Açık Kapı: seven days, or seven business days where the governorate writes so
  2026-03-12 10:00 | 7 calendar-days  | 2026-03-19 13:00 | the 7th day is arife: open, safe until 13.00
  2026-03-12 10:00 | 7 business-days  | 2026-03-24 17:30 | business days instead: the feast's Friday and two weekends are skipped
  2026-05-20 10:00 | 7 calendar-days  | 2026-06-01 17:30 | the 7th day is the first of Kurban: Monday
  2026-05-20 10:00 | 7 business-days  | 2026-06-03 17:30 | arife is the fourth day, three feast days are skipped
  2026-04-24 10:00 | 7 calendar-days  | 2026-05-04 17:30 | the 7th day is 1 May, a Friday: Monday
  2025-12-25 10:00 | 7 calendar-days  | 2026-01-02 17:30 | the 7th day is 1 January: Friday
  2025-12-25 10:00 | 7 business-days  | 2026-01-06 17:30 | 1 January is skipped
`;

// received | how long | due | why
const SERVICE = `
  # Published standards in days: leave and closures pause them
  2025-04-01 09:00 | 3 business-days  | 2025-04-09 17:30 | leave on 2, 3 and 4 April: Monday is day 1
  2025-03-28 09:00 | 2 business-days  | 2025-04-08 17:30 | weekend, feast and leave: Monday and Tuesday of the week after
  2025-04-01 09:00 | 1 calendar-days  | 2025-04-07 17:30 | the day after is leave, and a service target waits for Monday
  2025-06-05 09:00 | 1 business-days  | 2025-06-10 17:30 | arife itself is day 0; Kurban takes Friday and Monday
  2026-10-27 16:00 | 1 business-days  | 2026-10-28 13:00 | a half day is a day: safe until 13.00
  2026-03-13 10:00 | 2 calendar-days  | 2026-03-16 17:30 | the second day is Sunday: Monday
  2026-03-18 10:00 | 2 calendar-days  | 2026-03-23 17:30 | the second day is feast Friday: Monday
  # Published standards in hours: around the clock, or in working hours only
  2026-03-19 12:50 | 15 minutes       | 2026-03-19 13:05 | around the clock, arife or not
  2026-12-31 23:50 | 15 minutes       | 2027-01-01 00:05 | over midnight and the year's end
  2024-02-28 23:00 | 24 hours         | 2024-02-29 23:00 | the leap day is there
  2016-03-26 12:00 | 24 hours         | 2016-03-27 13:00 | clocks went forward on 27 March 2016: 13 o'clock on the wall
  2015-11-07 12:00 | 24 hours         | 2015-11-08 11:00 | clocks went back on 8 November 2015: 11 o'clock on the wall
  2026-03-16 12:00 | 1 working-hours  | 2026-03-16 14:00 | half an hour before lunch, half an hour after
  2026-03-16 12:30 | 1 working-hours  | 2026-03-16 14:30 | begins after lunch
  2026-03-16 17:30 | 1 working-hours  | 2026-03-17 09:30 | the office has just closed: tomorrow
  2026-03-16 07:00 | 1 working-hours  | 2026-03-16 09:30 | before it opens
  2026-03-19 09:00 | 4 working-hours  | 2026-03-23 09:00 | arife works until 13.00 only, and lunch begins at 12.30: half an hour is left for Monday
  2026-03-18 16:30 | 5 working-hours  | 2026-03-19 12:30 | one hour on Wednesday, four on the morning of arife
  2026-10-28 12:00 | 1 working-hours  | 2026-10-30 09:00 | half a day, then the feast of the Republic: Friday morning
  2026-04-22 17:00 | 1 working-hours  | 2026-04-24 09:00 | 23 April between the two halves of the hour
  2026-05-26 12:15 | 2 working-hours  | 2026-06-01 10:15 | the whole of Kurban and a weekend in between
  2025-04-01 17:00 | 1 working-hours  | 2025-04-07 09:30 | leave on three days in between
  2026-12-31 17:00 | 8 working-hours  | 2027-01-04 17:00 | New Year and a weekend; then seven and a half hours on Monday
  2026-03-14 11:00 | 16 working-hours | 2026-03-17 17:30 | from Monday morning: two full days
`;

// received | how long | due | stood still from >> until | why
const STOPPED = `
  # How a clock that may stop counts: from >> until, and a day counts if the clock was running when it ended
  2026-01-05 09:00 | 3 business-days  | 2026-01-08 17:30 | 2026-01-06 10:00 >> 2026-01-06 16:00 | asked and answered on one day costs nothing
  2026-01-05 09:00 | 3 business-days  | 2026-01-09 17:30 | 2026-01-06 10:00 >> 2026-01-07 09:00 | one night: the day that ended in it does not count
  2026-01-05 09:00 | 3 business-days  | 2026-01-09 17:30 | 2026-01-05 15:00 >> 2026-01-07 09:00 | asked on day 0: the night of day 0 costs nothing, the next one day
  2026-01-05 09:00 | 3 business-days  | 2026-01-08 17:30 | 2026-01-09 10:00 >> 2026-01-12 09:00 | stopped after its last day: nothing changes
  2026-01-05 09:00 | 3 business-days  | 2026-01-12 17:30 | 2026-01-08 10:00 >> 2026-01-12 09:00 | stopped on its last day, over a weekend: that day comes on Monday
  2026-01-05 09:00 | 5 business-days  | 2026-01-13 17:30 | 2026-01-09 17:00 >> 2026-01-12 08:00 | Friday evening to Monday morning: one business day, Friday
  2026-01-05 09:00 | 5 business-days  | 2026-01-12 17:30 | 2026-01-10 10:00 >> 2026-01-11 20:00 | a stop inside a weekend costs nothing
  2026-01-05 09:00 | 5 business-days  | 2026-01-14 17:30 | 2026-01-06 10:00 >> 2026-01-07 10:00 ; 2026-01-08 10:00 >> 2026-01-09 10:00 | two stops, two nights, two days
  2026-03-13 10:00 | 3 business-days  | 2026-03-25 17:30 | 2026-03-16 10:00 >> 2026-03-23 10:00 | four days stood still, arife among them; the feast was none of them
  2026-03-13 10:00 | 3 business-days  | 2026-03-18 17:30 | 2026-03-19 14:00 >> 2026-03-20 09:00 | stopped on the free afternoon of arife, after the last day: nothing changes
  2026-04-20 10:00 | 3 business-days  | 2026-04-27 17:30 | 2026-04-22 16:00 >> 2026-04-24 09:00 | the 22nd does not count; the 23rd would not have counted anyway
  2026-01-05 09:00 | 7 calendar-days  | 2026-01-15 17:30 | 2026-01-07 10:00 >> 2026-01-10 10:00 | three nights are three calendar days
  2026-01-05 09:00 | 7 calendar-days  | 2026-01-15 17:30 | 2026-01-09 17:00 >> 2026-01-12 08:00 | Friday, Saturday and Sunday stood still: three days
  2026-02-20 10:00 | 3 business-days  | 2026-03-04 17:30 | 2026-02-23 10:00 >> 2026-03-02 10:00 | a whole week stood still
  2025-12-30 09:00 | 3 business-days  | 2026-01-06 17:30 | 2025-12-31 10:00 >> 2026-01-02 10:00 | New Year inside the stop: only the 31st is lost
  2026-01-05 09:00 | 24 hours         | 2026-01-06 12:30 | 2026-01-05 12:00 >> 2026-01-05 15:30 | three and a half hours are added to the minute
  2026-01-05 09:00 | 2 hours          | 2026-01-05 11:00 | 2026-01-05 12:00 >> 2026-01-05 15:30 | stopped after it was due: nothing is added
  2026-01-05 09:00 | 4 working-hours  | 2026-01-05 15:00 | 2026-01-05 12:00 >> 2026-01-05 14:00 | lunch would not have counted: half an hour before and half an hour after it
  2026-01-05 16:30 | 2 working-hours  | 2026-01-06 09:30 | 2026-01-05 18:00 >> 2026-01-06 08:00 | a night in which nobody works costs nothing
  2026-01-05 16:30 | 2 working-hours  | 2026-01-06 10:30 | 2026-01-05 17:00 >> 2026-01-06 09:00 | half an hour in the evening, half an hour in the morning
  2026-01-09 16:30 | 2 working-hours  | 2026-01-12 11:00 | 2026-01-09 17:00 >> 2026-01-12 09:30 | over a weekend: half an hour on Friday, one hour on Monday
  2026-03-19 10:00 | 4 working-hours  | 2026-03-23 12:00 | 2026-03-19 12:00 >> 2026-03-23 10:00 | from arife over the feast: two hours were used, two are left on Monday from ten
  2026-01-05 09:00 | 30 minutes       | 2026-01-05 09:50 | 2026-01-05 09:10 >> 2026-01-05 09:20 ; 2026-01-05 09:30 >> 2026-01-05 09:40 | twice ten minutes
`;

interface Vector {
  received: string;
  amount: number;
  unit: TimeUnit;
  due: string;
  stops: [from: string, until: string][];
  why: string;
}

describe('legal periods', () => {
  test.each(vectorsOf(LEGAL))('$received + $amount $unit → $due: $why', (vector) => {
    expect(dueOf(vector, true)).toBe(vector.due);
  });
});

describe('service targets', () => {
  test.each(vectorsOf(SERVICE))('$received + $amount $unit → $due: $why', (vector) => {
    expect(dueOf(vector, false)).toBe(vector.due);
  });
});

describe('clocks that stood still', () => {
  test.each(vectorsOf(STOPPED))('$received + $amount $unit → $due: $why', (vector) => {
    expect(dueOf(vector, false)).toBe(vector.due);
  });
});

test('there are at least a hundred of them, each with its reason', () => {
  const all = [LEGAL, SERVICE, STOPPED].flatMap(vectorsOf);
  expect(all.length).toBeGreaterThanOrEqual(140);
  expect(all.filter(({ why }) => why.length < 10)).toEqual([]);
  expect(
    new Set(all.map(({ received, amount, unit, stops }) => JSON.stringify([received, amount, unit, stops]))).size,
  ).toBe(all.length);
});

function vectorsOf(table: string): Vector[] {
  const lines = table.split('\n').map((line) => line.trim());
  return lines.filter((line) => line !== '' && !line.startsWith('#')).map(vectorOf);
}

function vectorOf(line: string): Vector {
  const cells = line.split('|').map((cell) => cell.trim());
  const [received = '', period = '', due = ''] = cells;
  const [amount = '', unit = ''] = period.split(' ');
  const stops = cells.length < 5 ? [] : cells[3]!.split(' ; ').map((stop) => stop.split(' >> ') as [string, string]);
  return { received, amount: Number(amount), unit: unit as TimeUnit, due, stops, why: cells.at(-1)! };
}

function dueOf({ received, amount, unit, stops }: Vector, isLegal: boolean): string {
  const stopped = stops.map(([from, until]) => ({ from: at(from), until: at(until), cause: 'waiting-for-citizen' }));
  const { dueAt, dueDay } = computeDue(office, {
    ...{ receivedAt: at(received), amount, unit, legal: isLegal },
    stops: stopped,
  });
  expect(dueDay).toBe(istanbulDay(dueAt));
  return `${dueDay} ${istanbulTime(dueAt)}`;
}

function at(text: string): Date {
  const [day = '', time = ''] = text.split(' ');
  return instantAt(day, time);
}
