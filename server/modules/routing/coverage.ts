/** For each topic, in how many neighbourhoods the municipality's rules decide always, sometimes, or leave it to the floor. Pure. */
import type { PreparedRules } from './prepared-rules.ts';
import type { References } from './references.ts';
import type { RuleWhen } from './rule.ts';

export interface TopicCoverage {
  topic: string;
  always: number;
  sometimes: number;
  floor: number;
  /** Ids of the neighbourhoods that only the floor catches, where they are not all. */
  floorOnly: number[];
}

/** Of a request with this topic in this neighbourhood, as far as these two say it; rules that ask more decide sometimes. */
export function coverageOf(prepared: PreparedRules, known: References): TopicCoverage[] {
  const neighbourhoods = [...known.neighbourhoods.values()].filter(({ active }) => active).map(({ id }) => id);
  const rules = prepared.rules
    .filter(({ faults }) => faults.length === 0)
    .map(({ rule: { when } }) => ({ when, isPlain: asksOnlyTopicAndPlace(when), reach: reachOf(when, known) }));
  return [...known.topics.values()]
    .filter(({ active }) => active)
    .map(({ code, group }) => {
      const about = rules.filter(({ when }) => isAbout(when, { code, group }));
      const floorOnly = neighbourhoods.filter((id) => !about.some(({ reach }) => reach === null || reach.has(id)));
      const always = neighbourhoods.filter((id) =>
        about.some(({ isPlain, reach }) => isPlain && (reach === null || reach.sure.has(id))),
      );
      return {
        topic: code,
        always: always.length,
        sometimes: neighbourhoods.length - always.length - floorOnly.length,
        floor: floorOnly.length,
        floorOnly: floorOnly.length === neighbourhoods.length ? [] : floorOnly,
      };
    });
}

function asksOnlyTopicAndPlace(when: RuleWhen): boolean {
  const { topics: _t, groups: _g, neighbourhoods: _n, areas: _a, ...rest } = when;
  return Object.values(rest).every((value) => value === undefined);
}

function isAbout({ topics = [], groups = [] }: RuleWhen, { code, group }: { code: string; group: string }): boolean {
  return (topics.length === 0 && groups.length === 0) || topics.includes(code) || groups.includes(group);
}

interface Reach {
  /** Neighbourhoods the rule names, itself or through an area's list. */
  sure: ReadonlySet<number>;
  /** Any neighbourhood may lie in a shape. */
  has(id: number): boolean;
}

/** Null: the rule asks for no place. */
function reachOf({ neighbourhoods = [], areas = [] }: RuleWhen, known: References): Reach | null {
  if (neighbourhoods.length === 0 && areas.length === 0) return null;
  const found = areas.flatMap((code) => known.areas.get(code) ?? []);
  const sure = new Set([...neighbourhoods, ...found.flatMap((area) => area.neighbourhoods)]);
  const hasShape = found.some(({ shape }) => shape !== null);
  return { sure, has: (id) => hasShape || sure.has(id) };
}
