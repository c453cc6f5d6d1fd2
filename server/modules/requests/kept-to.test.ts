import { expect, test } from 'vitest';
import { handsWithin, personWithin } from './kept-to.ts';

const kept = (...restrictedTo: string[]) => ({ restricted: true, restrictedTo });
const fen = { directorate: 'FEN', unit: null };
const yol = { directorate: 'FEN', unit: 'FEN-YOL' };

test.each([
  ['an open request goes to anybody', { restricted: false, restrictedTo: ['TEM'] }, fen, fen],
  ['kept to those who have a part: anybody may have one', kept(), yol, yol],
  ['kept to the directorate: all of it', kept('FEN'), fen, fen],
  ['kept to the directorate: also a unit of it', kept('FEN'), yol, yol],
  ['kept to one unit of it: that unit from the beginning', kept('FEN-YOL'), fen, yol],
  ['kept to two units of it: the directorate hands it out', kept('FEN-YOL', 'FEN-KAL'), fen, fen],
  ['kept to another unit of it', kept('FEN-KAL'), yol, null],
  ['kept to another directorate', kept('SOS'), fen, null],
  ['kept to a unit of another', kept('SOS-KAD'), yol, null],
])('%s', (_what, request, hands, expected) => expect(handsWithin(request, hands)).toEqual(expected));

test.each([
  ['open', { restricted: false, restrictedTo: [] }, fen, true],
  ['of the unit named', kept('FEN-YOL'), yol, true],
  ['of the directorate named', kept('FEN'), yol, true],
  ['of the directorate, and only a unit is named', kept('FEN-KAL'), fen, false],
  ['of another', kept('SOS'), yol, false],
])('a person: %s', (_what, request, hands, expected) => expect(personWithin(request, hands)).toBe(expected));
