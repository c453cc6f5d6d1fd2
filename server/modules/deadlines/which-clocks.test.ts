// Which request carries which clocks, as a table: one line per kind of case that a clerk would ask about.
import { describe, expect, test } from 'vitest';
import type { RequestKind } from '../requests/door.ts';
import { REQUEST_KINDS } from '../requests/door.ts';
import type { ClockQuestion } from './which-clocks.ts';
import { clockRule, clocksFor, countsByLaw, statutoryClockKeys } from './which-clocks.ts';

const standard = {
  firstResponse: { amount: 2, unit: 'hours' },
  conclusion: { amount: 3, unit: 'business-days' },
} as const;

describe('the clocks a request carries', () => {
  const cases: [what: string, question: ClockQuestion, clocks: string[]][] = [
    [
      'a pothole by phone',
      { kind: 'complaint', channel: 'phone', topicStandard: standard },
      ['first-response', 'conclusion', 'thirty-day-cap'],
    ],
    ['a topic without a published standard', { kind: 'request', channel: 'web' }, ['thirty-day-cap']],
    [
      'a topic that promises a conclusion only',
      { kind: 'request', channel: 'web', topicStandard: { conclusion: standard.conclusion } },
      ['conclusion', 'thirty-day-cap'],
    ],
    ['a suggestion', { kind: 'suggestion', channel: 'web' }, ['thirty-day-cap']],
    ['thanks', { kind: 'thanks', channel: 'web' }, ['thirty-day-cap']],
    ['a tip-off', { kind: 'tip-off', channel: 'web' }, ['thirty-day-cap']],
    ['a signed petition', { kind: 'petition', channel: 'desk' }, ['petition', 'admin-silence']],
    ['an information request', { kind: 'foi', channel: 'web' }, ['foi', 'foi-silence']],
    ['a personal data request', { kind: 'kvkk', channel: 'web' }, ['kvkk', 'kvkk-silence']],
    ['a complaint through CİMER', { kind: 'complaint', channel: 'cimer' }, ['thirty-day-cap', 'cimer']],
    ['an information request through CİMER', { kind: 'foi', channel: 'cimer' }, ['foi', 'foi-silence', 'cimer-foi']],
    [
      'a request through Açık Kapı',
      { kind: 'request', channel: 'acik-kapi', topicStandard: standard },
      ['first-response', 'conclusion', 'thirty-day-cap', 'acik-kapi'],
    ],
  ];
  test.each(cases)('%s', (_, question, clocks) => {
    expect(clocksFor(question).map((clock) => clock.key)).toEqual(clocks);
  });

  test.each(REQUEST_KINDS.map((kind): [RequestKind] => [kind]))(
    '%s carries exactly one statutory clock, whatever the channel',
    (kind) => {
      for (const channel of ['web', 'phone', 'cimer', 'acik-kapi', 'anything']) {
        const statutory = clocksFor({ kind, channel, topicStandard: standard }).filter(
          (clock) => clock.purpose === 'statutory',
        );
        expect(statutory).toHaveLength(1);
        expect(statutory[0]).toMatchObject({ starts: 'received' });
      }
    },
  );
});

describe('the laws', () => {
  const periods: [key: (typeof statutoryClockKeys)[number], law: string, amount: number, unit: string][] = [
    ['foi', '4982 m.11', 15, 'business-days'],
    ['foi-extended', '4982 m.11', 30, 'business-days'],
    ['foi-fee', '4982 m.10–11', 15, 'business-days'],
    ['petition', '3071 m.7', 30, 'calendar-days'],
    ['thirty-day-cap', '3071 m.7', 30, 'calendar-days'],
    ['kvkk', '6698 m.13', 30, 'calendar-days'],
    ['admin-silence', '2577 m.10', 30, 'calendar-days'],
    ['foi-silence', '2577 m.10', 30, 'calendar-days'],
    ['foi-silence-extended', '4982 m.11', 30, 'business-days'],
    ['interim-wait', '2577 m.10', 4, 'months'],
    ['kvkk-silence', '6698 m.14', 30, 'calendar-days'],
    ['cimer', 'cimer 3071 m.7', 30, 'calendar-days'],
    ['cimer-foi', 'cimer 4982 m.11', 15, 'business-days'],
    ['acik-kapi', 'acik-kapi', 7, 'calendar-days'],
    ['foi-objection', '4982 m.13', 15, 'calendar-days'],
    ['kvkk-complaint', '6698 m.14', 30, 'calendar-days'],
    ['kvkk-complaint-latest', '6698 m.14', 60, 'calendar-days'],
    ['court', '2577 m.7', 60, 'calendar-days'],
    ['court-decision', '2577 m.28', 30, 'calendar-days'],
    ['kvkk-decision', '6698 m.15', 30, 'calendar-days'],
    ['ombudsman-decision', '6328 m.20', 30, 'calendar-days'],
  ];
  test.each(periods)('%s: %s, %i %s', (key, law, amount, unit) => {
    const rule = clockRule(key);
    expect([`${rule.law} ${rule.article}`.trim(), rule.amount, rule.unit]).toEqual([law, amount, unit]);
    expect(countsByLaw(rule)).toBe(true);
  });

  test('every clock of the table is listed above', () => {
    expect(periods.map(([key]) => key)).toEqual(statutoryClockKeys);
  });

  test('only the fee runs against the citizen, and it starts with its notice', () => {
    const citizens = statutoryClockKeys.filter((key) => clockRule(key).purpose === 'citizen');
    expect(citizens.map((key) => [key, clockRule(key).starts])).toEqual([['foi-fee', 'fee-notice']]);
  });

  test('no kind carries a remedy as a clock: it is told, not counted against anybody', () => {
    for (const kind of REQUEST_KINDS)
      expect(
        clocksFor({ kind, channel: 'cimer' }).filter(({ purpose }) => purpose === 'remedy' || purpose === 'decision'),
      ).toEqual([]);
  });
});

test('a governorate that writes 7 business days for Açık Kapı is obeyed', () => {
  const partnerPeriods = { 'acik-kapi': { amount: 7, unit: 'business-days' } } as const;
  const clocks = clocksFor({ kind: 'request', channel: 'acik-kapi', partnerPeriods });
  expect(clocks.at(-1)).toMatchObject({ key: 'acik-kapi', amount: 7, unit: 'business-days', law: 'acik-kapi' });
  expect(clocks.at(-2)).toMatchObject({ key: 'thirty-day-cap', unit: 'calendar-days' });
});

test('a published standard is the municipality’s own word, which closures may pause', () => {
  const [first, conclusion] = clocksFor({ kind: 'request', channel: 'web', topicStandard: standard });
  expect(first).toMatchObject({ purpose: 'first-response', amount: 2, unit: 'hours', law: 'standard' });
  expect(conclusion && countsByLaw(conclusion)).toBe(false);
});
