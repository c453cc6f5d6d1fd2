import { expect, test } from 'vitest';
import { faultOf, minutesOfWeek, weekInWords } from './week-words.ts';

const office = {
  workingDays: [1, 2, 3, 4, 5],
  hours: [
    { from: '08:30', to: '12:30' },
    { from: '13:30', to: '17:30' },
  ],
  closuresPauseService: true,
  version: 1,
};

test('the week is read as it is said', () => {
  expect(weekInWords(office, 'tr')).toMatchObject({
    workingDays: 'Pazartesi, Salı, Çarşamba, Perşembe, Cuma',
    hours: '08.30–12.30, 13.30–17.30',
  });
  expect(weekInWords(office, 'en').hours).toBe('08:30–12:30, 13:30–17:30');
  expect(minutesOfWeek(office)).toBe(40 * 60);
});

test.each([
  ['no day', { workingDays: [] }, 'noDay'],
  ['a span that ends before it starts', { hours: [{ from: '13:00', to: '08:00' }] }, 'noOrder'],
  ['a span of no length', { hours: [{ from: '08:00', to: '08:00' }] }, 'noOrder'],
  ['a time that was wiped out', { hours: [{ from: '', to: '17:00' }] }, 'noOrder'],
  [
    'spans that overlap',
    {
      hours: [
        { from: '08:00', to: '12:00' },
        { from: '11:00', to: '17:00' },
      ],
    },
    'noOrder',
  ],
  ['an ordinary week', {}, null],
] as const)('%s', (_, part, fault) => {
  expect(faultOf({ ...office, ...part } as typeof office)).toBe(fault);
});
