import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Rhythm } from '../../../contract/planned-work.ts';
import { daysBetween, shiftDay, weekdayOf } from '../calendar/door.ts';
import type { Circumstances, WhenItComes } from './rhythm.ts';
import { daysOf, nextDays } from './rhythm.ts';

/** The new year, a spring feast of three days on Friday to Sunday, and Republic Day. */
const HOLIDAYS = new Set(['2026-01-01', '2027-01-01', '2026-03-20', '2026-03-21', '2026-03-22', '2026-10-29']);
const around: Circumstances = {
  shut: (day) => (HOLIDAYS.has(day) ? 'holiday' : weekdayOf(day) > 5 ? 'weekend' : null),
  inSeason: () => true,
};

const RHYTHM: Rhythm = {
  ...{ kind: 'weeks', from: '2026-01-01', every: 1, weekdays: [], monthDay: 1, within: null },
};
const plan = (rhythm: Partial<Rhythm>, more: Partial<WhenItComes> = {}): WhenItComes => ({
  ...{ season: null, onHoliday: 'same-day', lastDay: null },
  ...more,
  rhythm: { ...RHYTHM, ...rhythm },
});
const days = (of: WhenItComes, from: string, to: string, at = around) =>
  daysOf(of, { from, to }, at).map(({ day }) => day);
const weekly = (weekdays: number[], more: Partial<Rhythm> = {}) => ({ kind: 'weeks' as const, weekdays, ...more });
const monthly = (monthDay: number, more: Partial<Rhythm> = {}) => ({ kind: 'months' as const, monthDay, ...more });

describe('which days a rhythm names', () => {
  test.each([
    ['once', plan({ kind: 'once', from: '2026-05-14' }), ['2026-01-01', '2026-12-31'], ['2026-05-14']],
    ['every Tuesday and Thursday', plan(weekly([2, 4])), ['2026-02-16', '2026-02-28'], ['2026-02-17', '2026-02-19', '2026-02-24', '2026-02-26']], // prettier-ignore
    ['every second Monday, counted from its own week', plan(weekly([1], { every: 2, from: '2026-02-18' })), ['2026-02-16', '2026-03-20'], ['2026-03-02', '2026-03-16']], // prettier-ignore
    ['every third Wednesday, over the new year', plan(weekly([3], { every: 3, from: '2026-12-02' })), ['2026-12-20', '2027-02-05'], ['2026-12-23', '2027-01-13', '2027-02-03']], // prettier-ignore
    ['on the 31st, in short months on the last', plan(monthly(31)), ['2026-01-15', '2026-06-30'], ['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31', '2026-06-30']], // prettier-ignore
    ['on the 30th, in February on the 28th', plan(monthly(30)), ['2026-02-01', '2026-03-31'], ['2026-02-28', '2026-03-30']], // prettier-ignore
    ['on the 29th of a leap year’s February', plan(monthly(29)), ['2028-02-01', '2028-03-31'], ['2028-02-29', '2028-03-29']], // prettier-ignore
    ['on the 29th of another February', plan(monthly(29)), ['2027-02-01', '2027-02-28'], ['2027-02-28']],
    ['every third month, over the new year', plan(monthly(15, { every: 3, from: '2026-09-20' })), ['2026-09-01', '2027-06-30'], ['2026-12-15', '2027-03-15', '2027-06-15']], // prettier-ignore
    ['once a year', plan(monthly(1, { every: 12, from: '2026-11-01' })), ['2026-01-01', '2028-12-31'], ['2026-11-01', '2027-11-01', '2028-11-01']], // prettier-ignore
    ['only within 15 October to 31 March', plan(monthly(15, { within: { from: '10-15', to: '03-31' } })), ['2026-08-01', '2027-05-31'], ['2026-10-15', '2026-11-15', '2026-12-15', '2027-01-15', '2027-02-15', '2027-03-15']], // prettier-ignore
    ['only within May to September', plan(weekly([1], { every: 4, within: { from: '05-01', to: '09-30' } })), ['2026-04-01', '2026-07-31'], ['2026-05-18', '2026-06-15', '2026-07-13']], // prettier-ignore
    ['not before its first day', plan(weekly([1], { from: '2026-02-17' })), ['2026-02-16', '2026-03-02'], ['2026-02-23', '2026-03-02']], // prettier-ignore
    ['not after its last day', plan(weekly([1]), { lastDay: '2026-02-23' }), ['2026-02-16', '2026-03-30'], ['2026-02-16', '2026-02-23']], // prettier-ignore
  ] as [string, WhenItComes, [string, string], string[]][])('%s', (_what, of, [from, to], expected) => {
    expect(days(of, from, to)).toEqual(expected);
  });

  test('only while its season is on', () => {
    const winter = { ...around, inSeason: (day: string) => day < '2026-02-20' };
    expect(days(plan(weekly([1]), { season: 'kar' }), '2026-02-09', '2026-03-02', winter)).toEqual(['2026-02-09', '2026-02-16']); // prettier-ignore
    expect(days(plan(weekly([1])), '2026-02-16', '2026-02-24', winter), 'it waits for none').toHaveLength(2);
  });
});

describe('where a holiday moves it', () => {
  const next = { onHoliday: 'next-working-day' as const };
  const moved = (of: WhenItComes, from: string, to: string) =>
    daysOf(of, { from, to }, around).map(({ day, movedFrom }) => (movedFrom === null ? day : `${movedFrom} → ${day}`));

  test.each([
    ['to the next day the office is open', plan(weekly([4]), next), ['2026-10-26', '2026-11-01'], ['2026-10-29 → 2026-10-30']], // prettier-ignore
    ['or not, where it is done all the same', plan(weekly([4])), ['2026-10-26', '2026-11-01'], ['2026-10-29']],
    ['over a feast and the weekend in it', plan(weekly([5]), next), ['2026-03-16', '2026-03-24'], ['2026-03-20 → 2026-03-23']], // prettier-ignore
    [
      'a Saturday that the rhythm names is meant',
      plan(weekly([6]), next),
      ['2026-02-16', '2026-02-22'],
      ['2026-02-21'],
    ],
    ['a Saturday chosen once is meant', plan({ kind: 'once', from: '2026-02-21' }, next), ['2026-02-16', '2026-02-28'], ['2026-02-21']], // prettier-ignore
    [
      'a Saturday of a feast is not',
      plan(weekly([6]), next),
      ['2026-03-16', '2026-03-24'],
      ['2026-03-21 → 2026-03-23'],
    ],
    ['a date that falls on a Sunday moves', plan(monthly(1), next), ['2026-02-01', '2026-02-28'], ['2026-02-01 → 2026-02-02']], // prettier-ignore
    ['onto another of its days: once', plan(weekly([4, 5]), next), ['2026-10-26', '2026-11-01'], ['2026-10-30']],
    ['two onto the same: once', plan(weekly([5, 6]), next), ['2026-03-16', '2026-03-24'], ['2026-03-20 → 2026-03-23']],
    ['over the new year', plan(monthly(31, { from: '2026-10-01' }), next), ['2026-10-30', '2026-11-03'], ['2026-10-31 → 2026-11-02']], // prettier-ignore
    ['past its last day, because the day was owed', plan(weekly([5]), { ...next, lastDay: '2026-03-20' }), ['2026-03-21', '2026-04-10'], ['2026-03-20 → 2026-03-23']], // prettier-ignore
  ] as [string, WhenItComes, [string, string], string[]][])('%s', (_what, of, [from, to], expected) => {
    expect(moved(of, from, to)).toEqual(expected);
  });
});

test('the next days are found years ahead, and none where it comes no more', () => {
  const of = plan(monthly(15, { every: 24, from: '2026-01-01' }));
  expect(nextDays(of, '2026-02-01', 2, around).map(({ day }) => day)).toEqual(['2028-01-15', '2030-01-15']);
  expect(nextDays(plan({ kind: 'once', from: '2026-01-05' }), '2026-02-01', 3, around)).toEqual([]);
  expect(nextDays(plan({ kind: 'once', from: '2031-01-06' }), '2026-02-01', 3, around)).toHaveLength(1);
});

const dayFrom2026 = fc.integer({ min: 0, max: 900 }).map((n) => shiftDay('2026-01-01', n));
const anyPlan = fc
  .record({
    kind: fc.constantFrom<Rhythm['kind']>('once', 'weeks', 'months'),
    from: dayFrom2026,
    every: fc.integer({ min: 1, max: 6 }),
    weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
    monthDay: fc.integer({ min: 1, max: 31 }),
    within: fc.constantFrom(null, { from: '10-15', to: '03-31' }, { from: '05-01', to: '09-30' }),
  })
  .chain((rhythm) =>
    fc.record({
      rhythm: fc.constant(rhythm),
      season: fc.constantFrom(null, 'kar'),
      onHoliday: fc.constantFrom<WhenItComes['onHoliday']>('same-day', 'next-working-day'),
      lastDay: fc.option(dayFrom2026),
    }),
  );

test('whatever the moments it is asked at, the same days come, each once', () => {
  // Every ninth day is a holiday, and the season is on for ten days in twenty.
  const odd: Circumstances = {
    shut: (day) => (daysBetween('2026-01-01', day) % 9 === 0 ? 'holiday' : around.shut(day)),
    inSeason: (day) => Math.floor(daysBetween('2020-01-01', day) / 10) % 2 === 0,
  };
  const stops = fc.uniqueArray(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(anyPlan, stops, (of, asked) => {
      const ends = asked.toSorted((one, other) => one - other);
      const whole = days(of, '2026-06-01', shiftDay('2026-06-01', ends.at(-1)!), odd);
      const pieces = ends.flatMap((end, at) =>
        days(of, shiftDay('2026-06-01', at === 0 ? 0 : ends[at - 1]! + 1), shiftDay('2026-06-01', end), odd),
      );
      expect(pieces).toEqual(whole);
      expect(new Set(whole).size).toBe(whole.length);
    }),
  );
});
