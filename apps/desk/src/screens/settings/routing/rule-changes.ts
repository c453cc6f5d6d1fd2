import type { Rule } from '../../../../../../contract/routing.ts';

export interface RuleChange {
  what: 'added' | 'removed' | 'changed' | 'moved';
  before: Rule | null;
  after: Rule | null;
  /** Places from 1; 0 where there is none. */
  from: number;
  to: number;
}

/**
 * What differs between two rule sets, rule by rule. Pure. A rule counts as moved only against those that stay: taking out the first does not move
 * all the others.
 */
export function changesOfRules(before: readonly Rule[], after: readonly Rule[]): RuleChange[] {
  const place = (list: readonly Rule[], id: string) => list.findIndex((each) => each.id === id) + 1;
  const stay = before.filter(({ id }) => place(after, id) > 0).map(({ id }) => id);
  const kept = longestInOrder(stay.map((id) => place(after, id)));
  const changes: RuleChange[] = [];
  for (const rule of before) {
    if (place(after, rule.id) === 0)
      changes.push({ what: 'removed', before: rule, after: null, from: place(before, rule.id), to: 0 });
  }
  for (const [at, rule] of after.entries()) {
    const old = before.find(({ id }) => id === rule.id) ?? null;
    const places = { from: place(before, rule.id), to: at + 1 };
    if (old === null) changes.push({ what: 'added', before: null, after: rule, ...places });
    else if (JSON.stringify(old) !== JSON.stringify(rule))
      changes.push({ what: 'changed', before: old, after: rule, ...places });
    if (old !== null && !kept.has(at + 1)) changes.push({ what: 'moved', before: old, after: rule, ...places });
  }
  return changes;
}

/** The most places that are in order already: only the others were moved. */
function longestInOrder(places: readonly number[]): Set<number> {
  const best = places.map((place) => [place]);
  for (const [at, place] of places.entries()) {
    for (let before = 0; before < at; before++) {
      const chain = best[before]!;
      if (chain.at(-1)! < place && chain.length + 1 > best[at]!.length) best[at] = [...chain, place];
    }
  }
  return new Set(best.reduce((longest, each) => (each.length > longest.length ? each : longest), []));
}
