/**
 * HEART FILE. Of everything that was found, what is shown first: where it was found, how exactly, and what becomes of it. Points, added up; a
 * request with more stands higher, of two with as many the one received later. Pure.
 */
import type { HOW_FOUND, WHERE_FOUND } from '../../../contract/finding.ts';

export type Where = (typeof WHERE_FOUND)[number];
export type How = (typeof HOW_FOUND)[number];

/** What a match is worth by where it stands. */
export const WHERE: Record<Where, { points: number; why: string }> = {
  number: { points: 200, why: 'Whoever types a number means that one request.' },
  'external-number': { points: 180, why: 'The same, by the number another institution gave it.' },
  phone: { points: 120, why: 'A number is asked for while its owner is on the line.' },
  email: { points: 120, why: 'An address stands for one person, as a phone does.' },
  name: { points: 60, why: 'Names are shared, but whoever types one seldom means a word of the text.' },
  text: { points: 50, why: 'What the citizen wrote is what the request is about.' },
  place: { points: 45, why: 'A street is typed to find what is wrong there.' },
  answer: { points: 22, why: 'Our own words repeat themselves from one request to the next.' },
  note: { points: 22, why: 'As an answer; and only staff remember having written it.' },
  topic: { points: 15, why: 'A topic’s name stands on thousands of requests.' },
};

/** What part of that a match is worth by how near it comes to what was typed. */
export const HOW: Record<How, { share: number; why: string }> = {
  exact: { share: 1, why: 'As it was typed.' },
  form: { share: 0.8, why: 'The same word with another ending.' },
  beginning: { share: 0.6, why: 'Perhaps the word was not yet typed to its end.' },
  similar: { share: 0.4, why: 'Perhaps the fingers slipped.' },
};

/** Somebody who searches mostly wants to do something, and that is possible with open ones only. */
export const OPEN_POINTS = 20;

/** What came lately is likelier meant: this much today, half of it after a month, a fifth after a year. */
const NEW_POINTS = 20;
const DAY_MS = 86_400_000;

export interface Match {
  where: Where;
  how: How;
}

/** @param words the best match of each typed word. */
export function usefulness(
  words: readonly Match[],
  { open, receivedAt, now }: { open: boolean; receivedAt: Date; now: Date },
): number {
  const days = Math.max(0, (now.getTime() - receivedAt.getTime()) / DAY_MS);
  return points(words) + (open ? OPEN_POINTS : 0) + NEW_POINTS / Math.max(1, 1 + Math.log2(1 + days / 30));
}

/** Each word counts as much as the others, however many there are: two words half found are no better than one found well. */
function points(words: readonly Match[]): number {
  if (words.length === 0) return 0;
  return words.reduce((sum, match) => sum + worth(match), 0) / words.length;
}

export const worth = ({ where, how }: Match): number => WHERE[where].points * HOW[how].share;
