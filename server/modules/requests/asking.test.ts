/** How long a citizen has to answer, when they are reminded, and what is owed on which day. */
import { describe, expect, test } from 'vitest';
import { shiftDay } from '../calendar/door.ts';
import { daysToAnswer, lastDayToReply, owedOn, reminderDay } from './asking.ts';

describe('days to answer', () => {
  test.each([
    ['nobody says anything: the house’s ten', {}, 10],
    ['the municipality says', { municipality: { days: 7 } }, 7],
    ['the topic knows better', { municipality: { days: 7 }, topic: 20 }, 20],
    ['the topic alone', { topic: 3 }, 3],
  ] as const)('%s', (_why, says, days) => {
    expect(daysToAnswer(says)).toBe(days);
  });

  test('to reply after the end: thirty, or what the municipality says', () => {
    expect(lastDayToReply('2026-03-02', {})).toBe('2026-04-01');
    expect(lastDayToReply('2026-03-02', { municipality: { replyDays: 5 } })).toBe('2026-03-07');
  });
});

describe('the reminder', () => {
  test.each([
    [10, '2026-02-23'],
    [90, '2026-02-23'],
    [9, '2026-02-23'],
    [8, '2026-02-24'],
    [6, '2026-02-24'],
    [5, '2026-02-25'],
    [3, '2026-02-25'],
    [2, null],
    [1, null],
  ] as const)('of %i days that end on the 26th comes on %s', (days, day) => {
    expect(reminderDay({ days, lastDay: '2026-02-26' })).toBe(day);
  });

  test('comes once, never on the day of the question nor on or after the last, whatever the period and whoever looks how often', () => {
    const asked = '2026-02-16';
    for (let days = 1; days <= 90; days += 1)
      for (const later of [0, 1, 2, 3]) {
        const lastDay = shiftDay(asked, days + later);
        const remindOn = reminderDay({ days, lastDay });
        const told: string[] = [];
        let ended: string | null = null;
        // The worker may sleep for days and look more than once on one.
        for (let on = 0; on <= days + later + 4 && ended === null; on += 1 + ((days * 7 + on) % 3)) {
          const today = shiftDay(asked, on);
          for (let look = 0; look < 2; look += 1) {
            const owed = owedOn(today, { lastDay, remindOn, reminded: told.length > 0 });
            if (owed === 'reminder') told.push(today);
            if (owed === 'end') ended = today;
          }
        }
        expect(told.length).toBeLessThanOrEqual(1);
        for (const day of told) expect(day > asked && day < lastDay).toBe(true);
        expect(ended === null || ended > lastDay).toBe(true);
      }
  });

  test('that was not sent before the last day is not sent at all', () => {
    const waiting = { lastDay: '2026-02-26', remindOn: '2026-02-23', reminded: false };
    expect(owedOn('2026-02-25', waiting)).toBe('reminder');
    expect(owedOn('2026-02-26', waiting)).toBe('nothing');
    expect(owedOn('2026-02-27', waiting)).toBe('end');
  });
});
