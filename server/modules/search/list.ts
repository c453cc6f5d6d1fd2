/** The work list and its counts: a filter inside what the reader may see, in the order asked for, a page at a time. */
import type { FilterQuery, ListSort } from '../../../contract/finding.ts';
import type { StaffActor } from '../../kernel/actor.ts';
import type { Db } from '../../kernel/db/database.ts';
import { sql } from '../../kernel/db/database.ts';
import { isId } from '../../kernel/ids.ts';
import { refuse } from '../../kernel/refusals.ts';
import type { Sight } from '../requests/door.ts';
import type { Wanted } from './entry-store.ts';
import { entriesByReceipt, soonestOfFew, soonestOfMany } from './entry-store.ts';
import { find } from './find.ts';
import type { ListFilter } from './list-filter.ts';
import { listFilter, quoted } from './list-filter.ts';
import { knownAsMany, noteAsMany } from './many.ts';
import type { Reader } from './reader.ts';
import { marksPart, readerOf } from './reader.ts';
import { newestFirst, oldestFirst } from './stretches.ts';
import type { TextQuery } from './text-query.ts';
import { textQuery } from './text-query.ts';

/** A filter with all that has been found out about it: ready to be read, counted, drawn or exported. */
export interface OpenList {
  reader: Reader;
  filter: ListFilter;
  /** Null: no words are looked for. */
  text: TextQuery | null;
  /** Null: nothing can match. */
  wanted: Wanted | null;
  /** The same of open cases alone. */
  open: Wanted | null;
  now: Date;
}

/** Refuses 'not-allowed' for those who read no lists, and for those who ask for a citizen's without the right to find people. */
export async function openList(
  db: Db,
  actor: StaffActor,
  { query, now }: { query: FilterQuery; now: Date },
): Promise<OpenList> {
  const reader = readerOf(actor);
  const filter = listFilter(query, actor, now);
  const text = filter.text.trim() === '' ? null : await textQuery(db, reader, { text: filter.text, now });
  if (filter.citizen !== null && reader.person === '') throw refuse('not-allowed');
  const isEmpty = text !== null && text.all === null;
  const wantedWith = (marks: string, parts: readonly string[]): Wanted | null =>
    isEmpty
      ? null
      : {
          conditions: filter.conditions,
          query: [
            marks,
            ...parts,
            ...(filter.citizen === null ? [] : [reader.person, quoted(`z:${filter.citizen}`)]),
            ...(text === null ? [] : [`(${text.all})`]),
          ].join(' & '),
        };
  const open = wantedWith(reader.open, filter.openParts);
  return { reader, filter, text, now, open, wanted: filter.onlyOpen ? open : wantedWith(reader.list, filter.parts) };
}

/** The same list inside another right as well, and without what came after that instant. */
export function narrowed(list: OpenList, { sights, until }: { sights: readonly Sight[]; until: Date }): OpenList {
  const marks = marksPart(sights);
  if (list.wanted === null || marks === '') return { ...list, wanted: null, open: null };
  const { query, conditions } = list.wanted;
  const { period } = list.filter;
  const end = new Date(until.getTime() + 1);
  const before = period.before && period.before < end ? period.before : end;
  return {
    ...list,
    filter: { ...list.filter, period: { ...period, before } },
    wanted: { query: `${marks} & ${query}`, conditions: [...conditions, sql<boolean>`e.received_at < ${before}`] },
  };
}

export interface PageAsked {
  sort?: ListSort | undefined;
  after?: string | undefined;
  limit: number;
}

export interface ListPage {
  ids: string[];
  /** Where the next page begins; null: there is none. */
  next: string | null;
}

/** Beyond so many matches the first ones are found faster along the clocks than by sorting what matches. */
const MOST_SORTED = 12_000;

export async function listPage(db: Db, list: OpenList, { sort, after, limit }: PageAsked): Promise<ListPage> {
  if (list.wanted === null) return { ids: [], next: null };
  const order = orderOf(list, sort);
  if (order === 'useful') return usefulPage(db, list, limit);
  const begin = after === undefined ? undefined : readKey(after);
  const asked = { limit: limit + 1, after: begin };
  const rows = order === 'due' ? await byDue(db, list.wanted, asked) : await byReceipt(db, list, { ...asked, order });
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { ids: shown.map(({ id }) => id), next: rows.length > limit && last ? keyOf(last) : null };
}

/** Ended requests have no clock to be sorted by. */
function orderOf({ filter, text }: OpenList, sort: ListSort | undefined): ListSort {
  if (sort === 'useful' || sort === undefined) return text ? 'useful' : filter.onlyOpen ? 'due' : 'newest';
  return sort === 'due' && !filter.onlyOpen ? 'newest' : sort;
}

/** One page and no more: behind it stands what is hardly meant. */
async function usefulPage(db: Db, { reader, filter, text, now }: OpenList, limit: number): Promise<ListPage> {
  const found = await find(db, { reader, text: text!, narrowed: filter, now });
  return { ids: found.best.slice(0, limit).map((each) => each.found.request.id), next: null };
}

interface Key {
  at: Date | null;
  id: string;
}

interface Asked {
  limit: number;
  after: Key | undefined;
}

async function byDue(db: Db, wanted: Wanted, { limit, after }: Asked): Promise<Key[]> {
  const page = { limit, after: after && { id: after.id, dueAt: after.at } };
  const few = knownAsMany(db, wanted) ? undefined : await soonestOfFew(db, wanted, { ...page, most: MOST_SORTED });
  if (few === undefined) noteAsMany(db, wanted);
  const rows = few ?? (await soonestOfMany(db, wanted, page));
  return rows.map(({ id, dueAt }) => ({ id, at: dueAt }));
}

async function byReceipt(
  db: Db,
  { filter, wanted, now }: OpenList,
  { limit, after, order }: Asked & { order: 'newest' | 'oldest' },
): Promise<Key[]> {
  const begin = after && after.at !== null ? { id: after.id, receivedAt: after.at } : undefined;
  const period = periodBeyond(filter, begin?.receivedAt, order);
  const stretches = order === 'newest' ? newestFirst(now, period) : oldestFirst(now, period);
  const rows = await entriesByReceipt(db, wanted!, { stretches, limit, direction: order, after: begin });
  return rows.map(({ id, receivedAt }) => ({ id, at: receivedAt }));
}

/** Stretches before the place where the last page ended need not be read again. */
function periodBeyond({ period }: ListFilter, at: Date | undefined, order: 'newest' | 'oldest') {
  if (at === undefined) return period;
  if (order === 'newest') return { ...period, before: earlier(new Date(at.getTime() + 1), period.before) };
  return { ...period, from: period.from && period.from > at ? period.from : at };
}

const earlier = (one: Date, other: Date | undefined): Date => (other && other < one ? other : one);

/** Where a page ended: the sort key and the id of its last row. Nothing secret, so it is not sealed. */
function keyOf({ at, id }: Key): string {
  return `${at === null ? 'none' : at.getTime()}_${id}`;
}

function readKey(written: string): Key {
  const [at = '', id = ''] = written.split('_');
  const instant = at === 'none' ? null : new Date(Number(at));
  if (!isId(id) || at === '' || (instant !== null && Number.isNaN(instant.getTime())))
    throw refuse('input-invalid', { field: 'after' });
  return { at: instant, id };
}
