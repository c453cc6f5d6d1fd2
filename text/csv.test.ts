import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvRow, readCsv } from './csv.ts';

const cellsOf = (text: string) => readCsv(text).map(({ cells }) => cells);

test.each([
  ['a;b\r\nc;d\r\n', [['a', 'b'], ['c', 'd']]], // prettier-ignore
  ['\ufeffmahalle;sokak\nSite;Lale, Gül Sokak', [['mahalle', 'sokak'], ['Site', 'Lale, Gül Sokak']]], // prettier-ignore
  ['a,b\n"1;2","say ""hi"""', [['a', 'b'], ['1;2', 'say "hi"']]], // prettier-ignore
  ['a\tb\n c \t d ', [['a', 'b'], ['c', 'd']]], // prettier-ignore
  ['a;b\n\n;;\nc;d', [['a', 'b'], ['c', 'd']]], // prettier-ignore
  ['a;"never closed\nx', [['a', 'never closed\nx']]], // prettier-ignore
  ['', []],
])('%j is read as %j', (text, expected) => expect(cellsOf(text)).toEqual(expected));

test('says on which line of the file each row begins, past empty lines and breaks inside a cell', () => {
  const rows = readCsv('head;x\n"two\nlines";1\n\nlast;2');
  expect(rows.map(({ line }) => line)).toEqual([1, 2, 5]);
});

test('gives back whatever cells were written', () => {
  const cell = fc.string({ unit: 'grapheme', maxLength: 20 }).map((text) => text.replace(/\r\n?/g, '\n').trim());
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 10 }), (rows) => {
      const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
      const written = ['first;second', ...rows.map((cells) => cells.map(quote).join(';'))].join('\r\n');
      const kept = rows.filter((cells) => cells.some((each) => each !== ''));
      expect(cellsOf(written).slice(1)).toEqual(kept);
    }),
    { numRuns: 200 },
  );
});

test.each([
  [['a', 'İ;ı', 3], 'a;"İ;ı";3\r\n'],
  [['=1+1', '@x', ' +90', '－1'], `"'=1+1";"'@x";"' +90";"'－1"\r\n`],
  [['x,=1', 'say "hi"'], `"x,'=1";"say ""hi"""\r\n`],
  [[-5, '', '–'], '-5;;–\r\n'],
])('%j is written as %j', (cells, expected) => expect(csvRow(cells)).toBe(expected));
