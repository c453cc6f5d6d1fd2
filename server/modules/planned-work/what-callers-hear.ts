/**
 * HEART FILE. What whoever takes a call can say of planned work about a topic at a place: of each plan at most one thing that comes and one that
 * was. Of one that was put off they hear the day that holds now, and which it stands for, because somebody may have told them that one. Never why
 * something was put off or left undone: that is the directorate's own affair. Pure.
 */
import type { HEARD_KINDS, HeardPlace } from '../../../contract/planned-work.ts';
import { shiftDay } from '../calendar/door.ts';

export interface Heard {
  planId: string;
  title: string;
  street: string;
  place: HeardPlace;
  kind: (typeof HEARD_KINDS)[number];
  day: string;
  /** The day that was planned before; null: this one. */
  insteadOf: string | null;
}

/** A job of the topic at the place: still to be done, done on a day, or only foreseen by its plan. */
export type NearJob = Omit<Heard, 'kind'> & { state: 'due' | 'done' | 'foreseen' };

/** How far ahead a day is worth waiting for, and how long ago one is still an answer. */
export const AHEAD_DAYS = 45;
export const DONE_DAYS = 14;

interface Row {
  kind: Heard['kind'];
  why: string;
  holds(job: NearJob, today: string): boolean;
  /** Of several of one plan. */
  which: 'first' | 'last';
}

const ROWS: readonly Row[] = [
  {
    kind: 'ahead',
    why: 'The caller may wait for it, and need not ask for it.',
    holds: ({ state, day }, today) => state !== 'done' && day >= today && day <= shiftDay(today, AHEAD_DAYS),
    which: 'first',
  },
  {
    kind: 'late',
    why: 'It was announced and nobody said that it was done: the caller is right to ask.',
    holds: ({ state, day }, today) => state === 'due' && day < today,
    which: 'last',
  },
  {
    kind: 'done',
    why: 'Somebody was there: what the caller sees came after, or was left over.',
    holds: ({ state, day }, today) => state === 'done' && day >= shiftDay(today, -DONE_DAYS),
    which: 'last',
  },
];

/** What comes first, by its day; then what is late and what was done. A job later than a late one says nothing of the late one. */
export function whatCallersHear(jobs: readonly NearJob[], today: string): Heard[] {
  const plans = [...new Set(jobs.map(({ planId }) => planId))];
  const heard = plans.flatMap((plan) => ofPlan(jobs.filter(({ planId }) => planId === plan), today)); // prettier-ignore
  const place = ({ kind }: Heard) => ROWS.findIndex((row) => row.kind === kind);
  return heard.sort((one, other) => place(one) - place(other) || one.day.localeCompare(other.day));
}

function ofPlan(jobs: readonly NearJob[], today: string): Heard[] {
  const inOrder = jobs.toSorted((one, other) => one.day.localeCompare(other.day));
  const heard = ROWS.flatMap(({ kind, holds, which }) => {
    const those = inOrder.filter((job) => holds(job, today));
    const job = which === 'first' ? those[0] : those.at(-1);
    return job === undefined ? [] : [heardOf(job, kind)];
  });
  const done = heard.find(({ kind }) => kind === 'done');
  // What was done after the day that was missed makes good for it.
  return heard.filter(({ kind, day }) => kind !== 'late' || done === undefined || done.day < day);
}

function heardOf({ state: _, insteadOf, ...job }: NearJob, kind: Heard['kind']): Heard {
  // What is done is done: which day it was meant for helps nobody any more.
  return { ...job, kind, insteadOf: kind === 'done' ? null : insteadOf };
}
