/** What the address of the work list says: which requests, in what order, and how they are shown. Pure. */
import type { FilterQuery, ListSort, WorkListQuery } from '../../../../../contract/finding.ts';

/** Every facet the server knows; one it learns fails the build here, so that no view loses what the bar has never heard of. */
const KNOWN = {
  text: true,
  mine: true,
  citizen: true,
  directorate: true,
  units: true,
  people: true,
  due: true,
  within: true,
  states: true,
  kinds: true,
  topics: true,
  neighbourhoods: true,
  channels: true,
  outcomes: true,
  satisfaction: true,
  has: true,
  from: true,
  to: true,
  area: true,
  box: true,
  open: true,
} as const satisfies Record<keyof FilterQuery, true>;

export type Facet = keyof typeof KNOWN;
export const FACETS = Object.keys(KNOWN) as Facet[];

/** `columns`: which of them the rows show, in their order; `show`: 'map' or 'shade' instead of the list alone. */
export type ListFilter = Partial<Record<Facet | 'sort' | 'columns' | 'show', string>>;

const SHOWN = ['columns', 'show'] as const;
const NAMES = [...FACETS, 'sort', ...SHOWN] as const;

/** Only what belongs to the list; an address may carry more. */
export function filterFrom(search: Readonly<Record<string, unknown>>): ListFilter {
  const filter: ListFilter = {};
  for (const name of NAMES) {
    const value = search[name];
    if (typeof value === 'string' && value !== '') filter[name] = value;
  }
  return filter;
}

/** What the server is asked. In one order, so that the same filter is always the same cached list. */
export function queryOf(filter: ListFilter): WorkListQuery {
  return picked(filter, [...FACETS, 'sort']) as WorkListQuery;
}

/** The same without an order, which is no part of which requests are meant. */
export function narrowingOf(filter: ListFilter): FilterQuery {
  return picked(filter, FACETS) as FilterQuery;
}

/** What the address says after the question mark, again in one order: also how the list is shown. */
export function addressOf(filter: ListFilter): Record<string, string> {
  return picked(filter, NAMES);
}

function picked(filter: ListFilter, names: readonly (keyof ListFilter)[]): Record<string, string> {
  return Object.fromEntries(names.flatMap((name) => (filter[name] ? [[name, filter[name]]] : [])));
}

export function without(filter: ListFilter, ...facets: (keyof ListFilter)[]): ListFilter {
  return picked(
    filter,
    NAMES.filter((name) => !facets.includes(name)),
  );
}

/** Sets a facet, or takes it away when the value is empty. */
export function withFacet(filter: ListFilter, facet: keyof ListFilter, value: string): ListFilter {
  return value === '' ? without(filter, facet) : { ...filter, [facet]: value };
}

/** Nothing narrowed any more; how it is shown stays. */
export function cleared(filter: ListFilter): ListFilter {
  return without(filter, ...FACETS);
}

export function setFacets(filter: ListFilter): Facet[] {
  return FACETS.filter((facet) => filter[facet] !== undefined);
}

/** A value of codes: any of them, or, with `!` before them, none of them. */
export interface Codes {
  none: boolean;
  codes: string[];
}

export function codesOf(value: string | undefined): Codes {
  if (!value) return { none: false, codes: [] };
  const none = value.startsWith('!');
  return { none, codes: (none ? value.slice(1) : value).split(',').filter(Boolean) };
}

export const codesText = ({ none, codes }: Codes): string =>
  codes.length === 0 ? '' : `${none ? '!' : ''}${codes.join(',')}`;

/** The map of a list is the same list. */
export const sameFilter = (left: ListFilter, right: ListFilter): boolean =>
  JSON.stringify(addressOf(without(left, 'show'))) === JSON.stringify(addressOf(without(right, 'show')));

export interface Sorts {
  /** How the list stands. */
  now: ListSort;
  /** How it stands where the address says nothing. */
  usual: ListSort;
  offered: readonly ListSort[];
}

/** As the server sorts: ended requests have no clock to be sorted by, and only words are more or less meant. */
export function sortsOf({ sort, open, states, outcomes, satisfaction, text }: ListFilter): Sorts {
  const onlyOpen = open === undefined && !states && !outcomes && !satisfaction;
  const offered: ListSort[] = [...(text ? (['useful'] as const) : []), ...(onlyOpen ? (['due'] as const) : []), 'newest', 'oldest']; // prettier-ignore
  const [usual] = offered as [ListSort];
  return { offered, usual, now: offered.find((each) => each === sort) ?? (sort === 'due' ? 'newest' : usual) };
}

export const isByDue = (filter: ListFilter): boolean => sortsOf(filter).now === 'due';
