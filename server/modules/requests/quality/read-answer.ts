/** What can be read out of an answer's words without knowing whether it is good: what it claims, what it names, what it shares with the request. Pure. */
import { checkNationalId } from '../../../../text/identity.ts';
import type { Language, Texts } from '../../../../text/language.ts';
import { fold, upper, words as wordsOf } from '../../../../text/turkish.ts';
import { stemsOf } from '../../catalogue/door.ts';
import type { AssignmentOutcome } from '../outcomes.ts';
import type { Askings } from '../strictest-of-merged.ts';
import * as list from './quality-words.ts';

export interface Judged {
  kind: 'interim' | 'final';
  /** Null: an interim answer. */
  outcome: AssignmentOutcome | null;
  text: string;
  /** True: the law's own ground is named beside the words. */
  hasGround: boolean;
  request: {
    text: string;
    /** The citizen's. */
    language: Language;
    /** Its neighbourhood, street and description. */
    place: readonly string[];
  };
  topic: { name: Texts; keywords: readonly string[] } | null;
  /** What is asked of it, by the request and by those who follow it. */
  askings: Askings;
  /** Photos of the work that the citizen will see. */
  photosOfWork: number;
  house: {
    directorates: readonly string[];
    staff: readonly string[];
    /** Numbers that may stand in an answer, in their stored form. */
    phones: readonly string[];
  };
}

export interface Read {
  folded: string;
  /** Words that say something: no stop words, none of the set phrases. */
  content: readonly string[];
  claimsDone: readonly string[];
  saysForwarded: readonly string[];
  jargon: readonly string[];
  vagueTime: readonly string[];
  saysWhen: boolean;
  saysWhere: boolean;
  hasNextStep: boolean;
  givesReason: boolean;
  wayOn: boolean;
  saysMissing: boolean;
  /** Those of the content that are not the request's own words over again. */
  addedContent: readonly string[];
  sharesWithRequest: boolean;
  /** Null: too few words to tell. */
  language: Language | null;
}

export function readAnswer({ text, request, topic }: Judged): Read {
  const folded = fold(text);
  const all = wordsOf(text);
  const content = all.filter(
    (word) => !list.STOP.has(word) && !isFormula(word) && (word.length > 2 || /\d/.test(word)),
  );
  const asked = [
    request.text,
    ...request.place,
    topic?.name.tr ?? '',
    topic?.name.en ?? '',
    ...(topic?.keywords ?? []),
  ];
  const shared = sharingStems(content, asked);
  return {
    folded,
    content,
    claimsDone: matches(folded, list.CLAIMS_DONE),
    saysForwarded: matches(folded, list.SAYS_FORWARDED),
    jargon: matches(folded, list.JARGON),
    vagueTime: matches(folded, list.VAGUE_TIME),
    saysWhen: list.SAYS_WHEN.test(folded),
    saysWhere: list.SAYS_WHERE.test(folded) || sharingStems(content, request.place).length > 0,
    hasNextStep: list.NEXT_STEP.test(folded),
    givesReason: list.GIVES_REASON.test(folded),
    wayOn: list.WAY_ON.test(folded),
    saysMissing: list.SAYS_MISSING.test(folded),
    addedContent: content.filter((word) => !shared.includes(word)),
    sharesWithRequest: shared.length > 0,
    language: languageOf(text, all),
  };
}

function isFormula(word: string): boolean {
  return list.FORMULA.some((begin) => word.startsWith(begin));
}

function matches(folded: string, pattern: RegExp): string[] {
  return [...folded.matchAll(new RegExp(pattern.source, 'g'))].map(([whole]) => whole);
}

/** The words that may come from the same stem as a word of these texts. */
function sharingStems(words: readonly string[], texts: readonly string[]): string[] {
  const others = texts.flatMap(wordsOf).filter((word) => !list.STOP.has(word) && !isFormula(word));
  const stems = new Set(others.flatMap(stemsOf));
  return words.filter((word) => stemsOf(word).some((stem) => stems.has(stem)));
}

const TURKISH_LETTERS = /[ğışçöüĞİŞÇÖÜ]/;
const TURKISH = new Set('ve bir bu icin ile olarak de da gun sonra kadar biz siz var yok en'.split(' '));
const ENGLISH = new Set(
  'the and of to is are was were we you your our has have been on in for it this that by'.split(' '),
);

/** A name with ş does not make an English sentence Turkish, so whole words count and letters only tip the scales. */
function languageOf(text: string, all: readonly string[]): Language | null {
  const english = all.filter((word) => ENGLISH.has(word)).length;
  const turkish =
    all.filter((word) => TURKISH.has(word)).length +
    text.split(/\s+/).filter((word) => TURKISH_LETTERS.test(word)).length;
  if (Math.max(english, turkish) < 2 || english === turkish) return null;
  return english > turkish ? 'en' : 'tr';
}

const UNFILLED =
  /\{\{.*?\}\}|\{\w+\}|\[\s*(?:\.{2,}|…|tarih|ad|isim|gün|adres|kurum|xxx*)\s*\]|_{3,}|…{2,}|x{4,}|\.{5,}/gi;

/** Places left for words that nobody wrote. */
export function unfilled(text: string): string[] {
  return [...text.matchAll(UNFILLED)].map(([whole]) => whole);
}

const DIGITS = /(?<![\d])\d(?:[\s.()-]?\d){9,12}(?!\d)/g;
const IBAN = /\bTR\s?\d{2}(?:\s?\d{4}){5}\s?\d{2}\b/gi;
const PRIVATE_MAIL = /\b[\w.+-]+@(?:gmail|hotmail|outlook|yahoo|icloud|yandex|live|msn)\.[a-z.]+\b/gi;

/** Identity numbers that can be one, mobile numbers that are not the house's own, private mail addresses, bank accounts. */
export function personalData(text: string, phones: readonly string[]): string[] {
  const own = new Set(phones.map(bareNumber));
  const numbers = [...text.matchAll(DIGITS)]
    .map(([whole]) => whole)
    .filter((whole) => {
      const bare = bareNumber(whole);
      if (own.has(bare)) return false;
      return (bare.length === 10 && bare.startsWith('5')) || checkNationalId(whole.replace(/\D/g, '')).ok;
    });
  return [...numbers, ...[...text.matchAll(IBAN), ...text.matchAll(PRIVATE_MAIL)].map(([whole]) => whole)];
}

/** Without the country and the trunk zero, which people write or leave out. */
function bareNumber(number: string): string {
  return number.replace(/\D/g, '').replace(/^(?:0090|90(?=\d{10}$)|0)/, '');
}

/** Codes of directorates and topics, written as codes are. */
export function codes(text: string, directorates: readonly string[]): string[] {
  const known = new Set(directorates);
  const written = text.match(/(?<![\p{L}\d])[A-Z]{2,5}(?:-\d{2})?(?![\p{L}\d])/gu) ?? [];
  return written.filter((word) => known.has(word.replace(/-\d{2}$/, '')) || /^[A-Z]{3}-\d{2}$/.test(word));
}

/** Whole names only: a first name alone may be a street's. */
export function namesIn(folded: string, names: readonly string[]): string[] {
  const padded = ` ${folded.replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  return names.filter((name) => fold(name).includes(' ') && padded.includes(` ${fold(name)} `));
}

const LONG_ENOUGH_TO_SHOUT = 20;

export function isShouted(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  const large = letters.filter((letter) => letter === upper(letter) && /\p{Lu}/u.test(letter));
  return letters.length >= LONG_ENOUGH_TO_SHOUT && large.length > letters.length * 0.7;
}
