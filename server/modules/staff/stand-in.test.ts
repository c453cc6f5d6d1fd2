import { describe, expect, test } from 'vitest';
import type { Away } from './stand-in.ts';
import { standInFor } from './stand-in.ts';

const away = (delegateId: string | null, isDelegateHere = delegateId !== null): Away => ({
  delegateId,
  isDelegateHere,
  until: '2026-03-20',
});
const until = '2026-03-20';

describe('who does the work of somebody who is away', () => {
  const cases: [what: string, away: Record<string, Away>, expected: object][] = [
    ['there: themselves', {}, { who: 'themselves' }],
    ['others away: still themselves', { b: away('c') }, { who: 'themselves' }],
    ['away with a delegate: the delegate', { a: away('b') }, { who: 'delegate', id: 'b', until }],
    [
      'the delegate is away too: the delegate of the delegate',
      { a: away('b'), b: away('c') },
      { who: 'delegate', id: 'c', until },
    ],
    ['nobody was named', { a: away(null) }, { who: 'nobody', because: 'no-delegate', until }],
    ['the chain ends with nobody', { a: away('b'), b: away(null) }, { who: 'nobody', because: 'no-delegate', until }],
    ['the delegate has left', { a: away('b', false) }, { who: 'nobody', because: 'delegate-left', until }],
    ['two cover for each other', { a: away('b'), b: away('a') }, { who: 'nobody', because: 'circle', until }],
    [
      'a circle that the first is not in',
      { a: away('b'), b: away('c'), c: away('b') },
      { who: 'nobody', because: 'circle', until },
    ],
  ];
  test.each(cases)('%s', (_what, everybody, expected) => {
    expect(standInFor('a', new Map(Object.entries(everybody)))).toEqual(expected);
  });
});
