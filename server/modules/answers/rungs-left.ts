/** Which rungs a draft still has to climb. The chain is asked anew at every step: a topic may ask for more, or an outcome for less, than yesterday. */
import type { House } from '../../kernel/house.ts';
import type { Tx } from '../../kernel/db/transaction.ts';
import type { Rung } from '../requests/door.ts';
import { RUNGS, chainOf, hatOnRung } from '../requests/door.ts';
import type { OpenDraft } from './open-draft.ts';

/** What both a transaction and the house have: the rungs are read in either. */
export type Reading = Pick<House, 'db' | 'clock'>;

export function readingOf(tx: Tx): Reading {
  return { db: tx.db, clock: tx.house.clock };
}

export interface Climb {
  /** Rungs above on which the person stands too: what they sign they have read, so they are not asked twice. */
  passed: Rung[];
  /** Whose turn it is then; null: nobody's, it may leave. */
  next: Rung | null;
}

/**
 * From the rung that was reached (null: from below), as this person. A chain without rungs is the manager's look that its writer asked for.
 */
export async function climb(
  reading: Reading,
  { draft, request, assignment, actor }: Pick<OpenDraft, 'draft' | 'request' | 'assignment' | 'actor'>,
  reached: Rung | null,
): Promise<Climb> {
  const chain = await chainOf(reading.db, { request, assignment, outcome: draft.body.outcome });
  const asked: readonly Rung[] = chain.length === 0 && reached === null ? ['manager'] : chain.map(({ rung }) => rung);
  const passed: Rung[] = [];
  for (const rung of asked.filter((one) => RUNGS.indexOf(one) > (reached === null ? -1 : RUNGS.indexOf(reached)))) {
    if ((await hatOnRung(reading, actor, rung, { request, assignment })) === undefined) return { passed, next: rung };
    passed.push(rung);
  }
  return { passed, next: null };
}
