/** A rule set made ready to be asked many times: its conditions as functions, its faults found once. Pure. */
import type { Spot } from '../places/door.ts';
import { areaFinder } from '../places/door.ts';
import type { References } from './references.ts';
import type { Rule, RuleFault, RoutingFacts, RuleSet } from './rule.ts';
import type { ConditionName, Test } from './rule-conditions.ts';
import { CONDITIONS } from './rule-conditions.ts';
import { faultsInRule } from './rule-faults.ts';
import { wordsSaid } from './words-said.ts';

export interface PreparedRule {
  rule: Rule;
  /** From 1. */
  place: number;
  tests: readonly (Test & { name: ConditionName })[];
  /** Not empty: it is passed over, and every request it would have taken says so. */
  faults: readonly Omit<RuleFault, 'rule'>[];
}

export interface PreparedRules {
  version: number;
  rules: readonly PreparedRule[];
  /** Directorates that may get work. */
  openDirectorates: ReadonlySet<string>;
  /** Codes of all areas a place lies in, also of those that were closed. */
  areasOf(spot: Spot): string[];
  /** What must be looked up before these rules can be asked; the rest of the facts may be left empty. */
  needs: { areas: boolean; road: boolean; hours: boolean; words: boolean };
}

export function prepareRules({ rules, version }: RuleSet, known: References): PreparedRules {
  const said = wordsSaid();
  const asks = (name: keyof Rule['when']) => rules.some(({ when }) => when[name] !== undefined);
  return {
    version,
    rules: rules.map((rule, at) => ({
      rule,
      place: at + 1,
      tests: CONDITIONS.flatMap(({ name, test }) => {
        const made = test(rule.when, known, said);
        return made === null ? [] : [{ name, ...made }];
      }),
      faults: faultsInRule(rule, known),
    })),
    openDirectorates: new Set([...known.directorates.values()].filter(({ active }) => active).map(({ code }) => code)),
    areasOf: areaFinder([...known.areas.values()]),
    needs: { areas: asks('areas'), road: asks('road'), hours: asks('hours'), words: asks('words') },
  };
}

/** The first condition that does not hold; null: all do. */
export function unmetIn({ tests }: PreparedRule, facts: RoutingFacts): ConditionName | null {
  for (const test of tests) if (!test.holds(facts)) return test.name;
  return null;
}
