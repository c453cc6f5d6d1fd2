import { expect, test } from 'vitest';
import { circleDays } from './stand-in-circle.ts';

const away = (staffId: string, delegateId: string | null, from: string, to: string) => ({
  ...{ staffId, delegateId },
  from: `2026-07-${from}`,
  to: `2026-07-${to}`,
});

test.each([
  ['nobody stands in', away('a', null, '01', '10'), [away('b', 'a', '01', '10')], null],
  ['two for one another', away('a', 'b', '01', '10'), [away('b', 'a', '08', '20')], ['08', '10']],
  ['two for one another, at other times', away('a', 'b', '01', '07'), [away('b', 'a', '08', '20')], null],
  [
    'three in a round, on the days they share',
    away('a', 'b', '01', '10'),
    [away('b', 'c', '05', '20'), away('c', 'a', '01', '06')],
    ['05', '06'],
  ],
  [
    'three whose days never all meet',
    away('a', 'b', '01', '10'),
    [away('b', 'c', '08', '20'), away('c', 'a', '01', '06')],
    null,
  ],
  ['a chain that ends with somebody there', away('a', 'b', '01', '10'), [away('b', 'c', '01', '10')], null],
  [
    'a circle of others, which was there before',
    away('a', 'b', '01', '10'),
    [away('b', 'c', '01', '10'), away('c', 'b', '01', '10')],
    null,
  ],
  [
    'the second absence of the same person counts too',
    away('a', 'b', '01', '20'),
    [away('b', 'c', '01', '05'), away('b', 'a', '12', '14')],
    ['12', '14'],
  ],
])('%s', (_what, given, others, days) => {
  expect(circleDays(given, others)).toEqual(days && { from: `2026-07-${days[0]}`, to: `2026-07-${days[1]}` });
});
