/**
 * What a rule asks, as a set of possible requests: one part for each thing a request has. Made for telling whether one rule leaves anything to
 * another. Where a set cannot be known exactly (shapes on the map, words) it is taken larger than it is, so that nothing is ever said to be
 * covered that is not. Pure.
 */
import { words } from '../../../text/turkish.ts';
import { choicesOf } from '../catalogue/door.ts';
import type { References } from './references.ts';
import { topicsOf } from './references.ts';
import type { Rule, RuleWhen } from './rule.ts';

/** A part with a known list of values. */
type Values = ReadonlySet<string>;

export interface WhenSet {
  /** Topic, road, channel, kind, danger, weekday, hours, and one for each question: the values it may have. */
  values: ReadonlyMap<string, Values>;
  place: { neighbourhoods: Values; shapes: Values };
  /** Days from, to; both included. */
  dates: readonly (readonly [string, string])[];
  /** Any of these phrases, each all its words; null: whatever was written. */
  phrases: readonly (readonly string[])[] | null;
}

const NONE = '–';
const FIRST_DAY = '0000-01-01';
const LAST_DAY = '9999-12-31';

/** Everything the parts may be; the same for all rules that are compared. */
export function universeOf(rules: readonly Rule[], known: References): WhenSet {
  const active = [...known.topics.values()].filter((topic) => topic.active);
  const values = new Map<string, Values>([
    ['topic', new Set([NONE, ...active.map(({ code }) => code)])],
    ['road', new Set(['district', 'metropolitan', 'unknown'])],
    ['channel', new Set(known.channels)],
    ['kind', new Set(known.kinds)],
    ['danger', new Set(['yes', 'no'])],
    ['weekday', new Set(['1', '2', '3', '4', '5', '6', '7'])],
    ['hours', new Set(['office', 'outside-office'])],
  ]);
  for (const { question } of rules.flatMap(({ when }) => when.answers ?? [])) {
    const asked = active.flatMap(({ questions }) => questions.filter(({ id }) => id === question));
    const offered = asked.flatMap((each) => choicesOf(each) ?? []).map(({ value }) => value);
    values.set(`answer ${question}`, new Set([NONE, ...offered]));
  }
  const shaped = [...known.areas.values()].filter(({ active: isActive, shape }) => isActive && shape !== null);
  return {
    values,
    place: {
      neighbourhoods: new Set([NONE, ...[...known.neighbourhoods.keys()].map(String)]),
      shapes: new Set(shaped.map(({ code }) => code)),
    },
    dates: [[FIRST_DAY, LAST_DAY]],
    phrases: null,
  };
}

/** What this rule asks, inside the universe. */
export function setOf(when: RuleWhen, universe: WhenSet, known: References): WhenSet {
  const values = new Map(universe.values);
  const only = (part: string, list: readonly string[] | undefined) => {
    if (list !== undefined && list.length > 0)
      values.set(part, intersection(universe.values.get(part)!, new Set(list)));
  };
  only(
    'topic',
    topicsOf(when, known)?.map(({ code }) => code),
  );
  only('road', when.road);
  only('channel', when.channels);
  only('kind', when.kinds);
  only('weekday', when.weekdays?.map(String));
  only('hours', when.hours && [when.hours]);
  only('danger', when.danger === undefined ? undefined : [when.danger ? 'yes' : 'no']);
  for (const { question, values: list } of when.answers ?? []) only(`answer ${question}`, list);
  return {
    values,
    place: placeOf(when, universe, known),
    dates: when.dates === undefined ? universe.dates : [[when.dates.from ?? FIRST_DAY, when.dates.to ?? LAST_DAY]],
    phrases: when.words === undefined ? null : when.words.map((phrase) => words(phrase)),
  };
}

function placeOf(
  { neighbourhoods = [], areas = [] }: RuleWhen,
  universe: WhenSet,
  known: References,
): WhenSet['place'] {
  if (neighbourhoods.length === 0 && areas.length === 0) return universe.place;
  const found = areas.flatMap((code) => known.areas.get(code) ?? []);
  return {
    neighbourhoods: new Set([...neighbourhoods, ...found.flatMap((area) => area.neighbourhoods)].map(String)),
    shapes: new Set(found.filter(({ shape }) => shape !== null).map(({ code }) => code)),
  };
}

export function isEmpty({ values, place, dates, phrases }: WhenSet): boolean {
  return (
    [...values.values()].some((part) => part.size === 0) ||
    (place.neighbourhoods.size === 0 && place.shapes.size === 0) ||
    dates.every(([from, to]) => from > to) ||
    phrases?.length === 0
  );
}

/** Whether everything in `inner` is surely in `outer` too. */
export function holds(outer: WhenSet, inner: WhenSet): boolean {
  return minus(inner, outer).length === 0;
}

/** What of `whole` may lie outside `taken`. Empty: nothing does, for certain. */
export function minus(whole: WhenSet, taken: WhenSet): WhenSet[] {
  const left: WhenSet[] = [];
  let rest = whole;
  const keep = (outside: WhenSet) => {
    if (!isEmpty(outside)) left.push(outside);
  };
  for (const [part, own] of whole.values) {
    const theirs = taken.values.get(part)!;
    keep({ ...rest, values: new Map(rest.values).set(part, difference(own, theirs)) });
    rest = { ...rest, values: new Map(rest.values).set(part, intersection(own, theirs)) };
    if (isEmpty(rest)) return [whole];
  }
  keep({ ...rest, dates: datesOutside(rest.dates, taken.dates) });
  keep({
    ...rest,
    place: {
      neighbourhoods: difference(rest.place.neighbourhoods, taken.place.neighbourhoods),
      shapes: difference(rest.place.shapes, taken.place.shapes),
    },
  });
  if (taken.phrases !== null && !isImplied(rest.phrases, taken.phrases)) keep(rest);
  return left;
}

/** Whether each phrase asked for here holds all words of some phrase asked for there, written alike: of likenesses one cannot be sure. */
function isImplied(inner: WhenSet['phrases'], outer: readonly (readonly string[])[]): boolean {
  if (inner === null) return false;
  return inner.every((phrase) => outer.some((wanted) => wanted.every((word) => phrase.includes(word))));
}

export function intersection(left: Values, right: Values): Values {
  return new Set([...left].filter((value) => right.has(value)));
}

function difference(left: Values, right: Values): Values {
  return new Set([...left].filter((value) => !right.has(value)));
}

function datesOutside(dates: WhenSet['dates'], taken: WhenSet['dates']): WhenSet['dates'] {
  return taken.reduce<WhenSet['dates']>(
    (left, [from, to]) =>
      left.flatMap(([first, last]) =>
        [
          [first, last < dayBefore(from) ? last : dayBefore(from)] as const,
          [first > dayAfter(to) ? first : dayAfter(to), last] as const,
        ].filter(([begin, end]) => begin <= end),
      ),
    dates,
  );
}

function dayBefore(day: string): string {
  return day === FIRST_DAY ? '' : shifted(day, -1);
}

function dayAfter(day: string): string {
  return day === LAST_DAY ? '~' : shifted(day, 1);
}

function shifted(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
