// HEART FILE. What may stop, cut or lengthen a running clock, and which clocks it leaves alone, each with its reason. A cause that is not
// listed for a clock does nothing to it: no clock is ever stopped because it would be convenient.
import type { ClockKey, StatutoryClockKey } from './which-clocks.ts';

/**
 * waiting-for-citizen: we asked the citizen for something and cannot go on without it. fee-notice: the fee of an information request was
 * notified. extension: its period was lengthened. interim-answer: an answer that is not final was given.
 */
export type ClockCause = 'waiting-for-citizen' | 'fee-notice' | 'extension' | 'interim-answer';

/**
 * stops: stands still until the cause is gone, then goes on with what was left. is-cut: ends, and starts anew from its whole length when the
 * cause is gone. gives-way: ends, and another clock takes its place, counted from the same day. runs-on: nothing happens to it.
 */
export type ClockEffect = 'stops' | 'is-cut' | 'gives-way' | 'runs-on';

export interface ClockChange {
  readonly cause: ClockCause;
  readonly clocks: readonly ClockKey[];
  readonly effect: ClockEffect;
  /** What runs in its place, for gives-way; null where another change already names it. */
  readonly successor?: StatutoryClockKey;
  readonly why: string;
  readonly law: string;
}

const STANDARD = ['first-response', 'conclusion', 'revised-promise'] as const;
const PARTNERS = ['cimer', 'cimer-foi', 'acik-kapi'] as const;

export const WHAT_CHANGES_A_CLOCK: readonly ClockChange[] = [
  {
    cause: 'waiting-for-citizen',
    clocks: STANDARD,
    effect: 'stops',
    why: 'It is the municipality’s own word, given for work that can go on; nobody can work on what is missing.',
    law: 'RG 31.07.2009/27305 m.6',
  },
  {
    cause: 'waiting-for-citizen',
    clocks: ['foi', 'foi-extended', 'petition', 'thirty-day-cap', 'kvkk'],
    effect: 'runs-on',
    why: 'None of these laws knows a stop for a question to the applicant: whoever asks late answers late.',
    law: '4982 m.11, 3071 m.7, 6698 m.13',
  },
  {
    cause: 'waiting-for-citizen',
    clocks: ['admin-silence', 'foi-silence', 'foi-silence-extended', 'interim-wait', 'kvkk-silence'],
    effect: 'runs-on',
    why: 'A question is no answer; the citizen’s right to object or sue must not be put off by asking.',
    law: '2577 m.10, 6698 m.14',
  },
  {
    cause: 'waiting-for-citizen',
    clocks: PARTNERS,
    effect: 'runs-on',
    why: 'The partner counts on, whatever we asked.',
    law: 'RG 04.06.2022',
  },
  {
    cause: 'fee-notice',
    clocks: ['foi', 'foi-extended'],
    effect: 'is-cut',
    why: 'The notice of the fee cuts the period; it starts anew on the day after the payment.',
    law: '4982 m.10–11',
  },
  {
    cause: 'fee-notice',
    clocks: ['foi-silence', 'foi-silence-extended'],
    effect: 'is-cut',
    why: 'While the municipality waits for the fee it is not silent: it has said what it needs.',
    law: '4982 m.10–11',
  },
  {
    cause: 'fee-notice',
    clocks: STANDARD,
    effect: 'stops',
    why: 'The municipality’s own word never asks more than the law does.',
    law: 'RG 31.07.2009/27305 m.6',
  },
  {
    cause: 'fee-notice',
    clocks: ['cimer-foi', 'interim-wait'],
    effect: 'runs-on',
    why: 'The partner counts on; and four months from the application are four months.',
    law: 'RG 04.06.2022, 2577 m.10',
  },
  {
    cause: 'extension',
    clocks: ['foi'],
    effect: 'gives-way',
    successor: 'foi-extended',
    why: 'Thirty business days in total, counted from the original receipt: fifteen more, not thirty more.',
    law: '4982 m.11',
  },
  {
    cause: 'extension',
    clocks: ['foi-silence'],
    effect: 'gives-way',
    successor: 'foi-silence-extended',
    why: 'Until the announced day nobody is silent.',
    law: '4982 m.11',
  },
  {
    cause: 'extension',
    clocks: ['conclusion', 'revised-promise'],
    effect: 'gives-way',
    why: 'The published word for an information request is the law’s period; the law has lengthened it.',
    law: '4982 m.11',
  },
  {
    cause: 'extension',
    clocks: ['first-response', 'cimer-foi', 'interim-wait'],
    effect: 'runs-on',
    why: 'Somebody should have read it long ago; and CİMER is asked for its own extension, in its own system.',
    law: 'RG 04.06.2022',
  },
  {
    cause: 'interim-answer',
    clocks: ['admin-silence', 'foi-silence', 'foi-silence-extended'],
    effect: 'gives-way',
    successor: 'interim-wait',
    why: 'The citizen may take it for a refusal or wait for the final one, at most four months from the application.',
    law: '2577 m.10',
  },
  {
    cause: 'interim-answer',
    clocks: ['petition', 'thirty-day-cap', 'foi', 'foi-extended', 'kvkk', 'kvkk-silence', 'interim-wait'],
    effect: 'runs-on',
    why: 'The stage reached is told; the result is owed all the same, and separately.',
    law: '3071 m.7',
  },
  {
    cause: 'interim-answer',
    clocks: [...STANDARD, ...PARTNERS],
    effect: 'runs-on',
    why: 'What was promised is the result, and the partner waits for the result.',
    law: 'RG 31.07.2009/27305 m.6',
  },
];

/** What a cause does to a clock. What no row names runs on. */
export function effectOn(cause: ClockCause, clock: string): Pick<ClockChange, 'effect' | 'successor'> {
  const row = WHAT_CHANGES_A_CLOCK.find((each) => each.cause === cause && each.clocks.some((key) => key === clock));
  return row ?? { effect: 'runs-on' };
}
