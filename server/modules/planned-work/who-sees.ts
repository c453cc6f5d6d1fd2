/** How far somebody's rights over planned work reach, for lists; a single job is asked of the permission table itself. */
import type { Right } from '../../../contract/rights.ts';
import type { StaffActor } from '../../kernel/actor.ts';
import type { Sight } from './job-list-store.ts';

/** Null: everybody's. */
export function sightOf({ hats }: StaffActor, right: Right): Sight | null {
  const reaches = (scope: string) => hats.filter(({ rights }) => rights[right].ordinary === scope);
  if (reaches('all').length > 0) return null;
  return {
    directorates: reaches('own-directorate').flatMap(({ directorates }) => directorates),
    units: reaches('own-unit').flatMap(({ unit }) => unit ?? []),
    people: reaches('own').map(({ staffId }) => staffId),
  };
}
