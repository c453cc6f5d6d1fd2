/** Why a case was found: where each typed word stands in it, as people will see it. Names, phones and addresses are named and not repeated. Pure. */
import type { WhyFound } from '../../../contract/finding.ts';
import { fold } from '../../../text/turkish.ts';
import type { ReadCase } from './found-case.ts';
import type { How, Match, Where } from './how-useful.ts';
import { worth } from './how-useful.ts';
import { stemOf } from './stem.ts';
import { emailTerm, phoneTerms, plainNumber } from './terms.ts';
import type { Meant } from './text-query.ts';
import type { Typed } from './typed.ts';

export interface Looked {
  typed: Typed;
  meant: ReadonlyMap<string, Meant>;
  /** Whether this reader reads inside this file, and may look for people here. */
  inside: boolean;
  person: boolean;
}

export interface Explained {
  why: WhyFound[];
  /** The best match of each typed word; of the number or the phone alone, where that is what was found. */
  matches: Match[];
}

/** Null: nothing this reader may be told of explains it. */
export function explain(found: ReadCase, looked: Looked): Explained | null {
  const special = specialMatch(found, looked);
  if (special) return { why: [special], matches: [special] };
  if (looked.typed.words.length === 0) return null;
  const fields = fieldsOf(found, looked).map((field) => ({ ...field, hits: hitsIn(field.text, looked) }));
  const best = looked.typed.words.map((_, place) => bestOf(fields, place));
  if (best.includes(undefined)) return null;
  const wheres = new Set(best.map((each) => each!.where));
  const shown = fields.filter(({ where, hits }) => wheres.has(where) && hits.length > 0);
  return { why: shown.map(shownField).slice(0, MOST_SHOWN), matches: best as Match[] };
}

const MOST_SHOWN = 3;

function specialMatch({ request }: ReadCase, { typed, person }: Looked): WhyFound | null {
  const { trackingNumber, externalNumber, contactPhone, contactEmail, identitySecret } = request;
  const say = (where: Where, how: How, snippet = ''): WhyFound => ({ where, how, snippet, marks: [] });
  const isMeant = typed.numbers.terms.some((term) => trackingNumber.startsWith(term.slice(2)));
  if (isMeant) {
    const isWhole = typed.numbers.terms.includes(`n:${trackingNumber}`);
    return say('number', typed.numbers.exact ? 'exact' : isWhole ? 'similar' : 'beginning');
  }
  if (externalNumber !== null && typed.external === `x:${plainNumber(externalNumber)}`)
    return say('external-number', 'exact', externalNumber);
  if (!person || identitySecret) return null;
  if (contactPhone !== null && phoneTerms(contactPhone).some((term) => typed.person.includes(term)))
    return say('phone', 'exact');
  return contactEmail !== null && typed.person.includes(emailTerm(contactEmail)) ? say('email', 'exact') : null;
}

interface Field {
  where: Where;
  text: string;
}

interface Hit {
  /** Which of the typed words. */
  word: number;
  how: How;
  from: number;
  to: number;
}

function fieldsOf(found: ReadCase, { inside, person }: Looked): Field[] {
  const { request, contents, topicName, neighbourhood, citizenName } = found;
  const { street, door, description, answers } = request;
  const place = [street, door, description, neighbourhood].filter(Boolean).join(', ');
  return [
    { where: 'text', text: request.text },
    ...answers.map(({ valueLabel }) => ({ where: 'text' as const, text: valueLabel })),
    { where: 'place', text: place },
    { where: 'topic', text: topicName ?? '' },
    ...(person && !request.identitySecret && citizenName !== null
      ? [{ where: 'name' as const, text: citizenName }]
      : []),
    ...(inside ? contents.answers.map((text) => ({ where: 'answer' as const, text })) : []),
    ...(inside ? contents.notes.map((text) => ({ where: 'note' as const, text })) : []),
  ];
}

const A_WORD = /\d+\s?\/\s?\d+|[\p{L}\p{M}\p{N}]+/gu;

function hitsIn(text: string, { typed, meant }: Looked): Hit[] {
  const hits: Hit[] = [];
  for (const { 0: written, index } of text.matchAll(A_WORD)) {
    const forms = read(written);
    typed.words.forEach((word, place) => {
      const how = howNear(word, forms, meant.get(word));
      if (how !== null) hits.push({ word: place, how, from: index, to: index + written.length });
    });
  }
  return hits;
}

interface Written {
  forms: readonly string[];
  stems: readonly string[];
}

const MOST_KNOWN = 20_000;
const known = new Map<string, Written>();

/** `8001/1` is also each of its parts. The same words stand in most texts, so what they are read as is kept. */
function read(written: string): Written {
  const before = known.get(written);
  if (before !== undefined) return before;
  const folded = fold(written).replace(/\s/g, '');
  const forms = folded.includes('/') ? [folded, ...folded.split('/')] : [folded];
  const made = { forms, stems: forms.map(stemOf) };
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(written, made);
  return made;
}

function howNear(word: string, { forms, stems }: Written, meant: Meant | undefined): How | null {
  if (forms.includes(word)) return 'exact';
  if (stems.includes(stemOf(word))) return 'form';
  const isOneOf = (others: readonly string[] | undefined) =>
    others?.some((each) => forms.includes(each) || stems.includes(stemOf(each))) ?? false;
  if (isOneOf(meant?.beginning)) return 'beginning';
  return isOneOf(meant?.similar) ? 'similar' : null;
}

function bestOf(fields: readonly (Field & { hits: Hit[] })[], word: number): Match | undefined {
  const matches = fields.flatMap(({ where, hits }) =>
    hits.filter((hit) => hit.word === word).map(({ how }) => ({ where, how })),
  );
  return matches.reduce<Match | undefined>(
    (best, each) => (best && worth(best) >= worth(each) ? best : each),
    undefined,
  );
}

const SNIPPET = 160;
const BEFORE = 40;

function shownField({ where, text, hits }: Field & { hits: Hit[] }): WhyFound {
  const order: readonly How[] = ['exact', 'form', 'beginning', 'similar'];
  const how = order.find((each) => hits.some((hit) => hit.how === each))!;
  if (where === 'name') return { where, how, snippet: '', marks: [] };
  const first = Math.min(...hits.map(({ from }) => from));
  const begin = text.length <= SNIPPET ? 0 : wordStart(text, Math.max(0, first - BEFORE));
  const snippet = text.slice(begin, begin + SNIPPET);
  const marks = hits
    .map(({ from, to }): [number, number] => [from - begin, to - begin])
    .filter(([from, to]) => from >= 0 && to <= snippet.length);
  return { where, how, snippet, marks: withoutTwice(marks) };
}

function wordStart(text: string, place: number): number {
  const blank = text.indexOf(' ', place);
  return place === 0 || blank < 0 ? place : blank + 1;
}

/** Two typed words may be the same written one. */
function withoutTwice(marks: [number, number][]): [number, number][] {
  return marks.filter(([from], place) => marks.findIndex((other) => other[0] === from) === place);
}
