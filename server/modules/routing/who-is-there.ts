/** A rule that names a person means whoever does that person's work today. */
import type { RoutedBy } from '../../../contract/routing.ts';
import type { Tx } from '../../kernel/db/transaction.ts';
import { istanbulDay } from '../calendar/door.ts';
import { absenceOn, staffById } from '../staff/door.ts';
import type { RuleTarget } from './rule.ts';

/** A delegate who is away too has one of their own; more than this is a circle of people covering for each other. */
const LONGEST_CHAIN = 5;

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
  const day = istanbulDay(tx.now);
  const away = await absenceOn(tx.db, to.person, day);
  if (away === undefined) return { to, absence: undefined };
  const said = { person: to.person, until: away.until };
  const delegate = await presentDelegate(tx, { first: away.delegateId, day, directorate: to.directorate });
  if (delegate !== null) {
    const instead = { ...to, unit: delegate.unit ?? to.unit, person: delegate.id };
    return { to: instead, absence: { ...said, insteadWith: 'delegate' } };
  }
  const unit = to.unit ?? (await staffById(tx.db, to.person))?.unit ?? null;
  return {
    to: { ...to, unit, person: null },
    absence: { ...said, insteadWith: unit === null ? 'directorate' : 'unit' },
  };
}

async function presentDelegate(
  tx: Tx,
  { first, day, directorate }: { first: string | null; day: string; directorate: string },
): Promise<{ id: string; unit: string | null } | null> {
  let id = first;
  for (let step = 0; id !== null && step < LONGEST_CHAIN; step++) {
    const away = await absenceOn(tx.db, id, day);
    if (away === undefined) {
      const person = await staffById(tx.db, id);
      return person?.active && person.directorate === directorate ? person : null;
    }
    id = away.delegateId;
  }
  return null;
}
