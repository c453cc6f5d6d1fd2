import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wordDiff } from './word-diff.ts';

const marked = (before: string, after: string) =>
  wordDiff(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `[+${text}]` : `[-${text}]`))
    .join('');

describe('what changed between two versions', () => {
  test.each([
    ['', 'yeni', '[+yeni]'],
    ['eski', '', '[-eski]'],
    ['Kaldırım onarıldı.', 'Kaldırım onarıldı.', 'Kaldırım onarıldı.'],
    ['Kaldırım onarıldı.', 'Kaldırım 3 Mart’ta onarıldı.', 'Kaldırım [+3 Mart’ta ]onarıldı.'],
    ['Ekip yarın gelecek.', 'Ekip pazartesi gelecek.', 'Ekip [-yarın ][+pazartesi ]gelecek.'],
    ['bir\niki', 'bir iki', 'bir iki'],
  ])('%j → %j', (before, after, wanted) => {
    expect(marked(before, after)).toBe(wanted);
  });

  test('both texts can be read out of it, whatever they are', () => {
    const text = fc.array(fc.constantFrom('kaldırım', 'yol', 'ekip', '3', 'mart'), { maxLength: 12 }).map((all) => all.join(' '));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const pieces = wordDiff(before, after);
        const read = (without: string) => pieces.filter(({ kind }) => kind !== without).map((piece) => piece.text).join('').split(/\s+/).filter(Boolean).join(' ');
        // Where a word is the last of one text and not of the other its space is the other's; the words are the same.
        expect(read('removed').replaceAll(' ', '')).toBe(after.replaceAll(' ', ''));
        expect(read('added').replaceAll(' ', '')).toBe(before.replaceAll(' ', ''));
      }),
    );
  }); // prettier-ignore
});
