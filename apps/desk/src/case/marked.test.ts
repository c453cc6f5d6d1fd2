import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { marksIn, piecesOf } from './marked.ts';

describe('a text with marks', () => {
  it('is set apart where something was found', () => {
    expect(piecesOf('Çöpler alınmadı', [[0, 6]])).toEqual([
      { text: 'Çöpler', marked: true },
      { text: ' alınmadı', marked: false },
    ]);
  });

  it('is the same text, whatever the marks are', () => {
    const mark = fc.tuple(fc.integer({ min: -5, max: 30 }), fc.integer({ min: -5, max: 30 }));
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), fc.array(mark, { maxLength: 6 }), (text, marks) => {
        const pieces = piecesOf(text, marks.filter(([from]) => from >= 0)); // prettier-ignore
        expect(pieces.map((piece) => piece.text).join('')).toBe(text);
      }),
    );
  });

  it('shows in the words what stands in them, and says the rest', () => {
    const text = { where: 'text', how: 'form', snippet: 'Çöpler alınmadı', marks: [[0, 6]] } as const;
    const note = { where: 'note', how: 'exact', snippet: 'çöp için ekip', marks: [[0, 3]] } as const;
    const further = { ...text, snippet: 'sonra çöpler', marks: [[6, 12]] } as const;
    const told = (words: string, ...found: object[]) => marksIn(words, found as never);
    expect(told('Çöpler alınmadı', text, note)).toEqual({ marks: [[0, 6]], others: [note] });
    expect(told('Çöpler alınmadı', further)).toEqual({ marks: [], others: [further] });
  });
});
