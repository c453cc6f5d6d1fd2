/** The filter as chips: which parts of it are one chip, and what each says. Pure. */
import type { Language } from '../../../../../text/language.ts';
import { formatTableDate } from '../../../../../text/format.ts';
import type { Say } from '../../kit/texts.ts';
import type { filterTexts } from './filter-texts.ts';
import { codesOf, setFacets } from './list-filter.ts';
import type { Facet, ListFilter } from './list-filter.ts';

export interface Choice {
  value: string;
  label: string;
}

/** Facets whose values are chosen from a list. */
export type ChosenFacet = Exclude<Facet, 'text' | 'citizen' | 'within' | 'from' | 'to' | 'area' | 'box'>;
export type Choices = Readonly<Record<ChosenFacet, readonly Choice[]>>;

/** A chip is named by its first facet; the days of receipt are one. */
export const coveredBy = (chip: Facet): Facet[] => (chip === 'from' ? ['from', 'to'] : [chip]);

export function chipsOf(filter: ListFilter): Facet[] {
  return setFacets(filter).flatMap((facet): Facet[] => {
    if (facet !== 'to') return [facet];
    return filter.from === undefined ? ['from'] : [];
  });
}

export interface ChipWords {
  say: Say<typeof filterTexts.tr>;
  choices: Choices;
  language: Language;
}

/** "Mahalle: Atatürk, Çakmak". */
export function chipText(chip: Facet, filter: ListFilter, words: ChipWords): string {
  const { say } = words;
  const name = say(`facet.${chip}`);
  const isNot = isChosen(chip, words.choices) && chip !== 'has' && codesOf(filter[chip]).none;
  return `${isNot ? say('none', { facet: name }) : name}: ${valueText(chip, filter, words)}`;
}

const isChosen = (facet: Facet, choices: Choices): facet is ChosenFacet => Object.hasOwn(choices, facet);

const MOST_NAMED = 2;

function valueText(chip: Facet, filter: ListFilter, { say, choices, language }: ChipWords): string {
  const value = filter[chip] ?? '';
  if (chip === 'text') return value;
  if (chip === 'citizen' || chip === 'area' || chip === 'box') return say(chip);
  if (chip === 'within') return say(value.endsWith('h') ? 'within.h' : 'within.d', { n: value.slice(0, -1) });
  if (chip === 'from' || chip === 'to') return daysText(filter, say, language);
  // A mark is wanted or not wanted each for itself; elsewhere the sign stands for all of them.
  const codes = chip === 'has' ? value.split(',') : codesOf(value).codes;
  if (codes.length > MOST_NAMED) return say('many', { n: codes.length });
  return codes.map((code) => choices[chip].find((choice) => choice.value === code)?.label ?? code).join(', ');
}

function daysText({ from, to }: ListFilter, say: ChipWords['say'], language: Language): string {
  const day = (given: string) => (/^\d{4}-\d\d-\d\d$/.test(given) ? formatTableDate(given, language) : given);
  if (from && to) return from === to ? day(from) : say('between', { from: day(from), to: day(to) });
  return from ? say('since', { day: day(from) }) : say('until', { day: day(to ?? '') });
}
