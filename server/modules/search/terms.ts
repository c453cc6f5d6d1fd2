/**
 * What a case is found by: the terms under which its entry stands in the index. Everything that looks for something writes its terms with
 * the same functions, so that the two cannot drift apart. Pure.
 *
 * A term's first characters say what it is:
 *   =kirik  a word as it was written    ~kir  its stem    +kir  a stem from inside the file (answers, notes)
 *   @emine  a part of the citizen's name    #…  a phone or an address    z:…  the citizen
 *   n:…  the tracking number and its first groups    x:…  another institution's number
 *   o… r…  who may see it (requests/who-sees.ts)    the rest: facets of the work list (facets.ts)
 *   !…  any of these of an open case
 */
import { fold, words } from '../../../text/turkish.ts';
import type { ServiceRequest } from '../requests/door.ts';
import { isWorkedOn, marksOfCase, thingOf } from '../requests/door.ts';
import { facetsOf, openTerm } from './facets.ts';
import type { FoundCase } from './found-case.ts';
import { stemOf } from './stem.ts';
import { isStopWord } from './stop-words.ts';

/** Raised when this file, stem.ts or facets.ts changes what is written: entries of an older one are made anew. */
export const TERMS_VERSION = 6;

/** Longer ones are not words; an index row has its limits too. */
const LONGEST_WORD = 40;

/** The words of a text as they are looked for: folded, without those that say nothing, `8001/1` whole beside its parts. */
export function wordsOf(text: string): string[] {
  const folded = fold(text);
  const compound = folded.match(/\d+\s?\/\s?\d+/g)?.map((each) => each.replace(/\s/g, '')) ?? [];
  return [...words(folded), ...compound].filter((word) => word.length <= LONGEST_WORD && !isStopWord(word));
}

export function termsOf(found: FoundCase): string[] {
  const { request, assignments, contents } = found;
  const narrowing = [...marksOfCase(thingOf(request, assignments)), ...facetsOf(found)];
  const terms = new Set<string>([
    ...narrowing,
    ...(isWorkedOn(request.state) ? narrowing.map(openTerm) : []),
    ...numberTerms(request.trackingNumber),
  ]);
  for (const word of outsideWords(request)) terms.add(`=${word}`).add(`~${stemOf(word)}`);
  for (const word of wordsOf([found.topicName ?? '', found.neighbourhood ?? ''].join(' ')))
    terms.add(`~${stemOf(word)}`);
  for (const word of wordsOf([...contents.answers, ...contents.notes].join(' '))) terms.add(`+${stemOf(word)}`);
  if (request.externalNumber !== null) terms.add(`x:${plainNumber(request.externalNumber)}`);
  for (const term of personTerms(found)) terms.add(term);
  return [...terms];
}

/** What whoever sees the list can read of it: the citizen's words, the place, the answers to the topic's questions. */
function outsideWords({ text, street, door, description, answers }: ServiceRequest): string[] {
  return wordsOf(
    [text, street ?? '', door ?? '', description ?? '', ...answers.map(({ valueLabel }) => valueLabel)].join(' '),
  );
}

/** A complaint under a secret identity is found by no person: that it is there would tell who made it. */
function personTerms({ request, citizenName }: FoundCase): string[] {
  if (request.identitySecret) return [];
  const { contactPhone, contactEmail, citizenId } = request;
  return [
    ...(citizenName === null ? [] : wordsOf(citizenName).map((word) => `@${word}`)),
    ...(contactPhone === null ? [] : phoneTerms(contactPhone)),
    ...(contactEmail === null ? [] : [emailTerm(contactEmail)]),
    ...(citizenId === null ? [] : [`z:${citizenId}`]),
  ];
}

/** Whole, and by the seven digits people give for a number in their own town. */
export function phoneTerms(e164: string): string[] {
  const digits = e164.replace(/\D/g, '');
  return [`#${e164}`, ...(digits.length >= 10 ? [`#${digits.slice(-7)}`] : [])];
}

export const emailTerm = (address: string): string => `#${address.trim().toLowerCase()}`;

/** Whole, and by the first one or two groups of four. */
function numberTerms(trackingNumber: string): string[] {
  return [trackingNumber, trackingNumber.slice(0, 8), trackingNumber.slice(0, 4)].map((part) => `n:${part}`);
}

/** Another institution's number as it is compared: letters and digits alone. */
export const plainNumber = (typed: string): string => fold(typed).replace(/[^\p{L}\p{N}]/gu, '');

/** What the vocabulary learns from a case: words for everybody, names apart. */
export function vocabularyOf(found: FoundCase): { words: string[]; names: string[] } {
  const { request, contents, topicName, neighbourhood } = found;
  const inside = wordsOf([...contents.answers, ...contents.notes, topicName ?? '', neighbourhood ?? ''].join(' '));
  return {
    words: [...new Set([...outsideWords(request), ...inside])].filter(isWorthKnowing),
    names: request.identitySecret || found.citizenName === null ? [] : [...new Set(wordsOf(found.citizenName))],
  };
}

const isWorthKnowing = (word: string): boolean => word.length > 2 && !/\d/.test(word);
