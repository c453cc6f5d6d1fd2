// HEART FILE. What ends a clock, and what then runs on. A clock of the law or of a partner ends by an answer, a forward, a withdrawal or a
// recorded ground, and by nothing else; the database refuses other ends (migration 0020).
import type { Purpose } from './which-clocks.ts';

interface End {
  /** Clocks it may end. */
  readonly ends: readonly Purpose[];
  /** What stands behind it: without one of these no clock of the law ends. */
  readonly by: 'answer' | 'forward' | 'withdrawal' | 'ground' | 'step' | 'time';
  /** True when something is still owed afterwards, so that another clock must run in its place. */
  readonly owedOn: boolean;
  readonly why: string;
}

const OURS = ['first-response', 'conclusion'] as const;
const ALL = [...OURS, 'statutory', 'partner', 'silence', 'citizen'] as const;

const table = {
  responded: {
    ends: ['first-response'],
    by: 'step',
    owedOn: true,
    why: 'Somebody has read it and taken it; that is what the first response promises. Taken back, another clock with the same day takes its place.',
  },
  answered: {
    ends: ALL,
    by: 'answer',
    owedOn: false,
    why: 'The final answer was given (3071 m.7, 4982 m.12, 6698 m.13).',
  },
  forwarded: {
    ends: ALL,
    by: 'forward',
    owedOn: false,
    why: 'Sent to the competent body, and the citizen told (3071 m.5, 4982 m.7).',
  },
  withdrawn: { ends: ALL, by: 'withdrawal', owedOn: false, why: 'The citizen took it back.' },
  'deemed-withdrawn': {
    ends: ALL,
    by: 'withdrawal',
    owedOn: false,
    why: 'The fee was not paid for 15 business days: the law takes it as withdrawn (4982 m.11).',
  },
  cancelled: {
    ends: ALL,
    by: 'ground',
    owedOn: false,
    why: 'Recorded by mistake or as a test; the reason stands in the history.',
  },
  extended: {
    ends: ['statutory', 'silence', 'conclusion'],
    by: 'ground',
    owedOn: true,
    why: 'Lengthened on a ground of 4982 m.11, with notice; the longer period runs from the same day.',
  },
  'fee-notice': {
    ends: ['statutory', 'silence'],
    by: 'ground',
    owedOn: true,
    why: 'Cut by the notice of the fee; the citizen’s clock runs, and after the payment ours anew (4982 m.10–11).',
  },
  paid: {
    ends: ['citizen'],
    by: 'step',
    owedOn: true,
    why: 'The fee was paid; our period starts anew on the day after.',
  },
  'kind-changed': {
    ends: ['statutory', 'partner', 'silence', 'citizen'],
    by: 'ground',
    owedOn: true,
    why: 'The legal basis was put right, with reason and notice; the new one’s clocks count from the original receipt.',
  },
  'topic-changed': {
    ends: OURS,
    by: 'step',
    owedOn: true,
    why: 'The new topic’s published standard counts from the original receipt.',
  },
  'promise-moved': {
    ends: ['conclusion'],
    by: 'ground',
    owedOn: true,
    why: 'A person gave the citizen another day, with the reason. The word given before stays as late as it was.',
  },
  'interim-answer': {
    ends: ['silence'],
    by: 'answer',
    owedOn: true,
    why: 'An answer that is not final: the citizen may wait up to four months from the application (2577 m.10).',
  },
  'implied-refusal': {
    ends: ['silence'],
    by: 'time',
    owedOn: true,
    why: 'The day came and no answer: refused in law, still owed by us (2577 m.10, 6698 m.14).',
  },
} as const satisfies Record<string, End>;

export type EndReason = keyof typeof table;
export const WHAT_ENDS_A_CLOCK: Readonly<Record<EndReason, End>> = table;

export function mayEnd(reason: EndReason, purpose: Purpose): boolean {
  return WHAT_ENDS_A_CLOCK[reason].ends.includes(purpose);
}
