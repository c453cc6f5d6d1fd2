/** Who is drawn: the weights, and that chance is fair, repeatable and not to be chosen. */
import { describe, expect, test } from 'vitest';
import type { Concluded } from '../../requests/door.ts';
import { resultsTable } from './call-back-results.ts';
import type { Likelier } from './who-is-called.ts';
import { chanceOf, isDrawn, lotOf, reasonsFor } from './who-is-called.ts';

const CONCLUDED: Concluded = {
  id: '',
  concludedAt: new Date('2026-02-16T09:00:00Z'),
  outcome: 'done',
  hasPhotoOfWork: true,
  satisfied: null,
};

describe('likelier', () => {
  test.each([
    ['done, with a photo', {}, '', 5],
    ['done, and nothing but our word', { hasPhotoOfWork: false }, 'done-without-photo', 15],
    ['a refusal needs no photo', { outcome: 'refused', hasPhotoOfWork: false }, '', 5],
    ['not satisfied', { satisfied: false }, 'not-satisfied', 20],
    ['satisfied', { satisfied: true }, '', 5],
    [
      'both: the highest counts, and both are said',
      { satisfied: false, hasPhotoOfWork: false },
      'not-satisfied done-without-photo',
      20,
    ],
    ['our question stayed without an answer', { outcome: 'information-missing' }, 'information-missing', 10],
  ] as const)('%s', (_why, change, reasons, percent) => {
    const found = reasonsFor({ ...CONCLUDED, ...change });
    expect(found.join(' ')).toBe(reasons);
    expect(chanceOf(5, found)).toBeCloseTo(percent / 100);
  });

  test.each([
    [0, ['not-satisfied'], 0],
    [100, [], 1],
    [40, ['not-satisfied'], 1],
  ] as [number, Likelier[], number][])('of %i percent with %j the chance is %d', (percent, reasons, chance) => {
    expect(chanceOf(percent, reasons)).toBe(chance);
  });
});

describe('chance', () => {
  const ids = Array.from({ length: 6_000 }, (_, n) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`);

  test('draws the share it should, whatever the seed', () => {
    for (const seed of ['a', 'b', 'c']) {
      for (const chance of [0.05, 0.15, 0.5]) {
        const share = ids.filter((id) => isDrawn(seed, id, chance)).length / ids.length;
        // Six standard deviations.
        expect(Math.abs(share - chance)).toBeLessThan(6 * Math.sqrt((chance * (1 - chance)) / ids.length));
      }
    }
  });

  test('is the same for the same seed ever after, and another for another', () => {
    expect(lotOf('a', ids[0]!)).toBe(lotOf('a', ids[0]!));
    expect(lotOf('a', ids[0]!)).not.toBe(lotOf('b', ids[0]!));
    const [one, two] = ['a', 'b'].map((seed) => ids.filter((id) => isDrawn(seed, id, 0.1)));
    const both = one!.filter((id) => two!.includes(id)).length;
    expect(both / ids.length).toBeLessThan(0.02);
  });

  test('of nothing draws nobody, of everything everybody', () => {
    expect(ids.filter((id) => isDrawn('a', id, 0))).toEqual([]);
    expect(ids.filter((id) => isDrawn('a', id, 1))).toHaveLength(ids.length);
  });
});

test('the table counts a conclusion with each directorate that answered it, and once in the total', () => {
  const [fen, tem] = ['Fen', 'Temizlik'].map((name) => ({ tr: name, en: name }));
  const { rows, total } = resultsTable([
    { requestId: '1', result: 'true', satisfied: true, directorates: [fen!, tem!] },
    { requestId: '2', result: 'not-true', satisfied: false, directorates: [fen!] },
    { requestId: '3', result: 'not-reached', satisfied: null, directorates: [tem!] },
    { requestId: '4', result: null, satisfied: null, directorates: [tem!] },
  ]);
  expect(rows).toMatchObject([
    { directorate: fen, drawn: 2, reached: 2, confirmed: 1, notTrue: 1, satisfied: 1, share: 0.5 },
    { directorate: tem, drawn: 3, reached: 1, confirmed: 1, notTrue: 0, share: 1 },
  ]);
  expect(total).toMatchObject({ drawn: 4, reached: 2, confirmed: 1, share: 0.5 });
  expect(resultsTable([]).total).toMatchObject({ drawn: 0, share: null });
});
