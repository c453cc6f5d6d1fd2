/**
 * The filter as text that can be typed, copied and sent to a colleague: `müdürlük:fen mahalle:"Adem Yavuz",Çakmak süre<2g geliş:2026-02-01..2026-02-10 çukur`.
 * `!` before the first value: none of them. Read in both languages, whichever the reader's is. What is written is read back as the same filter. Pure.
 */
import type { Language } from '../../../../../text/language.ts';
import { fold } from '../../../../../text/turkish.ts';
import type { Choice, Choices, ChosenFacet } from './facet-words.ts';
import { codesOf, codesText, setFacets } from './list-filter.ts';
import type { Facet, ListFilter } from './list-filter.ts';

/** One word each: what stands before the colon. */
const WORDS: Readonly<Record<Facet, Readonly<Record<Language, string>>>> = {
  text: { tr: 'sözcük', en: 'words' },
  mine: { tr: 'bende', en: 'mine' },
  citizen: { tr: 'başvuran', en: 'citizen' },
  directorate: { tr: 'müdürlük', en: 'directorate' },
  units: { tr: 'birim', en: 'unit' },
  people: { tr: 'kimde', en: 'with' },
  due: { tr: 'süre', en: 'time' },
  within: { tr: 'süre', en: 'time' },
  states: { tr: 'durum', en: 'state' },
  kinds: { tr: 'tür', en: 'kind' },
  topics: { tr: 'konu', en: 'topic' },
  neighbourhoods: { tr: 'mahalle', en: 'neighbourhood' },
  channels: { tr: 'yol', en: 'channel' },
  outcomes: { tr: 'sonuç', en: 'outcome' },
  satisfaction: { tr: 'memnuniyet', en: 'satisfaction' },
  has: { tr: 'nitelik', en: 'trait' },
  from: { tr: 'geliş', en: 'received' },
  to: { tr: 'geliş', en: 'received' },
  area: { tr: 'alan', en: 'area' },
  box: { tr: 'harita', en: 'map' },
  open: { tr: 'kapsam', en: 'scope' },
};

export interface ReadText {
  filter: ListFilter;
  /** Parts nobody understood, as they were typed. */
  unknown: string[];
}

const PART = /[^\s"]*"[^"]*"(?:[^\s"]|"[^"]*")*|\S+/g;
const SAID = /^([^\s:<>"]+)([:<>])(.+)$/su;

/** Whether somebody writes a filter and not words to look for. */
export const isFilterText = (typed: string): boolean => (typed.match(PART) ?? []).some((part) => nameOf(part) !== null);

export function readFilterText(typed: string, choices: Choices): ReadText {
  const read: ReadText = { filter: {}, unknown: [] };
  const words: string[] = [];
  for (const part of typed.match(PART) ?? []) {
    const facet = nameOf(part);
    if (facet === null) words.push(part);
    else if (!takePart(read.filter, facet, { sign: SAID.exec(part)![2]!, said: SAID.exec(part)![3]!, choices }))
      read.unknown.push(part);
  }
  if (words.length > 0 && read.filter.text === undefined) read.filter.text = words.join(' ');
  return read;
}

function nameOf(part: string): Facet | null {
  const name = SAID.exec(part)?.[1];
  if (name === undefined) return null;
  const wanted = fold(name);
  const found = Object.entries(WORDS).find(([, { tr, en }]) => fold(tr) === wanted || en === wanted);
  return (found?.[0] as Facet | undefined) ?? null;
}

interface Said {
  sign: string;
  said: string;
  choices: Choices;
}

/** False: it says nothing that can be a filter. */
function takePart(filter: ListFilter, facet: Facet, { sign, said, choices }: Said): boolean {
  if (facet === 'due' || facet === 'within') return sign === '<' ? takeWithin(filter, said) : takeCodes(filter, 'due', said, choices); // prettier-ignore
  if (facet === 'from' || facet === 'to') return takeDays(filter, sign, unquoted(said));
  if (sign !== ':') return false;
  if (facet === 'text' || facet === 'citizen' || facet === 'area' || facet === 'box') {
    filter[facet] = unquoted(said);
    return true;
  }
  return takeCodes(filter, facet, said, choices);
}

const HOURS = new Set(['s', 'saat', 'h']);
const DAYS = new Set(['g', 'gun', 'd']);

function takeWithin(filter: ListFilter, said: string): boolean {
  const [, n, unit = ''] = /^(\d{1,3})(\p{L}+)$/u.exec(said) ?? [];
  if (n === undefined || !(HOURS.has(fold(unit)) || DAYS.has(fold(unit)))) return false;
  filter.within = `${Number(n)}${HOURS.has(fold(unit)) ? 'h' : 'd'}`;
  return true;
}

function takeDays(filter: ListFilter, sign: string, said: string): boolean {
  const [first, last = first] = said.split('..');
  const [from, to] = [dayIn(first), dayIn(last)];
  if (from === null || to === null) return false;
  if (sign !== '<' && from !== '') filter.from = from;
  if (sign !== '>' && to !== '') filter.to = to;
  return true;
}

/** '' : left open. Null: no day. */
function dayIn(said = ''): string | null {
  const [, day, month, year] = /^(\d\d)\.(\d\d)\.(\d{4})$/.exec(said) ?? [];
  if (day) return `${year}-${month}-${day}`;
  return said === '' || /^\d{4}-\d\d-\d\d$/.test(said) ? said : null;
}

function takeCodes(filter: ListFilter, facet: ChosenFacet, said: string, choices: Choices): boolean {
  const none = facet !== 'has' && said.startsWith('!');
  const values = (none ? said.slice(1) : said).match(/"[^"]*"|[^,]+/g) ?? [];
  const codes = values.map((value) => codeMeant(unquoted(value), choices[facet]));
  if (codes.length === 0 || codes.some((code) => code === null)) return false;
  filter[facet] = codesText({ none, codes: [...new Set(codes as string[])] });
  return true;
}

/** By code, by the whole name, by its beginning, by the beginning of a word in it. */
export function codeMeant(value: string, choices: readonly Choice[]): string | null {
  const wanted = fold(value);
  if (wanted === '') return null;
  const labels = choices.map((choice) => ({ ...choice, folded: fold(choice.label) }));
  const found =
    choices.find((choice) => fold(choice.value) === wanted) ??
    labels.find(({ folded }) => folded === wanted) ??
    labels.find(({ folded }) => folded.startsWith(wanted)) ??
    labels.find(({ folded }) => folded.split(/[\s,/-]+/).some((word) => word.startsWith(wanted)));
  return found?.value ?? null;
}

const unquoted = (value: string): string => value.replace(/^"(.*)"$/s, '$1');
const quoted = (value: string): string => (/[\s,"]/.test(value) ? `"${value.replaceAll('"', '')}"` : value);

/** How the filter is written; parts nothing can say are left to the address. */
export function writeFilterText(filter: ListFilter, choices: Choices, language: Language): string {
  const parts = setFacets(filter).flatMap((facet) => written(facet, filter, { choices, language }));
  return parts.join(' ');
}

function written(
  facet: Facet,
  filter: ListFilter,
  { choices, language }: { choices: Choices; language: Language },
): string[] {
  const value = filter[facet]!;
  const name = WORDS[facet][language];
  if (facet === 'text') return [`${name}:"${value.replaceAll('"', ' ').trim()}"`];
  if (facet === 'within') return [`${name}<${writtenWithin(value, language)}`];
  if (facet === 'from') return [`${name}:${filter.from}..${filter.to ?? ''}`];
  if (facet === 'to') return filter.from === undefined ? [`${name}:..${filter.to}`] : [];
  if (facet === 'citizen' || facet === 'area' || facet === 'box') return [`${name}:${value}`];
  const { none, codes } = facet === 'has' ? { none: false, codes: value.split(',') } : codesOf(value);
  return [`${name}:${none ? '!' : ''}${codes.map((code) => spoken(code, choices[facet])).join(',')}`];
}

function writtenWithin(value: string, language: Language): string {
  const unit = value.endsWith('h') ? { tr: 's', en: 'h' } : { tr: 'g', en: 'd' };
  return `${value.slice(0, -1)}${unit[language]}`;
}

/** The name where reading it gives the same code again, the code itself otherwise. */
function spoken(code: string, choices: readonly Choice[]): string {
  const label = choices.find(({ value }) => value === code)?.label ?? code;
  const isSafe = !label.startsWith('!') && !label.includes('"') && codeMeant(label, choices) === code;
  return isSafe ? quoted(label) : code;
}
