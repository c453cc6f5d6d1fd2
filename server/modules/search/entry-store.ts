/** Rows of search_entries: kept up, and read newest first, soonest first, or counted. What the terms of a query are, others decide. */
import type { RawBuilder } from 'kysely';
import type { Db } from '../../kernel/db/database.ts';
import { oneRow, rows, run, sql } from '../../kernel/db/database.ts';
import type { Stretch } from './stretches.ts';
import { yearOf } from './stretches.ts';

export interface Entry {
  requestId: string;
  receivedAt: Date;
  /** Null: the request has ended. */
  dueKey: Date | 'infinity' | null;
  latitude: number | null;
  longitude: number | null;
  neighbourhoodId: number | null;
  /** For an answer of the citizen. */
  waits: boolean;
  terms: readonly string[];
}

/** Writes the entries, or writes them anew. Left alone where nothing has changed: a look at a case costs the index nothing. */
export async function writeEntries(db: Db, entries: readonly Entry[], version: number): Promise<void> {
  const list = entries.map((entry) => ({ ...entry, year: yearOf(entry.receivedAt) }));
  await run(
    db,
    sql`insert into search_entries (request_id, year, received_at, due_key, latitude, longitude, neighbourhood_id, waits, terms, version)
        select e."requestId", e.year, e."receivedAt", e."dueKey", e.latitude, e.longitude, e."neighbourhoodId", e.waits,
               array_to_tsvector(array(select jsonb_array_elements_text(e.terms))), ${version}
        from jsonb_to_recordset(${JSON.stringify(list)}::jsonb)
          as e("requestId" uuid, year smallint, "receivedAt" timestamptz, "dueKey" timestamptz, latitude real, longitude real,
               "neighbourhoodId" smallint, waits boolean, terms jsonb)
        on conflict (request_id, year) do update
        set due_key = excluded.due_key, latitude = excluded.latitude, longitude = excluded.longitude,
            neighbourhood_id = excluded.neighbourhood_id, waits = excluded.waits, terms = excluded.terms, version = excluded.version
        where (search_entries.due_key, search_entries.latitude, search_entries.longitude, search_entries.neighbourhood_id,
               search_entries.waits, search_entries.terms, search_entries.version)
          is distinct from (excluded.due_key, excluded.latitude, excluded.longitude, excluded.neighbourhood_id, excluded.waits, excluded.terms, excluded.version)`,
  );
}

/** Of these, which have an entry that was made by this version. */
export async function entriesOfVersion(db: Db, ids: readonly string[], version: number): Promise<ReadonlySet<string>> {
  const found = await rows<{ id: string }>(
    db,
    sql`select request_id as id from search_entries where request_id = any(${ids}::uuid[]) and version = ${version}`,
  );
  return new Set(found.map(({ id }) => id));
}

/** What every reading is narrowed by: terms as tsquery text, and conditions on the row `e` that no term can say. */
export interface Wanted {
  query: string;
  conditions: readonly RawBuilder<boolean>[];
}

/**
 * The query as a value the planner does not know. Knowing it, it would guess how frequent the words are together, and now and then read a
 * million rows because it hoped to find enough of them soon.
 */
const matches = ({ query }: Wanted) => sql<boolean>`e.terms @@ (select ${query}::tsquery)`;
/** The same where the rows are walked along another index: said so that the planner takes every second row to match and begins to walk. */
const matchesOnTheWay = ({ query }: Wanted) => sql<boolean>`coalesce(e.terms @@ (select ${query}::tsquery), false)`;
const also = ({ conditions }: Wanted) =>
  conditions.length === 0 ? sql`` : sql`and ${sql.join([...conditions], sql` and `)}`;

export interface Found {
  id: string;
  receivedAt: Date;
}

export interface ReceiptPage {
  stretches: readonly Stretch[];
  limit: number;
  direction: 'newest' | 'oldest';
  /** Where the page before ended. */
  after?: Found | undefined;
}

/** The first ones in order of receipt. Stretch by stretch: later ones are not even looked at once enough is found. */
export function entriesByReceipt(db: Db, wanted: Wanted, page: ReceiptPage): Promise<Found[]> {
  const { stretches, limit, direction, after } = page;
  const order = direction === 'newest' ? sql`desc` : sql`asc`;
  const comparison = direction === 'newest' ? sql`<` : sql`>`;
  const beyond = after
    ? sql`and (e.received_at, e.request_id) ${comparison} (${after.receivedAt}::timestamptz, ${after.id}::uuid)`
    : sql``;
  return rows<Found>(
    db,
    sql`select f.id, f."receivedAt"
        from ${stretchRows(wanted, stretches)}
        cross join lateral (
          select e.request_id as id, e.received_at as "receivedAt" from search_entries e
          where e.year = s.year and e.terms @@ s.query::tsquery
            and (s."from" is null or e.received_at >= s."from") and (s.before is null or e.received_at < s.before)
            ${beyond} ${also(wanted)}
          order by e.received_at ${order}, e.request_id ${order} limit ${limit}) f
        limit ${limit}`,
  );
}

/** The stretches as rows `s`, each with its own query: `… cross join lateral (…) limit` reads no further than needed. */
function stretchRows(wanted: Wanted, stretches: readonly Stretch[]): RawBuilder<unknown> {
  return sql`unnest(${stretches.map(({ year }) => year)}::smallint[], ${stretches.map((each) => queryIn(wanted, each))}::text[],
                    ${stretches.map(({ from }) => from)}::timestamptz[], ${stretches.map(({ before }) => before)}::timestamptz[])
               as s(year, query, "from", before)`;
}

function queryIn({ query }: Wanted, { weeks }: Stretch): string {
  return weeks.length === 0 ? query : `(${query}) & (${weeks.map((week) => `'${week}'`).join('|')})`;
}

export interface DueRow {
  id: string;
  /** Null: no clock runs. */
  dueAt: Date | null;
}

export interface DuePage {
  limit: number;
  after?: DueRow | undefined;
}

const dueRow = sql.raw(`request_id as id, nullif(due_key, 'infinity') as "dueAt"`);

/**
 * Those with the soonest clock first, of the open ones. Undefined: there are more than `most` matches, and going through all of them to find
 * the first is the longer way.
 */
export async function soonestOfFew(
  db: Db,
  wanted: Wanted,
  { limit, after, most }: DuePage & { most: number },
): Promise<DueRow[] | undefined> {
  const found = await rows<DueRow & { many: number }>(
    db,
    sql`with found as materialized (
          select e.request_id, e.due_key from search_entries e
          where ${matches(wanted)} and e.due_key is not null ${also(wanted)} limit ${most + 1})
        select (select count(*) from found) as many, ${dueRow} from found
        where ${beyondDue(sql`found`, after)} order by due_key, request_id limit ${limit}`,
  );
  if (found[0] === undefined || found[0].many <= most) return found.map(({ id, dueAt }) => ({ id, dueAt }));
  return undefined;
}

/** The same along the clocks themselves: soon done where one row in a few matches. */
export function soonestOfMany(db: Db, wanted: Wanted, { limit, after }: DuePage): Promise<DueRow[]> {
  return rows<DueRow>(
    db,
    sql`select ${dueRow} from search_entries e
        where e.due_key is not null and ${matchesOnTheWay(wanted)} ${also(wanted)} and ${beyondDue(sql`e`, after)}
        order by e.due_key, e.request_id limit ${limit}`,
  );
}

function beyondDue(row: RawBuilder<unknown>, after: DueRow | undefined): RawBuilder<boolean> {
  if (!after) return sql`true`;
  const at = after.dueAt === null ? sql`'infinity'::timestamptz` : sql`${after.dueAt}::timestamptz`;
  return sql`(${row}.due_key, ${row}.request_id) > (${at}, ${after.id}::uuid)`;
}

export interface DueWindows {
  now: Date;
  endOfToday: Date;
  endOfWeek: Date;
}

export interface DueCounts {
  overdue: number;
  today: number;
  week: number;
  waiting: number;
  open: number;
}

/** Exact; undefined when there are more than `most` open ones. */
export async function countsOfFew(
  db: Db,
  wanted: Wanted,
  { now, endOfToday, endOfWeek, most }: DueWindows & { most: number },
): Promise<DueCounts | undefined> {
  const counts = await oneRow<DueCounts>(
    db,
    sql`select count(*) filter (where due_key < ${now}) as overdue,
               count(*) filter (where due_key >= ${now} and due_key < ${endOfToday}) as today,
               count(*) filter (where due_key >= ${endOfToday} and due_key < ${endOfWeek}) as week,
               count(*) filter (where waits) as waiting, count(*) as open
        from (select e.due_key, e.waits from search_entries e
              where ${matches(wanted)} and e.due_key is not null ${also(wanted)} limit ${most + 1}) as found`,
  );
  return counts.open > most ? undefined : counts;
}

/** How many, as far as `most`: along the clocks. */
export async function countDue(
  db: Db,
  wanted: Wanted,
  { from, before, most }: { from: Date | null; before: Date | null; most: number },
): Promise<number> {
  const lower = from ? sql`and e.due_key >= ${from}` : sql``;
  const upper = before ? sql`and e.due_key < ${before}` : sql``;
  const counted = await oneRow<{ n: number }>(
    db,
    sql`select count(*) as n from (
          select from search_entries e
          where e.due_key is not null and ${matchesOnTheWay(wanted)} ${lower} ${upper} ${also(wanted)}
          order by e.due_key limit ${most}) as found`,
  );
  return counted.n;
}

/** Every one of them, counted one by one: for the beginning of a long work, never for an answer somebody waits for. */
export async function countAll(db: Db, wanted: Wanted): Promise<number> {
  const counted = await oneRow<{ n: number }>(
    db,
    sql`select count(*) as n from search_entries e where ${matches(wanted)} ${also(wanted)}`,
  );
  return counted.n;
}

/** How many match, as far as `most`: stretch by stretch, and no further than needed. */
export async function countMatches(
  db: Db,
  wanted: Wanted,
  { stretches, most }: { stretches: readonly Stretch[]; most: number },
): Promise<number> {
  const counted = await oneRow<{ n: number }>(
    db,
    sql`select count(*) as n from (select from ${lateralEntries(wanted, stretches, sql`e.request_id`)} limit ${most}) as found`,
  );
  return counted.n;
}

/**
 * What matches in each stretch, in no order. Kept apart (`offset 0`): joined with the stretches, every row would be held against every one of
 * them.
 */
export function lateralEntries(
  wanted: Wanted,
  stretches: readonly Stretch[],
  columns: RawBuilder<unknown>,
): RawBuilder<unknown> {
  return sql`${stretchRows(wanted, stretches)}
             cross join lateral (
               select ${columns} from search_entries e
               where e.year = s.year and e.terms @@ s.query::tsquery
                 and (s."from" is null or e.received_at >= s."from") and (s.before is null or e.received_at < s.before)
                 ${also(wanted)}
               offset 0) f`;
}
