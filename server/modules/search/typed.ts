/** What somebody typed into the one box, read in every way it may be meant. Pure. */
import { parsePhone } from '../../../text/phone.ts';
import { ALPHABET, trackingNumbersMeant } from '../../../text/tracking-number.ts';
import { asciiDigits, fold, normaliseInput } from '../../../text/turkish.ts';
import { emailTerm, plainNumber, wordsOf } from './terms.ts';

export interface Typed {
  /** Words to be found, each of them. */
  words: string[];
  /** Tracking numbers it may be: the number itself, or those one slip away. */
  numbers: { exact: boolean; terms: string[] };
  external: string | null;
  /** Terms of phones and addresses; only for those who may find people. */
  person: string[];
}

/** More words narrow nothing and cost everything. */
const MOST_WORDS = 12;
const SHORTEST_EXTERNAL = 4;

export function readTyped(given: string): Typed {
  const typed = normaliseInput(given);
  return {
    words: [...new Set(wordsOf(typed))].slice(0, MOST_WORDS),
    numbers: numbersIn(typed),
    external: externalIn(typed),
    person: personIn(typed),
  };
}

function numbersIn(typed: string): Typed['numbers'] {
  const { exact, near } = trackingNumbersMeant(typed);
  if (exact !== null) return { exact: true, terms: [`n:${exact}`] };
  const start = startOfNumber(typed);
  return { exact: false, terms: [...near, ...(start === null ? [] : [start])].map((number) => `n:${number}`) };
}

/** The first group, or the first two, as they stand on an SMS. */
function startOfNumber(typed: string): string | null {
  const plain = fold(typed).replace(/[\s-]/g, '').toUpperCase();
  const isStart = (plain.length === 4 || plain.length === 8) && [...plain].every((letter) => ALPHABET.includes(letter));
  return isStart ? plain : null;
}

function externalIn(typed: string): string | null {
  const plain = plainNumber(typed);
  const isOneNumber = /\d/.test(plain) && plain.length >= SHORTEST_EXTERNAL && wordsOf(typed).length <= 3;
  return isOneNumber ? `x:${plain}` : null;
}

const LOCAL_DIGITS = 7;

function personIn(typed: string): string[] {
  if (/^\S+@\S+\.\S+$/.test(typed)) return [emailTerm(typed)];
  if (!/^[+\d\s().\-/]+$/.test(asciiDigits(typed))) return [];
  const phone = parsePhone(typed);
  if (phone.ok) return [`#${phone.e164}`];
  const digits = asciiDigits(typed).replace(/\D/g, '');
  return digits.length === LOCAL_DIGITS ? [`#${digits}`] : [];
}
