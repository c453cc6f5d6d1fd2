/** The filter of the work list as its address says it, and as the chips of a sentence. Pure. */
import type { WorkListQuery } from '../../../../../contract/finding.ts';

export const FACETS = [
  'text',
  'mine',
  'directorate',
  'due',
  'states',
  'topics',
  'neighbourhoods',
  'channels',
  'open',
] as const;
export type Facet = (typeof FACETS)[number];

export type ListFilter = Partial<Record<Facet | 'sort', string>>;

/** Only what belongs to the list; an address may carry more. */
export function filterFrom(search: Readonly<Record<string, unknown>>): ListFilter {
  const filter: ListFilter = {};
  for (const name of [...FACETS, 'sort'] as const) {
    const value = search[name];
    if (typeof value === 'string' && value !== '') filter[name] = value;
  }
  return filter;
}

/** In one order, so that the same filter is always the same address and the same cached list. */
export function queryOf(filter: ListFilter): WorkListQuery {
  const names = [...FACETS, 'sort'] as const;
  return Object.fromEntries(names.flatMap((name) => (filter[name] ? [[name, filter[name]]] : []))) as WorkListQuery;
}

export function without(filter: ListFilter, facet: Facet): ListFilter {
  const { [facet]: _, ...rest } = filter;
  return rest;
}

/** Sets a facet, or takes it away when the value is empty. */
export function withFacet(filter: ListFilter, facet: Facet | 'sort', value: string): ListFilter {
  if (value === '') return facet === 'sort' ? { ...filter, sort: undefined } : without(filter, facet);
  return { ...filter, [facet]: value };
}

export function setFacets(filter: ListFilter): Facet[] {
  return FACETS.filter((facet) => filter[facet] !== undefined);
}

export const codesOf = (value: string | undefined): string[] => (value ? value.split(',') : []);

export const sameFilter = (left: ListFilter, right: ListFilter): boolean =>
  JSON.stringify(queryOf(left)) === JSON.stringify(queryOf(right));
