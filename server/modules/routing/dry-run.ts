/** What changed rules would have done to a past year: where each request would have gone, by the rules in force and by the new ones. Pure. */
import type { DryRunMove, DryRunResult } from '../../../contract/routing.ts';
import type { Decision, RuleTarget } from './rule.ts';

export type Tally = Omit<DryRunResult, 'from' | 'to' | 'milliseconds'>;

export const NOTHING_ASKED: Tally = { asked: 0, moved: 0, moves: [], takes: {}, floorByTopic: {} };

/** Enough to see what kind of request moves; each can be opened. */
const SAMPLE = 8;
const MOST_MOVES = 300;

export interface Asked {
  id: string;
  topic: string | null;
  before: Decision;
  after: Decision;
  /** Whether whoever asked may open the request. */
  readable: boolean;
}

/** Adds a batch to what was counted so far; gives a new tally and leaves the old as it was. */
export function tallied(so: Tally, batch: readonly Asked[]): Tally {
  const moves = new Map(so.moves.map((move) => [keyOf(move), { ...move, sample: [...move.sample] }]));
  const tally: Tally = { ...so, takes: { ...so.takes }, floorByTopic: { ...so.floorByTopic } };
  for (const { id, topic, before, after, readable } of batch) {
    tally.asked += 1;
    tally.takes[after.rule] = (tally.takes[after.rule] ?? 0) + 1;
    if (after.place === null && topic !== null) tally.floorByTopic[topic] = (tally.floorByTopic[topic] ?? 0) + 1;
    if (sameTarget(before.to, after.to)) continue;
    tally.moved += 1;
    const key = keyOf({ from: before.to, to: after.to });
    const move = moves.get(key) ?? { from: before.to, to: after.to, requests: 0, sample: [] };
    move.requests += 1;
    if (readable && move.sample.length < SAMPLE) move.sample.push(id);
    if (moves.has(key) || moves.size < MOST_MOVES) moves.set(key, move);
  }
  tally.moves = [...moves.values()].sort(byRequests);
  return tally;
}

function keyOf({ from, to }: Pick<DryRunMove, 'from' | 'to'>): string {
  return [from, to]
    .map((target) => (target ? `${target.directorate} ${target.unit} ${target.person}` : 'review'))
    .join('>');
}

function sameTarget(left: RuleTarget | null, right: RuleTarget | null): boolean {
  if (left === null || right === null) return left === right;
  return left.directorate === right.directorate && left.unit === right.unit && left.person === right.person;
}

function byRequests(left: DryRunMove, right: DryRunMove): number {
  return right.requests - left.requests || (keyOf(left) < keyOf(right) ? -1 : 1);
}
