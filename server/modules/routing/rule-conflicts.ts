/**
 * What an ordered set of rules says without meaning it: rules that can never decide because those above them take everything, and pairs of
 * which only the order says which wins. A narrow rule above a wide one is an exception and is not told. Pure.
 */
import { words } from '../../../text/turkish.ts';
import type { PreparedRule, PreparedRules } from './prepared-rules.ts';
import { unmetIn } from './prepared-rules.ts';
import type { References } from './references.ts';
import type { Matched, Rule, RoutingFacts } from './rule.ts';
import type { WhenSet } from './when-sets.ts';
import { holds, intersection, isEmpty, minus, setOf, universeOf } from './when-sets.ts';

export interface Conflicts {
  covered: { rule: string; by: string[] }[];
  overlaps: { first: string; second: string; example: Matched[] }[];
}

interface Asking extends PreparedRule {
  set: WhenSet;
}

/** More pieces than this and the rule counts as not covered: it is told only where it is sure. */
const MOST_PIECES = 400;
const MOST_OVERLAPS = 200;

/** Broken rules decide nothing, so they cover nothing and contradict nobody. */
export function conflictsIn(prepared: PreparedRules, known: References): Conflicts {
  const sound = prepared.rules.filter(({ faults }) => faults.length === 0);
  const universe = universeOf(
    sound.map(({ rule }) => rule),
    known,
  );
  const asking = sound.map((each) => ({ ...each, set: setOf(each.rule.when, universe, known) }));
  const covered = asking.flatMap((each, at) => coverOf(each, asking.slice(0, at)) ?? []);
  const dead = new Set(covered.map(({ rule }) => rule));
  const alive = asking.filter(({ rule }) => !dead.has(rule.id));
  return { covered, overlaps: overlapsAmong(alive, { prepared, known }) };
}

function coverOf({ rule, set }: Asking, above: readonly Asking[]): Conflicts['covered'][number] | null {
  const by: string[] = [];
  let left = isEmpty(set) ? [] : [set];
  for (const each of above) {
    const outside = left.flatMap((piece) => minus(piece, each.set));
    if (outside.length > MOST_PIECES) return null;
    if (outside.length !== left.length || outside.some((piece, at) => piece !== left[at])) by.push(each.rule.id);
    left = outside;
    if (left.length === 0) return { rule: rule.id, by };
  }
  return left.length === 0 ? { rule: rule.id, by } : null;
}

function overlapsAmong(
  rules: readonly Asking[],
  town: { prepared: PreparedRules; known: References },
): Conflicts['overlaps'] {
  const found: Conflicts['overlaps'] = [];
  for (const [at, first] of rules.entries()) {
    for (const second of rules.slice(at + 1)) {
      if (found.length === MOST_OVERLAPS) return found;
      if (sameTarget(first.rule, second.rule) || holds(second.set, first.set)) continue;
      const example = exampleOf(first, second, town);
      if (example === null) continue;
      found.push({ first: first.rule.id, second: second.rule.id, example: toldOf(first, second, example) });
    }
  }
  return found;
}

function sameTarget({ to: left }: Rule, { to: right }: Rule): boolean {
  return left.directorate === right.directorate && left.unit === right.unit && left.person === right.person;
}

/** A request made up so that both rules want it; null when none can be found. It is asked of both, so what is shown is true. */
export function exampleOf(
  first: Asking,
  second: Asking,
  { prepared, known }: { prepared: PreparedRules; known: References },
): RoutingFacts | null {
  const parts = new Map<string, string[]>();
  for (const [part, own] of first.set.values) {
    const both = [...intersection(own, second.set.values.get(part)!)];
    if (both.length === 0) return null;
    parts.set(part, both);
  }
  const day = [...first.set.dates, ...second.set.dates].map(([from]) => from).sort().at(-1)!; // prettier-ignore
  const said = [first, second].flatMap(({ rule }) => words(rule.when.words?.[0] ?? ''));
  const answers = [...parts].flatMap(([part, values]) =>
    part.startsWith('answer ') ? values.slice(-1).map((value) => ({ question: part.slice(7), value })) : [],
  );
  for (const code of parts.get('topic')!) {
    const topic = known.topics.get(code) ?? null;
    const asked = answers.filter(({ question }) => topic?.questions.some(({ id }) => id === question));
    for (const spot of spotsOf(known)) {
      const facts: RoutingFacts = {
        ...{ topic, answers: asked, words: said, neighbourhoodId: spot.neighbourhoodId },
        areas: prepared.areasOf(spot),
        road: roadOf(parts.get('road')![0]!),
        officeHours: parts.get('hours')![0] === 'office',
        weekday: Number(parts.get('weekday')![0]),
        day: day < '2000' ? '2026-02-16' : day,
        channel: parts.get('channel')![0]!,
        kind: parts.get('kind')![0]!,
        danger: parts.get('danger')![0] === 'yes',
      };
      if (unmetIn(first, facts) === null && unmetIn(second, facts) === null) return facts;
    }
  }
  return null;
}

function roadOf(value: string): RoutingFacts['road'] {
  return value === 'district' || value === 'metropolitan' ? value : null;
}

/** Where a made-up request may lie: nowhere, in each neighbourhood, at each neighbourhood's middle, at the corners' middle of each shape. */
function spotsOf(known: References) {
  const nowhere = { neighbourhoodId: null, latitude: null, longitude: null };
  const neighbourhoods = [...known.neighbourhoods.values()];
  const shapes = [...known.areas.values()].flatMap(({ shape }) => shape ?? []);
  return [
    nowhere,
    ...neighbourhoods.map(({ id }) => ({ ...nowhere, neighbourhoodId: id })),
    ...neighbourhoods.map(({ id, latitude, longitude }) => ({ neighbourhoodId: id, latitude, longitude })),
    ...shapes.map((shape) => {
      const ring = shape.type === 'Polygon' ? shape.coordinates[0]! : shape.coordinates[0]![0]!;
      const mean = (at: number) => ring.reduce((sum, position) => sum + position[at]!, 0) / ring.length;
      return { neighbourhoodId: null, latitude: mean(1), longitude: mean(0) };
    }),
  ];
}

function toldOf(first: PreparedRule, second: PreparedRule, example: RoutingFacts): Matched[] {
  const told = [first, second].flatMap(({ tests }) => tests.flatMap((test) => test.told(example)));
  return told.filter(
    ({ what, value }, at) => told.findIndex((other) => other.what === what && other.value === value) === at,
  );
}
