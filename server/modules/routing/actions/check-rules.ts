/** Looks whether every rule in force can still be used. A broken one is never switched off in silence: it is found, told and shown. */
import type { Tx } from '../../../kernel/db/transaction.ts';
import { RoutingRuleBroken, RoutingRuleMended } from '../facts.ts';
import { freshReferences, rememberedRules } from '../queries.ts';
import type { RuleFault } from '../rule.ts';
import { faultsInRules } from '../rule-faults.ts';
import { knownFaults, ruleSetRow, writeFaults } from '../store.ts';

/** Run when something a rule may name has changed, and by the timetable for what nobody told. Gives the faults there are now. */
export async function checkRules(tx: Tx): Promise<RuleFault[]> {
  const { rules, version } = await ruleSetRow(tx.db);
  const before = await knownFaults(tx.db);
  if (rules.length === 0 && before.length === 0) return [];
  const faults = faultsInRules(rules, await freshReferences(tx.db));
  const broken = idsOf(faults);
  tx.afterCommit(() => tx.house.metrics.routingRulesBroken.set(broken.size));
  rememberedRules.forgetAfter(tx);
  const isKnown = (fault: RuleFault) => before.some((each) => keyOf(each) === keyOf(fault));
  const fresh = faults.filter((fault) => !isKnown(fault));
  const mended = [...idsOf(before)].filter((rule) => !broken.has(rule));
  if (fresh.length === 0 && mended.length === 0 && before.length === faults.length) return faults;
  await writeFaults(tx.db, faults, tx.now);
  for (const rule of idsOf(fresh)) {
    const own = fresh.filter((fault) => fault.rule === rule).map(({ where, problem }) => ({ where, problem }));
    tx.record(RoutingRuleBroken(rule, { version, faults: own }));
    tx.house.log.error({ alarm: 'routing-rule-broken', rule, version, faults: own }, 'alarm');
  }
  for (const rule of mended) tx.record(RoutingRuleMended(rule, { version }));
  return faults;
}

function idsOf(faults: readonly RuleFault[]): Set<string> {
  return new Set(faults.map(({ rule }) => rule));
}

function keyOf({ rule, where, problem, named }: RuleFault): string {
  return [rule, where, problem, named].join('|');
}
