/** Finds: a bounded number of the newest candidates, looked at closely, the most useful first. */
import type { WhyFound } from '../../../contract/finding.ts';
import { parseTrackingNumber } from '../../../text/tracking-number.ts';
import type { Db } from '../../kernel/db/database.ts';
import { isOpen, requestByTrackingNumber, withinSight } from '../requests/door.ts';
import { entriesByReceipt } from './entry-store.ts';
import type { Wanted } from './entry-store.ts';
import type { Explained } from './explain.ts';
import { explain } from './explain.ts';
import type { ReadCase } from './found-case.ts';
import { usefulness } from './how-useful.ts';
import { casesToRead } from './keep-entry.ts';
import type { Reader } from './reader.ts';
import type { Period } from './stretches.ts';
import { newestFirst } from './stretches.ts';
import type { TextQuery } from './text-query.ts';
import { asTyped } from './text-query.ts';

/** Counting ends here; what reaches it is said as "1.000+". */
export const MOST_COUNTED = 1_000;
/** So many are looked at closely, and no more: an order among thousands that nobody reads is not worth their waiting. */
const MOST_RANKED = 120;
const MOST_EXACT = 40;

export interface FoundOne {
  found: ReadCase;
  why: WhyFound[];
  explained: Explained;
}

export interface FoundMany {
  best: FoundOne[];
  /** As far as MOST_COUNTED. */
  total: number;
  /** Those that were not typed but looked for instead. */
  instead: string[];
}

export interface Search {
  reader: Reader;
  text: TextQuery;
  /** What else must hold: the filter of the list. */
  narrowed: Pick<Wanted, 'conditions'> & { parts: readonly string[]; period: Period; onlyOpen: boolean };
  now: Date;
}

/**
 * A whole tracking number names one request, and is looked up where that stands: the index has nothing to add. Null: what was typed is no
 * whole number, or not of a request this reader may find; it may still be a word then.
 */
export async function findByNumber(db: Db, reader: Reader, typed: string): Promise<FoundMany | null> {
  const number = parseTrackingNumber(typed);
  const request = number === null ? undefined : await requestByTrackingNumber(db, number);
  if (!request) return null;
  const best = await explainAll(db, { reader, text: asTyped(typed), ids: [request.id] });
  return best.length === 0 ? null : { best, total: best.length, instead: [] };
}

export async function find(db: Db, search: Search): Promise<FoundMany> {
  const { text, reader, narrowed, now } = search;
  if (text.all === null) return { best: [], total: 0, instead: [] };
  const take = (part: string, limit: number, within = narrowed.onlyOpen ? reader.open : reader.list) =>
    part === '' ? [] : newestOf(db, search, { part, limit, within });
  const all = await take(text.all, MOST_COUNTED);
  const candidates = [
    ...(await take(text.special, MOST_EXACT)),
    // Matches to the letter would drown among the other forms of a frequent word; so they are fetched for themselves.
    ...(all.length > MOST_RANKED ? await take(text.exact, MOST_EXACT, reader.open) : []),
    ...all.slice(0, MOST_RANKED),
  ];
  const explained = await explainAll(db, { reader, text, ids: [...new Set(candidates)] });
  const scored = explained.map((each) => {
    const { receivedAt, state } = each.found.request;
    return { each, points: usefulness(each.explained.matches, { open: isOpen(state), receivedAt, now }), receivedAt };
  });
  scored.sort((one, other) => other.points - one.points || other.receivedAt.getTime() - one.receivedAt.getTime());
  const best = scored.map(({ each }) => each);
  return { best, total: all.length, instead: insteadOf(text, best) };
}

async function newestOf(
  db: Db,
  { narrowed, now }: Search,
  { part, limit, within }: { part: string; limit: number; within: string },
): Promise<string[]> {
  const query = [within, ...narrowed.parts, `(${part})`].join(' & ');
  const found = await entriesByReceipt(
    db,
    { query, conditions: narrowed.conditions },
    { stretches: newestFirst(now, narrowed.period), limit, direction: 'newest' },
  );
  return found.map(({ id }) => id);
}

/** Only what the reader may be told of, each with why it was found. */
export async function explainAll(
  db: Db,
  { reader, text, ids }: { reader: Reader; text: Pick<TextQuery, 'typed' | 'meant'>; ids: readonly string[] },
): Promise<FoundOne[]> {
  const seen = await withinSight(db, ids, reader.sights);
  // Mostly the three reach as far, and then asking once is enough.
  const within = (part: string, sights: Reader['sights']) =>
    part === reader.list ? seen : withinSight(db, [...seen], sights);
  const inside = await within(reader.inside, reader.insideSights);
  const person = await within(reader.person, reader.personSights);
  const cases = await casesToRead(db, [...seen]);
  return cases.flatMap((found) => {
    const { id } = found.request;
    const looked = { typed: text.typed, meant: text.meant, inside: inside.has(id), person: person.has(id) };
    const explained = explain(found, looked);
    return explained === null ? [] : [{ found, why: explained.why, explained }];
  });
}

const MOST_INSTEAD = 3;

/** Taken from what was found, never from the vocabulary: that may know words of cases the reader does not. */
export function insteadOf(text: TextQuery, best: readonly FoundOne[]): string[] {
  const isTyped = best.some(({ explained }) => explained.matches.every(({ how }) => how !== 'similar'));
  if (isTyped) return [];
  const words = new Map<string, number>();
  for (const { why } of best) {
    for (const { how, snippet, marks } of why) {
      if (how !== 'similar') continue;
      for (const [from, to] of marks) words.set(snippet.slice(from, to), (words.get(snippet.slice(from, to)) ?? 0) + 1);
    }
  }
  return [...words].sort((one, other) => other[1] - one[1]).slice(0, MOST_INSTEAD).map(([word]) => word); // prettier-ignore
}
