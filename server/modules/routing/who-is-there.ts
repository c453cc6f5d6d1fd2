/** A rule that names a person means whoever does that person's work today. */
import type { RoutedBy } from '../../../contract/routing.ts';
import type { Tx } from '../../kernel/db/transaction.ts';
import { istanbulDay } from '../calendar/door.ts';
import { awayOn, staffById, standInFor } from '../staff/door.ts';
import type { RuleTarget } from './rule.ts';

export interface ThereToday {
  to: RuleTarget;
  absence: RoutedBy['absence'];
}

/**
 * Somebody who is away passes to their delegate, if that is somebody of the same directorate who is there; else to the unit, else to the
 * directorate as a whole. The reason says so.
 */
export async function whoIsThere(tx: Tx, to: RuleTarget): Promise<ThereToday> {
  if (to.person === null) return { to, absence: undefined };
  const standIn = standInFor(to.person, await awayOn(tx.db, istanbulDay(tx.now)));
  if (standIn.who === 'themselves') return { to, absence: undefined };
  const said = { person: to.person, until: standIn.until };
  const delegate = standIn.who === 'delegate' ? await staffById(tx.db, standIn.id) : undefined;
  if (delegate?.active && delegate.directorate === to.directorate) {
    const instead = { ...to, unit: delegate.unit ?? to.unit, person: delegate.id };
    return { to: instead, absence: { ...said, insteadWith: 'delegate' } };
  }
  const unit = to.unit ?? (await staffById(tx.db, to.person))?.unit ?? null;
  return {
    to: { ...to, unit, person: null },
    absence: { ...said, insteadWith: unit === null ? 'directorate' : 'unit' },
  };
}
