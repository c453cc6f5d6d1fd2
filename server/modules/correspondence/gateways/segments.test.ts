import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  alphabetOf,
  estimateSegments,
  NETGSM_RULES,
  splitIntoParts,
  VERIMOR_RULES,
  VERIMOR_RULES_WITH_CODE,
  type SegmentRules,
} from './segments.ts';

const segments = (text: string, rules: SegmentRules): number => estimateSegments(text, rules, 1).segments;

/** `limits` characters fit into n parts, one more doesn't. */
function expectLimits(limits: number[], character: string, rules: SegmentRules): void {
  limits.forEach((limit, index) => {
    expect(segments(character.repeat(limit), rules)).toBe(index + 1);
    expect(segments(character.repeat(limit + 1), rules)).toBe(index + 2);
  });
}

describe('alphabetOf', () => {
  it.each([
    ['Sayin yurttas, basvurunuz alindi.', 'gsm'],
    ['ÇÖöÜü are in the default alphabet', 'gsm'],
    ['{€} costs double but is GSM', 'gsm'],
    ['ç', 'turkish'],
    ['Başvurunuz alındı', 'turkish'],
    ['İĞŞ', 'turkish'],
    ['kâğıt', 'unicode'],
    ['“tırnak”', 'unicode'],
    ['👍', 'unicode'],
  ])('%s → %s', (text, alphabet) => expect(alphabetOf(text)).toBe(alphabet));
});

describe("Verimor's published table", () => {
  it('plain', () => expectLimits([160, 306, 459, 612, 765, 918, 1071], 'a', VERIMOR_RULES));
  it('Turkish, each letter counted once', () => expectLimits([155, 298, 447, 596, 745, 894, 1043], 'ş', VERIMOR_RULES));
  it('Unicode', () => expectLimits([70, 134, 201, 268, 335, 402, 469], 'ж', VERIMOR_RULES));
  it.each([...'^{}\\[]~|€'].filter((character) => character !== ']'))('%s counts double', (character) => {
    expect(estimateSegments(character.repeat(80), VERIMOR_RULES, 1)).toMatchObject({ characters: 160, segments: 1 });
    expect(segments(character.repeat(81), VERIMOR_RULES)).toBe(2);
  });
});

it("counts the operator's code of five characters: 155, 301, 453, 607", () => {
  expectLimits([155, 301, 453, 607], 'a', VERIMOR_RULES_WITH_CODE);
  expectLimits([150, 293, 442], 'ı', VERIMOR_RULES_WITH_CODE);
});

it("counts NetGSM's Turkish letters as the escape pairs they are on air", () => {
  expectLimits([155, 301, 453], 'a', NETGSM_RULES);
  expect(segments('ş'.repeat(75), NETGSM_RULES)).toBe(1);
  expect(segments('ş'.repeat(76), NETGSM_RULES)).toBe(2);
});

it('says what is left, what it costs and what is too long', () => {
  expect(estimateSegments('a'.repeat(150), VERIMOR_RULES_WITH_CODE, 12)).toEqual({
    alphabet: 'gsm',
    characters: 150,
    segments: 1,
    left: 5,
    costKurus: 12,
    tooLong: false,
  });
  expect(estimateSegments('a'.repeat(1_100), VERIMOR_RULES, 12)).toMatchObject({
    tooLong: true,
    segments: 8,
    left: 0,
    costKurus: 96,
  });
});

it('keeps the received text of the copy deck in one part', () => {
  const text =
    'Basvurunuz alindi. No: 7K4M-P9TR-3HD. En gec 23.03.2026 yanit verecegiz. ' +
    'Takip: https://umraniye.bel.tr/t/abcdefghijklmnopqrstuv Bilgi: 444 9 822';
  for (const rules of [VERIMOR_RULES_WITH_CODE, NETGSM_RULES]) expect(segments(text, rules)).toBe(1);
});

describe('splitIntoParts', () => {
  const text = fc.string({
    unit: fc.constantFrom(...'abcXYZ 019.,ÇÖü', ...'{}[]~|€^\\', ...'çğıİŞşĞ', 'â', '’', '👍', '𝒂'),
    maxLength: 900,
  });

  it('rejoins to the text', () => {
    fc.assert(fc.property(text, (sent) => splitIntoParts(sent).join('') === sent));
  });

  it('never parts a surrogate pair, and never makes more than fits', () => {
    fc.assert(
      fc.property(text, (sent) => {
        for (const part of splitIntoParts(sent)) {
          expect(part.isWellFormed()).toBe(true);
          expect(segments(part, { ...VERIMOR_RULES, turkishLetterCost: 2 })).toBe(1);
        }
      }),
    );
  });

  it('leaves an escape pair whole: 152 and a euro sign are two parts, not 153 and a half', () => {
    const sent = `${'a'.repeat(152)}€${'b'.repeat(20)}`;
    expect(splitIntoParts(sent)).toEqual(['a'.repeat(152), `€${'b'.repeat(20)}`]);
  });
});

it('never costs less for a longer text', () => {
  const unit = fc.constantFrom(...'ab{€çğş', 'â', '👍');
  fc.assert(
    fc.property(
      fc.string({ unit, maxLength: 500 }),
      fc.string({ unit, maxLength: 50 }),
      fc.constantFrom(VERIMOR_RULES, VERIMOR_RULES_WITH_CODE, NETGSM_RULES),
      (text, more, rules) => segments(text + more, rules) >= segments(text, rules),
    ),
  );
});
