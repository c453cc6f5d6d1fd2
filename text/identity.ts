// Whether an identity number can be one: arithmetic only. A right checksum proves nothing about a person, and one in a
// hundred random numbers passes; who somebody is, is decided elsewhere.
import { asciiDigits } from './turkish.ts';

export type IdentityNumber =
  | { ok: true; kind: 'citizen' | 'foreigner' | 'organisation'; number: string }
  | { ok: false; reason: 'length'; expected: number; count: number }
  | { ok: false; reason: 'not-digits' | 'leading-zero' | 'checksum' };

/**
 * A T.C. identity number (TCKN) or a foreigner's number (same arithmetic, begins with 99; law 5490 and its regulations).
 * Blanks and foreign digits are accepted as typed.
 */
export function checkNationalId(typed: string): IdentityNumber {
  const number = bare(typed);
  if (!/^\d*$/.test(number)) return { ok: false, reason: 'not-digits' };
  if (number.length !== 11) return { ok: false, reason: 'length', expected: 11, count: number.length };
  if (number.startsWith('0')) return { ok: false, reason: 'leading-zero' };
  if (nationalIdChecks(number) !== number.slice(9)) return { ok: false, reason: 'checksum' };
  return { ok: true, kind: number.startsWith('99') ? 'foreigner' : 'citizen', number };
}

/** A tax number (VKN) of an organisation: ten digits, leading zeros allowed, so it is text and never a number. */
export function checkTaxNumber(typed: string): IdentityNumber {
  const number = bare(typed);
  if (!/^\d*$/.test(number)) return { ok: false, reason: 'not-digits' };
  if (number.length !== 10) return { ok: false, reason: 'length', expected: 10, count: number.length };
  if (taxNumberCheck(number) !== number[9]) return { ok: false, reason: 'checksum' };
  return { ok: true, kind: 'organisation', number };
}

/** A taxpayer's number: a VKN, or the TCKN that sole traders use in its place since 2006. */
export function checkTaxpayer(typed: string): IdentityNumber {
  return bare(typed).length === 11 ? checkNationalId(typed) : checkTaxNumber(typed);
}

/** The two check digits that nine given digits of a TCKN require. */
export function nationalIdChecks(number: string): string {
  const digit = [...number].map(Number);
  const odd = digit[0]! + digit[2]! + digit[4]! + digit[6]! + digit[8]!;
  const even = digit[1]! + digit[3]! + digit[5]! + digit[7]!;
  const tenth = (((7 * odd - even) % 10) + 10) % 10; // the difference may be negative, and so may its remainder
  return `${tenth}${(odd + even + tenth) % 10}`;
}

/** The check digit that nine given digits of a VKN require. */
export function taxNumberCheck(number: string): string {
  let sum = 0;
  for (let place = 1; place <= 9; place++) {
    const shifted = (Number(number[place - 1]) + 10 - place) % 10;
    if (shifted !== 0) sum += (shifted * 2 ** (10 - place)) % 9 || 9;
  }
  return String((10 - (sum % 10)) % 10);
}

function bare(typed: string): string {
  return asciiDigits(typed).replace(/[\s\u200b-\u200f\u2060\ufeff-]/g, '');
}
