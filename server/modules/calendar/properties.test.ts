// What must hold for every day and every period of the table's years, not only for the examples somebody thought of.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { businessCalendar, isBusinessDay } from './business-days.ts';
import { addBusinessDays, addCalendarDays } from './day-steps.ts';
import { computeDue, timeUnits } from './due-date.ts';
import { readHolidayFile } from './holiday-file.ts';
import { addWorkingHours } from './hour-steps.ts';
import { instantAt, istanbulDay, istanbulTime, shiftDay } from './istanbul-time.ts';

const office = businessCalendar(await readHolidayFile());
const firstDay = '2014-01-01';
const daysOfTable = (Date.parse('2030-12-31') - Date.parse(firstDay)) / 86_400_000;

// Two counts of at most 60 days stay inside the table when they start a year before its end.
const startDay = fc.integer({ min: 0, max: daysOfTable - 365 }).map((days) => shiftDay(firstDay, days));
const someDays = fc.integer({ min: 0, max: 60 });
const clockTime = fc
  .integer({ min: 0, max: 1439 })
  .map((minute) => new Date(minute * 60_000).toISOString().slice(11, 16));
const received = fc.tuple(startDay, clockTime).map(([day, time]) => instantAt(day, time));

describe('days and instants', () => {
  test('every day 2014–2030 survives the way to an instant and back, at its first and last minute', () => {
    for (let day = firstDay; day <= '2030-12-31'; day = shiftDay(day, 1)) {
      expect(istanbulDay(instantAt(day, '00:00'))).toBe(day);
      expect(istanbulDay(instantAt(day, '23:59'))).toBe(day);
      expect(istanbulDay(new Date(instantAt(day, '00:00').getTime() - 1))).toBe(shiftDay(day, -1));
    }
  });

  test('the conversion agrees with the platform at any instant', () => {
    const platform = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Europe/Istanbul',
      dateStyle: 'short',
      timeStyle: 'short',
    });
    const instant = fc
      .integer({ min: Date.parse('2014-01-01'), max: Date.parse('2030-12-31') })
      .map((at) => new Date(at));
    fc.assert(
      fc.property(instant, (at) => {
        expect(`${istanbulDay(at)} ${istanbulTime(at)}`).toBe(platform.format(at));
      }),
    );
  });

  const changes: [day: string, time: string, utc: string, why: string][] = [
    ['2016-01-15', '12:00', '2016-01-15T10:00:00.000Z', 'winter time still existed'],
    ['2026-01-15', '12:00', '2026-01-15T09:00:00.000Z', 'it does not any more'],
    [
      '2014-03-31',
      '03:30',
      '2014-03-31T01:30:00.000Z',
      'a time that the spring of 2014 skipped (a day late, for an exam)',
    ],
    ['2015-03-29', '03:30', '2015-03-29T01:30:00.000Z', 'a time that the spring of 2015 skipped'],
    [
      '2015-11-08',
      '03:30',
      '2015-11-08T00:30:00.000Z',
      'a time that the autumn of 2015 showed twice (two weeks late, for an election)',
    ],
    ['2015-10-26', '12:00', '2015-10-26T09:00:00.000Z', 'summer time went on after the European end'],
    ['2016-10-31', '12:00', '2016-10-31T09:00:00.000Z', 'the first autumn without a change'],
  ];
  test.each(changes)('%s %s is %s: %s', (day, time, utc) => {
    expect(instantAt(day, time).toISOString()).toBe(utc);
  });

  test('what is no day or no time is a fault', () => {
    for (const day of ['2026-02-30', '2026-13-01', '13.03.2026', ''])
      expect(() => instantAt(day, '10:00')).toThrow(RangeError);
    expect(() => instantAt('2026-03-13', '25:00')).toThrow(RangeError);
  });
});

describe('periods in days', () => {
  test('more days never end earlier', () => {
    fc.assert(
      fc.property(startDay, someDays, (day, n) => {
        expect(addBusinessDays(office, day, n + 1) > addBusinessDays(office, day, n)).toBe(true);
        expect(addCalendarDays(office, day, n + 1) >= addCalendarDays(office, day, n)).toBe(true);
      }),
    );
  });

  test('a later start never ends earlier', () => {
    fc.assert(
      fc.property(startDay, someDays, (day, n) => {
        expect(addBusinessDays(office, shiftDay(day, 1), n) >= addBusinessDays(office, day, n)).toBe(true);
        expect(addCalendarDays(office, shiftDay(day, 1), n) >= addCalendarDays(office, day, n)).toBe(true);
      }),
    );
  });

  test('no period of a day or more ends on a closed day', () => {
    fc.assert(
      fc.property(startDay, someDays, (day, n) => {
        expect(isBusinessDay(office, addBusinessDays(office, day, n + 1))).toBe(true);
        expect(isBusinessDay(office, addCalendarDays(office, day, n + 1))).toBe(true);
      }),
    );
  });

  test('business days add up', () => {
    fc.assert(
      fc.property(startDay, someDays, someDays, (day, a, b) => {
        expect(addBusinessDays(office, addBusinessDays(office, day, a), b)).toBe(addBusinessDays(office, day, a + b));
      }),
    );
  });

  test('the business days counted one by one are the amount', () => {
    fc.assert(
      fc.property(startDay, someDays, (day, n) => {
        let counted = 0;
        const end = addBusinessDays(office, day, n);
        for (let next = shiftDay(day, 1); next <= end; next = shiftDay(next, 1))
          if (isBusinessDay(office, next)) counted += 1;
        expect(counted).toBe(n);
      }),
    );
  });
});

describe('the trace', () => {
  test('has no gap, counts 1…n once each, and ends on the due day', () => {
    const units = fc.constantFrom('calendar-days' as const, 'business-days' as const);
    fc.assert(
      fc.property(received, fc.integer({ min: 1, max: 60 }), units, fc.boolean(), (receivedAt, amount, unit, legal) => {
        const { trace, dueDay } = computeDue(office, { receivedAt, amount, unit, legal });
        const from = istanbulDay(receivedAt);
        expect(trace.map((step) => step.day)).toEqual(trace.map((_, index) => shiftDay(from, index)));
        expect(trace.flatMap((step) => step.counted ?? [])).toEqual(
          Array.from({ length: amount + 1 }, (_, index) => index),
        );
        expect(trace.at(-1)?.day).toBe(dueDay);
      }),
    );
  });

  test('of a period in hours uses exactly its minutes', () => {
    const units = fc.constantFrom('minutes' as const, 'hours' as const, 'working-hours' as const);
    fc.assert(
      fc.property(received, fc.integer({ min: 1, max: 60 }), units, (receivedAt, amount, unit) => {
        const { trace, dueAt } = computeDue(office, { receivedAt, amount, unit, legal: false });
        const minutes = trace.reduce((sum, step) => sum + (step.minutes ?? 0), 0);
        expect(minutes).toBe(unit === 'minutes' ? amount : amount * 60);
        // An end at midnight belongs to the next day, of which nothing was used.
        expect(trace.at(-1)?.day).toBe(istanbulDay(new Date(dueAt.getTime() - 1)));
      }),
    );
  });
});

describe('a clock that stood still', () => {
  const dayUnit = fc.constantFrom('calendar-days' as const, 'business-days' as const);
  const hourUnit = fc.constantFrom('minutes' as const, 'hours' as const, 'working-hours' as const);
  const gap = fc.tuple(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 1, max: 20_000 }));
  /** Up to three stops after one another, in minutes from the receipt. */
  const stopsAfter = (receivedAt: Date, gaps: [number, number][]) => {
    let at = receivedAt.getTime();
    return gaps.map(([wait, length]) => {
      const from = new Date((at += wait * 60_000));
      return { from, until: new Date((at += length * 60_000)), cause: 'waiting-for-citizen' };
    });
  };
  const stopped = fc
    .tuple(received, fc.array(gap, { minLength: 1, maxLength: 3 }))
    .map(([receivedAt, gaps]) => ({ receivedAt, stops: stopsAfter(receivedAt, gaps) }));

  test('is never due earlier for it, counts its days once each, and skips exactly the days on which it stood', () => {
    fc.assert(
      fc.property(stopped, fc.integer({ min: 1, max: 40 }), dayUnit, ({ receivedAt, stops }, amount, unit) => {
        const period = { receivedAt, amount, unit, legal: false };
        const { trace, dueAt } = computeDue(office, { ...period, stops });
        expect(dueAt >= computeDue(office, period).dueAt).toBe(true);
        expect(trace.flatMap((step) => step.counted ?? [])).toEqual(Array.from({ length: amount + 1 }, (_, n) => n));
        for (const step of trace.slice(1)) {
          const last = instantAt(step.day, '23:59').getTime() + 59_999;
          const stood = stops.some(({ from, until }) => from.getTime() <= last && until.getTime() > last);
          if (step.reason === 'stopped') expect(stood).toBe(true);
          if (step.counted !== null) expect(stood).toBe(false);
        }
      }),
    );
  });

  test('of a period in hours uses exactly its minutes, none of them inside a stop', () => {
    fc.assert(
      fc.property(stopped, fc.integer({ min: 1, max: 60 }), hourUnit, ({ receivedAt, stops }, amount, unit) => {
        const { trace, dueAt } = computeDue(office, { receivedAt, amount, unit, legal: false, stops });
        const used = trace.reduce((sum, step) => sum + (step.minutes ?? 0), 0);
        expect(used).toBeCloseTo(unit === 'minutes' ? amount : amount * 60, 6);
        const before = new Date(dueAt.getTime() - 1);
        expect(stops.some(({ from, until }) => from <= before && before < until)).toBe(false);
      }),
    );
  });

  test('for a moment within one day costs nothing', () => {
    fc.assert(
      fc.property(startDay, fc.integer({ min: 1, max: 40 }), dayUnit, (day, amount, unit) => {
        const receivedAt = instantAt(day, '10:00');
        const asked = shiftDay(day, 1);
        const stops = [
          { from: instantAt(asked, '09:00'), until: instantAt(asked, '16:00'), cause: 'waiting-for-citizen' },
        ];
        const period = { receivedAt, amount, unit, legal: true };
        expect(computeDue(office, { ...period, stops }).dueDay).toBe(computeDue(office, period).dueDay);
      }),
    );
  });
});

describe('periods in hours', () => {
  test('working hours add up', () => {
    fc.assert(
      fc.property(received, fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 1, max: 3000 }), (from, a, b) => {
        const stepwise = addWorkingHours(office, {
          from: addWorkingHours(office, { from, minutes: a, legal: false }).dueAt,
          minutes: b,
          legal: false,
        });
        expect(stepwise.dueAt).toEqual(addWorkingHours(office, { from, minutes: a + b, legal: false }).dueAt);
      }),
    );
  });

  test('no unit is due before it was received, and the end is the same however often it is asked', () => {
    fc.assert(
      fc.property(
        received,
        fc.integer({ min: 1, max: 40 }),
        // Forty months from the table's last start would leave it.
        fc.constantFrom(...timeUnits.filter((unit) => unit !== 'months')),
        (receivedAt, amount, unit) => {
          const ask = () => computeDue(office, { receivedAt, amount, unit, legal: false });
          expect(ask().dueAt > receivedAt).toBe(true);
          expect(ask()).toEqual(ask());
        },
      ),
    );
  });
});
