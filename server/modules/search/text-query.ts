/**
 * From what was typed to a query of the index: as written and in other forms first; only when the reader finds nothing so, what it may have begun
 * or been mistyped from. Whether there is something is asked within what this reader may see, so that nothing else can be told from it.
 */
import type { Db } from '../../kernel/db/database.ts';
import { countMatches } from './entry-store.ts';
import { anyOf, quoted } from './list-filter.ts';
import { SHORTEST_WITH_SLIPS, likelyMeant } from './near-words.ts';
import type { Reader } from './reader.ts';
import { stemOf } from './stem.ts';
import { newestFirst } from './stretches.ts';
import type { Typed } from './typed.ts';
import { readTyped } from './typed.ts';
import { wordsBeginning, wordsNear } from './word-store.ts';

export interface TextQuery {
  typed: Typed;
  /** Parts of a tsquery, the strictest first; '' where there is nothing of the kind. */
  special: string;
  exact: string;
  /** What the list is narrowed to. Null: nothing can be found. */
  all: string | null;
  /** Other words each typed one was taken for, by the typed one. */
  meant: ReadonlyMap<string, Meant>;
}

export interface Meant {
  beginning: readonly string[];
  similar: readonly string[];
}

/** So many alternatives for one word; the index looks each of them up. */
const MOST_ALTERNATIVES = 64;
/** With fewer than these as typed, words that merely begin so are offered as well. */
const ENOUGH = 20;
const SHORTEST_BEGINNING = 3;

export async function textQuery(
  db: Db,
  reader: Reader,
  { text, now }: { text: string; now: Date },
): Promise<TextQuery> {
  const { typed, meant: plain } = asTyped(text);
  const special = specialPart(reader, typed);
  const exact = all(typed.words.map((word) => alternatives(reader, [`=${word}`], [], [`@${word}`])));
  const forms = formsPart(reader, typed.words, plain);
  const found = { typed, special, exact, meant: plain };
  const written = either(special, forms);
  const stretches = newestFirst(now, {});
  const has = (query: string, most: number) =>
    query === '' ? 0 : countMatches(db, within(reader, query), { stretches, most });
  const many = await has(written, ENOUGH);
  if (many >= ENOUGH || typed.words.length === 0) return { ...found, all: written || null };
  const begun = await whatMayBeMeant(db, reader, typed.words, { slips: false });
  const wider = either(special, formsPart(reader, typed.words, begun));
  if (many > 0 || (await has(wider, 1)) > 0) return { ...found, meant: begun, all: wider || null };
  const meant = await whatMayBeMeant(db, reader, typed.words, { slips: true });
  return { ...found, meant, all: formsPart(reader, typed.words, meant) || null };
}

/** Read as it stands: no word is taken for another. */
export function asTyped(text: string): Pick<TextQuery, 'typed' | 'meant'> {
  const typed = readTyped(text);
  return { typed, meant: new Map(typed.words.map((word) => [word, NOTHING_ELSE])) };
}

const NOTHING_ELSE: Meant = { beginning: [], similar: [] };
const within = ({ list }: Reader, query: string) => ({ query: `${list} & (${query})`, conditions: [] });
const all = (parts: readonly string[]): string => (parts.includes('') ? '' : parts.join(' & '));
const either = (...parts: string[]): string => parts.filter((part) => part !== '').map((part) => `(${part})`).join(' | '); // prettier-ignore

function specialPart(reader: Reader, { numbers, external, person }: Typed): string {
  return either(
    numbers.terms.length === 0 ? '' : anyOf(numbers.terms),
    external === null ? '' : quoted(external),
    person.length === 0 || reader.person === '' ? '' : `${reader.person} & ${anyOf(person)}`,
  );
}

function formsPart(reader: Reader, words: readonly string[], meant: ReadonlyMap<string, Meant>): string {
  return all(
    words.map((word) => {
      const { beginning, similar } = meant.get(word)!;
      const stems = [...new Set([word, ...beginning, ...similar].map(stemOf))];
      return alternatives(
        reader,
        stems.map((stem) => `~${stem}`),
        stems.map((stem) => `+${stem}`),
        [word, ...beginning, ...similar].map((each) => `@${each}`),
      );
    }),
  );
}

/** One word: anywhere the reader may read it. */
function alternatives(
  { list, inside, person }: Reader,
  outsideTerms: readonly string[],
  insideTerms: readonly string[],
  personTerms: readonly string[],
): string {
  const open = [...outsideTerms, ...(inside === list ? insideTerms : []), ...(person === list ? personTerms : [])];
  const parts = [anyOf(open)];
  if (inside !== list && inside !== '' && insideTerms.length > 0) parts.push(`(${inside} & ${anyOf(insideTerms)})`);
  if (person !== list && person !== '' && personTerms.length > 0) parts.push(`(${person} & ${anyOf(personTerms)})`);
  return `(${parts.join(' | ')})`;
}

async function whatMayBeMeant(
  db: Db,
  reader: Reader,
  words: readonly string[],
  { slips }: { slips: boolean },
): Promise<Map<string, Meant>> {
  const meant = new Map<string, Meant>();
  for (const word of words) {
    const isWord = !/\d/.test(word);
    const kinds = reader.person === '' ? (['word'] as const) : (['word', 'name'] as const);
    let [beginning, similar]: [string[], string[]] = [[], []];
    for (const kind of kinds) {
      // The last word may be half typed; where nothing else was found, any may be a fragment (`emi yılm`).
      if (isWord && (slips || word === words.at(-1)) && word.length >= SHORTEST_BEGINNING)
        beginning = [...beginning, ...(await wordsBeginning(db, kind, word, MOST_ALTERNATIVES))];
      if (slips && isWord && word.length >= SHORTEST_WITH_SLIPS)
        similar = [...similar, ...likelyMeant(word, await wordsNear(db, kind, word), MOST_ALTERNATIVES)];
    }
    meant.set(word, { beginning: beginning.filter((each) => each !== word), similar });
  }
  return meant;
}
