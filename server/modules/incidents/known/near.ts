/** Which known problems what somebody is about to report may be. */
import type { Db } from '../../../kernel/db/database.ts';
import { topicInForce } from '../../catalogue/door.ts';
import type { Spot } from '../../places/door.ts';
import { areaFinder, listAreas } from '../../places/door.ts';
import { staysAlone } from '../who-may-be-merged.ts';
import type { Fit } from './is-it-this-one.ts';
import { fitOf } from './is-it-this-one.ts';
import type { KnownProblem } from './known-problem.ts';
import { knownProblemsInForce } from './known-store.ts';

export interface NearKnown {
  known: KnownProblem;
  fit: Fit;
}

const ORDER: readonly Fit[] = ['same', 'maybe', 'no'];

/**
 * All that are offered now, the likeliest first, also those that do not fit. Nothing is near to a topic that stays alone: on it nobody follows a lead.
 */
export async function knownProblemsNear(
  db: Db,
  { topicCode, spot }: { topicCode: string | null; spot: Spot },
): Promise<NearKnown[]> {
  const topic = topicCode === null ? undefined : await topicInForce(db, topicCode);
  if (topic && staysAlone(topic) !== null) return [];
  const all = await knownProblemsInForce(db);
  if (all.length === 0) return [];
  const areas = areaFinder(await listAreas(db))(spot);
  return all
    .map((known) => ({ known, fit: fitOf(known, { ...spot, topicCode, areas }) }))
    .sort((one, other) => ORDER.indexOf(one.fit) - ORDER.indexOf(other.fit));
}
