/** What somebody who begins to type a filter may mean: a facet, one of its values, a whole filter as text, or words to look for. Pure. */
import { fold } from '../../../../../text/turkish.ts';
import { chipText } from './facet-words.ts';
import type { ChipWords, ChosenFacet } from './facet-words.ts';
import { isFilterText, readFilterText } from './filter-text.ts';
import { codesOf, codesText, setFacets, withFacet } from './list-filter.ts';
import type { Facet, ListFilter } from './list-filter.ts';

export interface Suggestion {
  key: string;
  label: string;
  /** Opens this facet's own fields. */
  edit?: Facet;
  /** Takes effect at once. */
  next?: ListFilter;
}

/** In the order in which they are offered. What is set on the map alone cannot be typed. */
export const OFFERED: readonly Facet[] = [
  ...(['states', 'topics', 'neighbourhoods', 'directorate', 'units', 'people', 'due', 'within', 'from'] as const),
  ...(['channels', 'kinds', 'has', 'outcomes', 'satisfaction', 'text', 'mine', 'open'] as const),
];

const MOST_VALUES = 7;
/** One value at a time; a second one takes the place of the first. */
const ONE_ONLY: readonly Facet[] = ['due', 'mine', 'open', 'satisfaction'];

export function suggestionsFor(typed: string, filter: ListFilter, words: ChipWords, offered = OFFERED): Suggestion[] {
  const { say } = words;
  const wanted = fold(typed.trim());
  const facets = offered
    .map((facet) => ({ key: facet, label: say(`facet.${facet}`), edit: facet }))
    .filter(({ label }) => startsAWord(label, wanted));
  if (wanted === '') return facets;
  if (isFilterText(typed)) return written(typed, filter, words);
  const looked: Suggestion = { key: 'text', label: `${say('facet.text')}: ${typed.trim()}`, next: { ...filter, text: typed.trim() } }; // prettier-ignore
  return [...facets, ...valuesLike(wanted, filter, words, offered), looked];
}

function written(typed: string, filter: ListFilter, words: ChipWords): Suggestion[] {
  const read = readFilterText(typed, words.choices);
  if (read.unknown.length > 0 || setFacets(read.filter).length === 0) return [];
  const label = setFacets(read.filter)
    .filter((facet) => facet !== 'to' || read.filter.from === undefined)
    .map((facet) => chipText(facet, read.filter, words));
  return [{ key: 'written', label: label.join(' · '), next: { ...filter, ...read.filter } }];
}

function valuesLike(
  wanted: string,
  filter: ListFilter,
  { say, choices }: ChipWords,
  offered: readonly Facet[],
): Suggestion[] {
  const chosen = offered.filter((facet): facet is ChosenFacet => Object.hasOwn(choices, facet));
  const found = chosen.flatMap((facet) =>
    choices[facet]
      .filter(({ value, label }) => startsAWord(label, wanted) || fold(value) === wanted)
      .map(({ value, label }) => ({
        key: `${facet} ${value}`,
        label: `${say(`facet.${facet}`)}: ${label}`,
        next: withFacet(filter, facet, withValue(facet, filter[facet], value)),
      })),
  );
  return found.slice(0, MOST_VALUES);
}

function withValue(facet: Facet, before: string | undefined, value: string): string {
  if (ONE_ONLY.includes(facet) || before === undefined) return value;
  if (facet === 'has') return [...new Set([...before.split(','), value])].join(',');
  const { none, codes } = codesOf(before);
  return codesText({ none, codes: [...new Set([...codes, value])] });
}

const startsAWord = (label: string, wanted: string): boolean => {
  const folded = fold(label);
  return folded.startsWith(wanted) || folded.split(/[\s,/-]+/).some((word) => word.startsWith(wanted));
};
