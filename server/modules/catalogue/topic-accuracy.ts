/**
 * How often the right topic is suggested, measured on requests nothing was learned from. One request in five is held back, by its id alone:
 * nobody chooses which. Half of those choose how much the learned words count, the other half measure, so that the figure shown was not
 * chosen by itself. Pure.
 */
import { createHash } from 'node:crypto';
import type { TopicSuggestion } from './suggest-topics.ts';

export type Use = 'learn' | 'choose' | 'measure';

/** What a request is used for, now and for ever. */
export function useOf(requestId: string): Use {
  const byte = createHash('sha256').update(requestId).digest()[0]!;
  if (byte % 5 !== 0) return 'learn';
  return byte % 2 === 0 ? 'choose' : 'measure';
}

export interface Asked {
  text: string;
  topic: string;
}

export interface Accuracy {
  n: number;
  /** Shares from 0 to 1; 0 where nothing was measured. */
  first: number;
  firstThree: number;
}

type Suggest = (text: string) => readonly Pick<TopicSuggestion, 'code'>[];

/** Stops for others now and then: a few thousand sentences take seconds, and this process answers people meanwhile. */
export async function accuracyOf(asked: readonly Asked[], suggest: Suggest): Promise<Accuracy> {
  let [first, firstThree] = [0, 0];
  for (const [at, { text, topic }] of asked.entries()) {
    if (at % 50 === 49) await new Promise<void>((resolve) => void setImmediate(resolve));
    const codes = suggest(text)
      .slice(0, 3)
      .map(({ code }) => code);
    if (codes[0] === topic) first += 1;
    if (codes.includes(topic)) firstThree += 1;
  }
  const n = asked.length;
  return { n, first: n === 0 ? 0 : first / n, firstThree: n === 0 ? 0 : firstThree / n };
}

export const WEIGHTS = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9] as const;

/** The weight with which most are right among the first three, then first; of equals the smallest, because the catalogue was read by people. */
export async function bestWeight(
  asked: readonly Asked[],
  suggestWith: (weight: number) => Suggest,
): Promise<{ weight: number; accuracy: Accuracy }> {
  let best: { weight: number; accuracy: Accuracy } | undefined;
  for (const weight of WEIGHTS) {
    const accuracy = await accuracyOf(asked, suggestWith(weight));
    if (best === undefined || isBetter(accuracy, best.accuracy)) best = { weight, accuracy };
  }
  return best!;
}

export function isBetter(left: Accuracy, right: Accuracy): boolean {
  return left.firstThree > right.firstThree || (left.firstThree === right.firstThree && left.first > right.first);
}

/** Fewer than this say nothing. */
export const FEWEST_MEASURED = 20;

/** What may be taken into use: measured on enough, and not worse than what is in use now. */
export function mayBeUsed(after: Accuracy, before: Accuracy): boolean {
  return after.n >= FEWEST_MEASURED && !isBetter(before, after);
}
