import { describe, expect, test } from 'vitest';
import type { Rhythm } from '../../../contract/planned-work.ts';
import { weekdayOf } from '../calendar/door.ts';
import { PUT_OFF_RULES, dayBefore, reasonNotToPutOff } from './put-off.ts';
import type { Circumstances, WhenItComes } from './rhythm.ts';

const TODAY = '2026-02-16';
/** Republic Day, and weekends. */
const around: Circumstances = {
  shut: (day) => (day === '2026-10-29' ? 'holiday' : weekdayOf(day) > 5 ? 'weekend' : null),
  inSeason: (day) => day < '2026-03-01',
};

interface Case {
  why: string;
  from?: string;
  to: string;
  rhythm?: Partial<Rhythm>;
  plan?: Partial<WhenItComes>;
  code: string | null;
}

const weekly = (weekdays: number[]): Partial<Rhythm> => ({ kind: 'weeks', weekdays });
const period = { from: '11-15', to: '03-15' };

const CASES: readonly Case[] = [
  { why: 'to the day after', to: '2026-02-18', code: null },
  { why: 'to today, earlier than planned', from: '2026-02-18', to: TODAY, code: null },
  { why: 'of one that is late, to today', from: '2026-02-09', to: TODAY, code: null },
  { why: 'to another of its plan’s days', to: '2026-02-23', rhythm: weekly([1]), code: null },
  { why: 'to no day', to: '2026-02-31', code: 'date-invalid' },
  { why: 'to where it is', to: '2026-02-17', code: 'put-off-same' },
  { why: 'to yesterday', to: '2026-02-15', code: 'put-off-past' },
  { why: 'to where a late one is', from: '2026-02-09', to: '2026-02-10', code: 'put-off-past' },
  { why: 'to the same day next year', to: '2027-02-16', code: null },
  { why: 'to a day after that', to: '2027-02-17', code: 'put-off-too-far' },
  { why: 'a year that was typed wrong', to: '2062-02-18', code: 'put-off-too-far' },
  { why: 'to its plan’s last day', to: '2026-02-27', plan: { lastDay: '2026-02-27' }, code: null },
  { why: 'past its plan’s last day', to: '2026-02-28', plan: { lastDay: '2026-02-27', onHoliday: 'same-day' }, code: 'put-off-outside' },
  { why: 'within its plan’s period of the year', to: '2026-03-13', rhythm: { within: period }, code: null },
  { why: 'past its plan’s period of the year', to: '2026-03-16', rhythm: { within: period }, code: 'put-off-outside' },
  { why: 'while its season is on', to: '2026-02-27', plan: { season: 'kar' }, code: null },
  { why: 'when its season is over', to: '2026-03-02', plan: { season: 'kar' }, code: 'put-off-outside' },
  { why: 'to a Saturday', to: '2026-02-21', rhythm: weekly([2]), code: 'put-off-shut' },
  { why: 'to a Saturday that its rhythm names', to: '2026-02-21', rhythm: weekly([2, 6]), code: null },
  { why: 'to a Sunday, and its rhythm names Saturdays', to: '2026-02-22', rhythm: weekly([6]), code: 'put-off-shut' },
  { why: 'of a single Saturday, to the Sunday', to: '2026-02-22', rhythm: { kind: 'once', from: '2026-02-21' }, code: null },
  { why: 'of the 17th of a month, to a Saturday', to: '2026-02-21', rhythm: { kind: 'months', monthDay: 17 }, code: 'put-off-shut' },
  { why: 'to a holiday', to: '2026-10-29', rhythm: weekly([4]), code: 'put-off-shut' },
  { why: 'to a holiday, of a plan that comes then too', to: '2026-10-29', plan: { onHoliday: 'same-day' }, code: null },
  { why: 'to a Sunday, of a plan that comes on holidays too', to: '2026-02-22', plan: { onHoliday: 'same-day' }, code: null },
]; // prettier-ignore

describe('a planned job is put off', () => {
  test.each(CASES)('$why: $to → $code', ({ from = '2026-02-17', to, rhythm = {}, plan = {}, code }) => {
    const asked: WhenItComes = {
      ...{ season: null, onHoliday: 'next-working-day', lastDay: null },
      ...plan,
      rhythm: { kind: 'weeks', from: '2026-01-01', every: 1, weekdays: [2], monthDay: 1, within: null, ...rhythm },
    };
    expect(reasonNotToPutOff({ plan: asked, from, to, today: TODAY, around })).toBe(code);
  });

  test('every rule is met by a case, and says why', () => {
    const met = new Set(CASES.map(({ code }) => code));
    expect(PUT_OFF_RULES.filter(({ code }) => !met.has(code))).toEqual([]);
    for (const { why } of PUT_OFF_RULES) expect(why.length).toBeGreaterThan(20);
  });
});

describe('the day before', () => {
  const step = (what: string, fromDay: string | null = null) => ({ what, fromDay });
  test.each([
    ['never put off', [step('made')], null],
    ['put off once', [step('made'), step('put-off', 'a')], 'a'],
    ['put off twice: the one in between', [step('put-off', 'a'), step('put-off', 'b')], 'b'],
    ['put off twice and back once', [step('put-off', 'a'), step('put-off', 'b'), step('put-back', 'c')], 'a'],
    ['put off and back', [step('put-off', 'a'), step('put-back', 'b')], null],
    ['round and back to a day that it was on before', [step('put-off', 'a'), step('put-off', 'b'), step('put-off', 'a'), step('put-back', 'b')], 'b'],
    ['what happened to it in between changes nothing', [step('put-off', 'a'), step('handed'), step('skipped'), step('undone')], 'a'],
    ['taken back by its plan and made again: on its own day', [step('put-off', 'a'), step('taken-back'), step('made-again')], null],
  ] as [string, { what: string; fromDay: string | null }[], string | null][])('%s', (_what, steps, day) => {
    expect(dayBefore(steps)).toBe(day);
  }); // prettier-ignore
});
