/** How far somebody may find: what their lists hold, what they may read inside a file, and whom they may look for by name or number. */
import type { StaffActor } from '../../kernel/actor.ts';
import { RefusalError } from '../../kernel/refusals.ts';
import type { Sight } from '../requests/door.ts';
import { listRights, marksOfReader } from '../requests/door.ts';
import { openTerm } from './facets.ts';
import { anyOf } from './list-filter.ts';

export interface Reader {
  sights: readonly Sight[];
  insideSights: readonly Sight[];
  personSights: readonly Sight[];
  /** The same as parts of a tsquery; '' : nowhere. `open`: of the list, what is open. */
  list: string;
  open: string;
  inside: string;
  person: string;
}

/** Refuses 'not-allowed' for those who read no lists. */
export function readerOf(actor: StaffActor): Reader {
  const { sights } = listRights(actor);
  const insideSights = sightsOrNone(actor, 'request-read');
  const personSights = sightsOrNone(actor, 'citizen-find');
  return {
    ...{ sights, insideSights, personSights },
    list: marksPart(sights),
    open: marksPart(sights, openTerm),
    inside: marksPart(insideSights),
    person: marksPart(personSights),
  };
}

function sightsOrNone(actor: StaffActor, right: 'request-read' | 'citizen-find'): readonly Sight[] {
  try {
    return listRights(actor, right).sights;
  } catch (error) {
    if (error instanceof RefusalError) return [];
    throw error;
  }
}

/** '' : nowhere. */
export function marksPart(sights: readonly Sight[], say = (term: string) => term): string {
  if (sights.length === 0) return '';
  // Every case carries one of the two, so that a query always has something that must be there.
  const marks = marksOfReader(sights) ?? ['o', 'r'];
  return marks.length === 0 ? '' : anyOf(marks.map(say));
}
