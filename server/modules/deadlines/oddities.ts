/** What contradicts itself among the clocks of one request. Nothing breaks by it: the stricter holds; but it is named to whoever can mend it. Pure. */
import type { Clock } from './clock.ts';

export type Oddity = 'standard-longer-than-law' | 'nothing-to-count' | 'partner-shorter';

type Some = Pick<Clock, 'purpose' | 'amount' | 'dueAt' | 'startedAt'>;

export function oddities(clock: Some, all: readonly Some[]): Oddity[] {
  const found: Oddity[] = [];
  const ours = (purpose: Clock['purpose']) =>
    all.find((each) => each.purpose === purpose && each.startedAt.getTime() === clock.startedAt.getTime());
  if (clock.amount === 0) found.push('nothing-to-count');
  if (clock.purpose === 'conclusion' && isAfter(clock, ours('statutory'))) found.push('standard-longer-than-law');
  if (clock.purpose === 'partner' && isAfter(ours('statutory'), clock)) found.push('partner-shorter');
  return found;
}

function isAfter(one: Some | undefined, other: Some | undefined): boolean {
  return one?.dueAt != null && other?.dueAt != null && one.dueAt > other.dueAt;
}
