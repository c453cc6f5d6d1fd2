/** Who does somebody's work on a day: themselves, whoever stands in for them, or nobody, and why. Pure. */

/** An absence as it matters to the work. */
export interface Away {
  delegateId: string | null;
  /** The last day away. */
  until: string;
  /** Whether the delegate still works here. */
  isDelegateHere: boolean;
}

/** Everybody who is away on one day. */
export type AwayToday = ReadonlyMap<string, Away>;

export type StandIn =
  | { who: 'themselves' }
  | { who: 'delegate'; id: string; until: string }
  | { who: 'nobody'; because: NoStandIn; until: string };

/** delegate-left: no longer works here · circle: they stand in for one another. */
export type NoStandIn = 'no-delegate' | 'delegate-left' | 'circle';

/** A delegate who is away too passes on to their own; a circle of people covering for one another ends with nobody, and is said. */
export function standInFor(staffId: string, away: AwayToday): StandIn {
  const first = away.get(staffId);
  if (first === undefined) return { who: 'themselves' };
  const { until } = first;
  const seen = new Set([staffId]);
  for (let { delegateId, isDelegateHere } = first; ;) {
    if (delegateId === null) return { who: 'nobody', because: 'no-delegate', until };
    if (!isDelegateHere) return { who: 'nobody', because: 'delegate-left', until };
    if (seen.has(delegateId)) return { who: 'nobody', because: 'circle', until };
    seen.add(delegateId);
    const next = away.get(delegateId);
    if (next === undefined) return { who: 'delegate', id: delegateId, until };
    ({ delegateId, isDelegateHere } = next);
  }
}
