/** The rules in force, ready to be asked. */
import type { RulesInForce } from '../../../contract/routing.ts';
import type { Db } from '../../kernel/db/database.ts';
import { remembered } from '../../kernel/remembered.ts';
import { listGroups, listTopics, readGroups, readTopics } from '../catalogue/door.ts';
import { listAreas, listNeighbourhoods, readAreas, readNeighbourhoods } from '../places/door.ts';
import { CHANNELS, REQUEST_KINDS } from '../requests/door.ts';
import { listDirectorates, listStaff, listUnits, readDirectorates, readUnits } from '../staff/door.ts';
import type { PreparedRules } from './prepared-rules.ts';
import { prepareRules } from './prepared-rules.ts';
import type { References } from './references.ts';
import { referencesOf } from './references.ts';
import type { Rule } from './rule.ts';
import { knownFaults, ruleSetRow } from './store.ts';

const closedLists = { channels: CHANNELS, kinds: REQUEST_KINDS };

/** Everything a rule may name, as everybody sees it; a change elsewhere is seen within two seconds. */
export async function currentReferences(db: Db): Promise<References> {
  return referencesOf({
    topics: await listTopics(db),
    groups: await listGroups(db),
    neighbourhoods: await listNeighbourhoods(db),
    areas: await listAreas(db),
    directorates: await listDirectorates(db),
    units: await listUnits(db),
    people: await listStaff(db),
    ...closedLists,
  });
}

/** The same as the database has it now, for a check in the transaction that changed something. */
export async function freshReferences(db: Db): Promise<References> {
  return referencesOf({
    topics: await readTopics(db),
    groups: await readGroups(db),
    neighbourhoods: await readNeighbourhoods(db),
    areas: await readAreas(db),
    directorates: await readDirectorates(db),
    units: await readUnits(db),
    people: await listStaff(db),
    ...closedLists,
  });
}

export const rememberedRules = remembered(async (db): Promise<PreparedRules> =>
  prepareRules(await ruleSetRow(db), await currentReferences(db)),
);

/** The municipality's rules with what is wrong with each, ready to be asked. */
export function rulesInForce(db: Db): Promise<PreparedRules> {
  return rememberedRules.get(db);
}

/** As the API says them, with what is wrong and since when. */
export async function ruleSetWithFaults(db: Db): Promise<RulesInForce> {
  const { rules, version } = await ruleSetRow(db);
  const faults = (await knownFaults(db)).map((fault) => ({ ...fault, foundAt: fault.foundAt.toISOString() }));
  return { rules: [...rules], version, faults };
}

export interface Naming {
  kind: string;
  named: string;
}

/** Rules that name this setting: asked before it is closed. */
export async function whatNames(
  db: Db,
  { kind, named }: Naming,
): Promise<{ rule: string; name: string; place: number }[]> {
  const { rules } = await ruleSetRow(db);
  return rules.flatMap((rule, at) =>
    namesIn(rule, kind).includes(named) ? [{ rule: rule.id, name: rule.name, place: at + 1 }] : [],
  );
}

function namesIn({ when, to }: Rule, kind: string): string[] {
  if (kind === 'area') return when.areas ?? [];
  if (kind === 'topic') return when.topics ?? [];
  if (kind === 'neighbourhood') return (when.neighbourhoods ?? []).map(String);
  if (kind === 'directorate') return [to.directorate];
  return kind === 'unit' ? [to.unit ?? ''] : [to.person ?? ''];
}
