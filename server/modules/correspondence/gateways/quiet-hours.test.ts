import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { earliestSending } from './quiet-hours.ts';

const at = (local: string): Date => new Date(`${local}+03:00`);

describe('a notice', () => {
  it.each([
    ['2026-03-13T20:59:59', '2026-03-13T20:59:59'],
    ['2026-03-13T21:00:00', '2026-03-14T08:00:00'],
    ['2026-03-13T23:59:59.900', '2026-03-14T08:00:00'],
    ['2026-03-14T00:00:00', '2026-03-14T08:00:00'],
    ['2026-03-14T07:59:59.999', '2026-03-14T08:00:00'],
    ['2026-03-14T08:00:00', '2026-03-14T08:00:00'],
    ['2026-12-31T22:15:30', '2027-01-01T08:00:00'],
  ])('at %s goes at %s', (now, sent) => expect(earliestSending(at(now), 'notice')).toEqual(at(sent)));

  it('waits for the morning of a night on which clocks changed', () => {
    // 29 March 2015: 03:00 became 04:00 in Turkey.
    expect(earliestSending(new Date('2015-03-28T21:00:00Z'), 'notice')).toEqual(new Date('2015-03-29T05:00:00Z'));
  });

  it('knows a window within one day and none at all', () => {
    const noon = { from: 12 * 60, until: 13 * 60 };
    expect(earliestSending(at('2026-03-13T12:30:00'), 'notice', noon)).toEqual(at('2026-03-13T13:00:00'));
    expect(earliestSending(at('2026-03-13T23:30:00'), 'notice', noon)).toEqual(at('2026-03-13T23:30:00'));
    const none = { from: 0, until: 0 };
    expect(earliestSending(at('2026-03-13T03:00:00'), 'notice', none)).toEqual(at('2026-03-13T03:00:00'));
  });

  it('is never sent earlier than now nor more than the window later, and its own time never moves again', () => {
    const anyTime = fc.date({ min: new Date('2017-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(anyTime, (now) => {
        const sent = earliestSending(now, 'notice');
        expect(sent.getTime()).toBeGreaterThanOrEqual(now.getTime());
        expect(sent.getTime() - now.getTime()).toBeLessThanOrEqual(11 * 3_600_000);
        expect(earliestSending(sent, 'notice')).toEqual(sent);
      }),
    );
  });
});

it('an answer to what the citizen does now goes at once', () => {
  expect(earliestSending(at('2026-03-14T03:00:00'), 'answer')).toEqual(at('2026-03-14T03:00:00'));
});
