/** What leaves the house about rules that are being written. */
import type { DryRunResult, RulesReport } from '../../../contract/routing.ts';
import type { StaffActor } from '../../kernel/actor.ts';
import type { Db } from '../../kernel/db/database.ts';
import type { House } from '../../kernel/house.ts';
import { workById } from '../../kernel/long-works/work-store.ts';
import { refuse } from '../../kernel/refusals.ts';
import { formatTrackingNumber } from '../../../text/tracking-number.ts';
import { listRights, requestsNamed } from '../requests/door.ts';
import { scopeOf } from '../staff/door.ts';
import { coverageOf } from './coverage.ts';
import { DRY_RUN } from './dry-run-work.ts';
import { prepareRules } from './prepared-rules.ts';
import { currentReferences } from './queries.ts';
import { conflictsIn } from './rule-conflicts.ts';
import { digestOf } from './rule-digest.ts';
import { faultsInRules } from './rule-faults.ts';
import type { Rule } from './rule.ts';
import { ruleSetRow } from './store.ts';

export async function reportOn(db: Db, rules: readonly Rule[]): Promise<RulesReport> {
  const known = await currentReferences(db);
  const prepared = prepareRules({ rules, version: 0 }, known);
  const { rules: inForce } = await ruleSetRow(db);
  return {
    faults: faultsInRules(rules, known),
    ...conflictsIn(prepared, known),
    decidesAsNow: digestOf(rules) === digestOf(inForce),
    coverage: coverageOf(prepared, known),
    neighbourhoods: [...known.neighbourhoods.values()].filter(({ active }) => active).length,
  };
}

/** Refuses 'not-found' for another's dry run. Who opens no requests gets none to open. */
export async function dryRunSample(
  { db }: House,
  actor: StaffActor,
  { id, move }: { id: string; move: number },
): Promise<{ id: string; shownNumber: string; text: string; topicCode: string | null }[]> {
  const work = await workById(db, id);
  if (work?.kind !== DRY_RUN || work.askedBy !== actor.id) throw refuse('not-found');
  const { sample = [] } = (work.result as DryRunResult | null)?.moves[move] ?? {};
  if (sample.length === 0 || scopeOf(actor, 'request-read') === 'none') return [];
  const found = await requestsNamed(db, sample, listRights(actor, 'request-read').sights);
  return found.map(({ trackingNumber, ...request }) => ({
    ...request,
    shownNumber: formatTrackingNumber(trackingNumber),
  }));
}
