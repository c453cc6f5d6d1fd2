/** The ladder as tables: when each rung is reached on the business calendar, and what keeps a ladder from being published. */
import { describe, expect, test } from 'vitest';
import type { Ladder, Rung, RungWhen } from '../../../contract/ladder.ts';
import { LADDER_CLOCKS } from '../../../contract/ladder.ts';
import { businessCalendar, computeDue, instantAt, readHolidayFile } from '../calendar/door.ts';
import type { TimeUnit } from '../calendar/door.ts';
import { faultsInLadder, READY, READY_LADDER, rungKey } from './escalation-ladder.ts';
import { climb, reachedAt } from './when-rungs-are-reached.ts';

const calendar = businessCalendar(await readHolidayFile());
const at = (written: string) => instantAt(written.slice(0, 10), written.slice(11));
const clockOf = (received: string, amount: number, unit: TimeUnit, legal = false) => ({
  ...{ amount, unit },
  dueAt: computeDue(calendar, { receivedAt: at(received), amount, unit, legal }).dueAt,
});
const half: RungWhen = { percent: 50 };
const most: RungWhen = { percent: 75 };

describe('when a rung is reached', () => {
  // Feast: Thursday 19 March 2026 works until 13.00, Friday 20 to Sunday 22 are off.
  const cases: [what: string, when: RungWhen, clock: ReturnType<typeof clockOf>, reached: string][] = [
    [
      'three quarters of four business days: the last morning',
      most,
      clockOf('2026-03-02 10:00', 4, 'business-days'),
      '2026-03-06 08:30',
    ],
    ['half of two business days', half, clockOf('2026-03-02 10:00', 2, 'business-days'), '2026-03-04 08:30'],
    ['a weekend between counts nothing', half, clockOf('2026-03-05 10:00', 2, 'business-days'), '2026-03-09 08:30'],
    [
      'three quarters of fifteen business days',
      most,
      clockOf('2026-03-02 10:00', 15, 'business-days', true),
      '2026-03-17 15:30',
    ],
    [
      'three quarters of thirty calendar days',
      most,
      clockOf('2026-01-05 10:00', 30, 'calendar-days', true),
      '2026-01-28 05:30',
    ],
    ['half of two hours, by night too', half, clockOf('2026-03-15 03:00', 2, 'hours'), '2026-03-15 04:00'],
    ['half of four working hours', half, clockOf('2026-03-02 08:30', 4, 'working-hours'), '2026-03-02 10:30'],
    [
      'half of working hours over the midday break',
      half,
      clockOf('2026-03-02 11:30', 2, 'working-hours'),
      '2026-03-02 13:30',
    ],
    [
      'the working day before the end',
      { days: -1 },
      clockOf('2026-03-02 10:00', 4, 'business-days'),
      '2026-03-05 17:30',
    ],
    [
      'the working day before a Monday is a Friday',
      { days: -1 },
      clockOf('2026-03-06 10:00', 1, 'business-days'),
      '2026-03-06 17:30',
    ],
    ['at the end', { days: 0 }, clockOf('2026-03-02 10:00', 4, 'business-days'), '2026-03-06 17:30'],
    ['one working day after it', { days: 1 }, clockOf('2026-03-02 10:00', 4, 'business-days'), '2026-03-09 17:30'],
    [
      'three after it, over the feast',
      { days: 3 },
      clockOf('2026-03-16 10:00', 2, 'business-days'),
      '2026-03-24 17:30',
    ],
    [
      'a day before the end that fell on a half day',
      { days: -1 },
      clockOf('2026-03-17 10:00', 2, 'business-days'),
      '2026-03-18 13:00',
    ],
    [
      'an hour’s clock that ended on a Sunday',
      { days: 1 },
      clockOf('2026-03-15 03:00', 2, 'hours'),
      '2026-03-16 05:00',
    ],
  ];
  test.each(cases)('%s', (_what, when, clock, reached) => {
    expect(reachedAt(calendar, when, clock)).toEqual(at(reached));
  });

  test('a year nobody has entered still has weekdays: a reminder is never refused', () => {
    const clock = { amount: 2, unit: 'business-days' as const, dueAt: at('2040-01-06 17:30') };
    expect(reachedAt(calendar, { days: 1 }, clock)).toEqual(at('2040-01-09 17:30'));
  });
});

describe('climbing', () => {
  const clock = clockOf('2026-03-02 10:00', 4, 'business-days');
  const seen = (now: string) => {
    const { reached, next } = climb({ calendar, rungs: READY.conclusion, clock, now: at(now) });
    return [reached.map(rungKey), next];
  };
  test.each([
    ['calm', '2026-03-04 12:00', [], '2026-03-06 08:30'],
    ['the last quarter', '2026-03-06 08:30', ['75%:holder'], '2026-03-06 17:30'],
    ['the promise is broken', '2026-03-06 17:31', ['75%:holder', '0:manager'], '2026-03-09 17:30'],
    ['a weekend is no working day', '2026-03-08 23:00', ['75%:holder', '0:manager'], '2026-03-09 17:30'],
    ['one working day', '2026-03-09 17:30', ['75%:holder', '0:manager', '+1:deputy-mayor'], '2026-03-11 17:30'],
  ])('%s', (_what, now, reached, next) => {
    expect(seen(now)).toEqual([reached, at(next)]);
  });

  test('at the top there is nothing to wait for', () => {
    expect(seen('2026-03-11 17:30')[1]).toBeNull();
  });
});

describe('the ready ladder', () => {
  test('has no faults, tells of every clock, and gives a reason for every rung in both languages', () => {
    expect(faultsInLadder(READY)).toEqual([]);
    for (const clock of LADDER_CLOCKS) expect(READY[clock].length).toBeGreaterThan(1);
    for (const { why } of READY_LADDER)
      for (const words of Object.values(why)) expect(words.length).toBeGreaterThan(15);
  });

  test('the law climbs to the mayor, our own word does not', () => {
    expect(READY.statutory.at(-1)!.who).toBe('mayors-office');
    expect(READY.conclusion.some(({ who }) => who === 'mayors-office')).toBe(false);
  });
});

describe('a ladder that cannot be published', () => {
  const withConclusion = (conclusion: Rung[]): Ladder => ({ ...READY, conclusion });
  test.each<[string, Ladder, object]>([
    ['a clock nobody is told of', withConclusion([]), { problem: 'empty' }],
    ['nobody is told after the end', withConclusion([{ when: most, who: 'holder' }]), { problem: 'silent-after' }],
    [
      'the same twice',
      withConclusion([
        { when: { days: 0 }, who: 'manager' },
        { when: { days: 0 }, who: 'manager' },
      ]),
      { problem: 'twice', rung: '0:manager' },
    ],
  ])('%s', (_what, ladder, fault) => {
    expect(faultsInLadder(ladder)).toMatchObject([{ clock: 'conclusion', ...fault }]);
  });
});
