/**
 * HEART FILE. To which day a planned job may be put off, one job alone: the plan's other days stay where its rhythm names them. The first rule that
 * holds refuses; its code is what the desk says in words. Pure.
 */
import type { RefusalCode } from '../../kernel/refusals.ts';
import { isDay, shiftDay } from '../calendar/door.ts';
import type { Circumstances, WhenItComes } from './rhythm.ts';
import { isShutFor, isWithin } from './rhythm.ts';

export interface PuttingOff {
  plan: WhenItComes;
  /** The day it is to be done on now. */
  from: string;
  to: string;
  today: string;
  around: Circumstances;
}

/** A year that was typed wrong is no day to wait for. */
export const FARTHEST_DAYS = 365;

interface Rule {
  code: RefusalCode;
  why: string;
  refuses(asked: PuttingOff): boolean;
}

export const PUT_OFF_RULES: readonly Rule[] = [
  {
    code: 'date-invalid',
    why: 'The 31st of a month of thirty days has the form of a day, and is none.',
    refuses: ({ to }) => !isDay(to),
  },
  {
    code: 'put-off-same',
    why: 'It is to be done on that day already.',
    refuses: ({ from, to }) => from === to,
  },
  {
    code: 'put-off-past',
    why: 'Nobody can do it on a day that is over: it would be late at once. What was done then is called done.',
    refuses: ({ to, today }) => to < today,
  },
  {
    code: 'put-off-too-far',
    why: 'Whoever will not do it this year says that it is not done.',
    refuses: ({ to, today }) => to > shiftDay(today, FARTHEST_DAYS),
  },
  {
    code: 'put-off-outside',
    why: 'The plan has a period, a season or a last day because the work is of use, or allowed, only then.',
    refuses: ({ plan, to, around }) => !isWithin(plan, to, around),
  },
  {
    code: 'put-off-shut',
    why: 'A plan that makes way for holidays is not put on one by hand; a weekend day that its rhythm names itself is meant.',
    refuses: ({ plan, to, around }) => isShutFor(plan, to, around),
  },
];

/** Why not; null: it may. */
export function reasonNotToPutOff(asked: PuttingOff): RefusalCode | null {
  return PUT_OFF_RULES.find(({ refuses }) => refuses(asked))?.code ?? null;
}

interface DayStep {
  what: string;
  fromDay: string | null;
}

/** The day before it was last put off, of the steps in their order; each taking back is of the last one that stands. Null: it was not put off. */
export function dayBefore(steps: readonly DayStep[]): string | null {
  const standing: (string | null)[] = [];
  for (const { what, fromDay } of steps) {
    if (what === 'put-off') standing.push(fromDay);
    else if (what === 'put-back') standing.pop();
    // It began anew on its plan's own day.
    else if (what === 'made-again') standing.length = 0;
  }
  return standing.at(-1) ?? null;
}
