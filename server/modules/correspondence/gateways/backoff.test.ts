import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nextWait, WAITS } from './backoff.ts';

it('waits 0 s, 30 s, 2 m, 10 m, 30 m, 2 h, 6 h, 12 h, 24 h, then gives up', () => {
  const waits = [0, 1, 2, 3, 4, 5, 6, 7, 8].map((attempts) => nextWait({ attempts, random: 0.5 }));
  expect(waits).toEqual([0, 30, 120, 600, 1_800, 7_200, 21_600, 43_200, 86_400].map((seconds) => seconds * 1_000));
  expect(nextWait({ attempts: 9, random: 0.5 })).toBe('dead');
});

it('spreads by a fifth at most', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 8 }),
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      (attempts, random) => {
        const wait = Number(nextWait({ attempts, random }));
        const plain = WAITS[attempts] ?? Number.NaN;
        expect(wait).toBeGreaterThanOrEqual(Math.floor(plain * 0.8));
        expect(wait).toBeLessThanOrEqual(Math.ceil(plain * 1.2));
      },
    ),
  );
});

it('never undercuts what the provider asked for', () => {
  expect(nextWait({ attempts: 0, random: 0, retryAfter: 60_000 })).toBe(60_000);
  expect(nextWait({ attempts: 5, random: 0.5, retryAfter: 60_000 })).toBe(7_200_000);
});
