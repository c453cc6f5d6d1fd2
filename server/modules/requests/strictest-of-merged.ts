/**
 * HEART FILE. What an answer must meet that is given to several merged requests at once: of each thing that is asked of answers, the strictest
 * that any of them asks. The words become theirs: putting requests together is no way around an approval, a photo or a ground. What a directorate
 * asks is asked of whoever answers, and so of the lead's directorate alone. Pure.
 */
import type { Answering } from '../../../contract/answering.ts';
import type { RequestKind } from '../../../contract/requests.ts';
import { isLegalKind } from './legal-basis.ts';

/** What a request asks of its answer by itself. */
export interface Asking {
  kind: RequestKind;
  approval: NonNullable<Answering['approval']>;
  evidencePhoto: NonNullable<Answering['evidencePhoto']>;
  /** How its topic ends as a rule. */
  endsBy: 'work' | 'answer' | 'forwarding';
  /** Of those who follow: which, the oldest first. Empty: it is the answered request's own. */
  by: readonly string[];
}

interface Row {
  /** The higher, the stricter. */
  strictness(asking: Asking): number;
  why: string;
}

export const WHAT_IS_ASKED = {
  law: {
    strictness: ({ kind }) => Number(isLegalKind(kind)),
    why: 'A petition put with complaints is still answered as one: with whose approval and on which grounds that takes (3071 m.6, m.7).',
  },
  approval: {
    strictness: ({ approval }) => ['none', 'manager', 'deputy-mayor'].indexOf(approval),
    why: 'A topic wants somebody to read its answers before they leave; they leave also when another request was answered.',
  },
  'evidence-photo': {
    strictness: ({ evidencePhoto }) => ['none', 'advised', 'required'].indexOf(evidencePhoto),
    why: 'Each of them is told that it was done, and is shown the photos of the one that was answered.',
  },
  'others-duty': {
    strictness: ({ endsBy }) => Number(endsBy === 'forwarding'),
    why: '“Done” is doubtful for all of them where it is another body’s duty for one.',
  },
  'way-on': {
    strictness: ({ kind }) => Number(!isLegalKind(kind)),
    why: 'Remedies are added by themselves only for whom a law gives them; the others must read in the words what they can do.',
  },
} as const satisfies Record<string, Row>;

export type AskedFor = keyof typeof WHAT_IS_ASKED;

/** What one request asks, or several that are answered together: the answered one first. */
export type Askings = readonly [Asking, ...Asking[]];

/** The one that asks most; where the answered request asks as much as another, its own. */
export function strictest(askings: Askings, what: AskedFor): Asking {
  const { strictness }: Row = WHAT_IS_ASKED[what];
  return askings.reduce((most, each) => (strictness(each) > strictness(most) ? each : most));
}
