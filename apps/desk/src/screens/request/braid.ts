/** The way of a request between directorates, from its history: who was given it, who sent it back, and why. Pure. */
import type { HistoryLine } from '../../../../../contract/requests.ts';

export interface BraidStep {
  id: number;
  what: 'assigned' | 'returned';
  directorate: string;
  why: string | null;
  at: string;
}

export function braidOf(history: readonly HistoryLine[]): BraidStep[] {
  return history.flatMap(({ id, what, why, at, data }) => {
    if (what !== 'assigned' && what !== 'returned') return [];
    return typeof data.directorate === 'string' ? [{ id, what, directorate: data.directorate, why, at }] : [];
  });
}

/** Sent back twice, or waiting to be looked at because it would have been: the way itself is what somebody must see. */
export function goesRound(triage: string | null, steps: readonly BraidStep[]): boolean {
  return triage === 'ping-pong' || steps.filter(({ what }) => what === 'returned').length >= 2;
}
