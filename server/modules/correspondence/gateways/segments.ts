/**
 * How many parts a text costs, counted the way each provider counts. A forecast for the person who writes a text and
 * for the budget; what the provider reports with the receipt is what was paid. Pure.
 */
import type { SmsEstimate } from './gateway.ts';

export type Alphabet = SmsEstimate['alphabet'];

/** Characters that fit into 1, 2, 3 … parts of one message; the last is the longest text the provider takes. */
export interface SegmentRules {
  gsm: readonly number[];
  turkish: readonly number[];
  unicode: readonly number[];
  /** What ç Ğ ğ ı İ Ş ş cost in the Turkish alphabet. On air each is an escape pair, but Verimor bills one. */
  turkishLetterCost: 1 | 2;
}

// 3GPP TS 23.038 §6.2.1: Ç Ö ö Ü ü are in the default alphabet, ç is not.
const GSM_BASIC = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?' +
    '¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
const GSM_ESCAPED = new Set('^{}\\[~]|€\f');
// 3GPP TS 23.038 Annex A, Turkish single shift table: what it adds to the escaped ones.
const TURKISH_ESCAPED = new Set('çĞğıİŞş');

/** The narrowest alphabet that holds the whole text. */
export function alphabetOf(text: string): Alphabet {
  let alphabet: Alphabet = 'gsm';
  for (const character of text) {
    if (GSM_BASIC.has(character) || GSM_ESCAPED.has(character)) continue;
    if (!TURKISH_ESCAPED.has(character)) return 'unicode';
    alphabet = 'turkish';
  }
  return alphabet;
}

/**
 * Verimor's published table (its SMS guide, "SMS boy karakter limitleri"), for accounts without the operator's code.
 * It counts double only `^ { } \ [ ] ~ | €`.
 */
export const VERIMOR_RULES: SegmentRules = {
  gsm: [160, 306, 459, 612, 765, 918, 1071],
  turkish: [155, 298, 447, 596, 745, 894, 1043],
  unicode: [70, 134, 201, 268, 335, 402, 469],
  turkishLetterCost: 1,
};

/**
 * The same with the operator's code (` B038`, 5 characters), which has been appended to every domestic message since
 * BTK decision 2016/DK-YED/211. The third plain figure is the published one, a character below the sum.
 */
export const VERIMOR_RULES_WITH_CODE: SegmentRules = {
  gsm: [155, 301, 453, 607, 760, 913, 1066],
  turkish: VERIMOR_RULES.turkish.map((characters) => characters - 5),
  unicode: VERIMOR_RULES.unicode.map((characters) => characters - 5),
  turkishLetterCost: 1,
};

/**
 * NetGSM publishes the first part (155 plain, 150 with encoding TR) and the longest text (912, 883, 391 for Unicode),
 * operator's code included; between them 153, 149 and 67 a part are reckoned back from the longest, so a forecast
 * errs towards the dearer side. Turkish letters are taken as escape pairs, as they are on air.
 */
export const NETGSM_RULES: SegmentRules = {
  gsm: [155, 301, 453, 606, 759, 912],
  turkish: [150, 287, 436, 585, 734, 883],
  unicode: [65, 123, 190, 257, 324, 391],
  turkishLetterCost: 2,
};

/** Parts and cost of a text that will be sent as it stands. `kurusPerSegment` is the contract's price of one part. */
export function estimateSegments(text: string, rules: SegmentRules, kurusPerSegment: number): SmsEstimate {
  const alphabet = alphabetOf(text);
  const characters = countCharacters(text, alphabet, rules.turkishLetterCost);
  const limits = rules[alphabet];
  const fitting = limits.findIndex((limit) => characters <= limit);
  const tooLong = fitting === -1;
  const segments = tooLong ? partsBeyond(characters, limits) : fitting + 1;
  const left = tooLong ? 0 : (limits[fitting] ?? 0) - characters;
  return { alphabet, characters, segments, left, costKurus: segments * kurusPerSegment, tooLong };
}

function countCharacters(text: string, alphabet: Alphabet, turkishLetterCost: number): number {
  if (alphabet === 'unicode') return text.length;
  let characters = 0;
  for (const character of text) {
    if (GSM_ESCAPED.has(character)) characters += 2;
    else if (TURKISH_ESCAPED.has(character)) characters += turkishLetterCost;
    else characters += 1;
  }
  return characters;
}

/** Keeps the forecast growing beyond the longest text, so that a writer sees by how much it is too long. */
function partsBeyond(characters: number, limits: readonly number[]): number {
  const longest = limits.at(-1) ?? 0;
  const perPart = longest - (limits.at(-2) ?? 0);
  return limits.length + Math.ceil((characters - longest) / perPart);
}

const ON_AIR: Record<Alphabet, { single: number; part: number }> = {
  gsm: { single: 160, part: 153 },
  turkish: { single: 155, part: 149 },
  unicode: { single: 70, part: 67 },
};

/**
 * The parts as a handset receives them (3GPP TS 23.040, 8-bit concatenation reference): joined they are the text, and
 * no part ends inside an escape pair or a surrogate pair, either of which would show as rubbish on both sides.
 */
export function splitIntoParts(text: string): string[] {
  const alphabet = alphabetOf(text);
  const { single, part } = ON_AIR[alphabet];
  if (countCharacters(text, alphabet, 2) <= single) return [text];
  const parts: string[] = [];
  let current = '';
  let used = 0;
  for (const character of text) {
    const cost = countCharacters(character, alphabet, 2);
    if (used + cost > part) {
      parts.push(current);
      current = '';
      used = 0;
    }
    current += character;
    used += cost;
  }
  parts.push(current);
  return parts;
}
