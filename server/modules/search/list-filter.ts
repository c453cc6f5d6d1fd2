/** What an address of the work list asks for, as terms of the index and conditions no term can say. Codes nobody knows are left out: old links stay good. */
import type { RawBuilder } from 'kysely';
import type { FilterQuery, Flag } from '../../../contract/finding.ts';
import { FLAGS } from '../../../contract/finding.ts';
import type { StaffActor } from '../../kernel/actor.ts';
import { sql } from '../../kernel/db/database.ts';
import { isId } from '../../kernel/ids.ts';
import { refuse } from '../../kernel/refusals.ts';
import { instantAt, istanbulDay, shiftDay } from '../calendar/door.ts';
import type { ValuedFacet } from './facets.ts';
import { VALUED, facetTerm, flagTerm, openTerm, weekOf, weekTerm } from './facets.ts';
import type { Box } from './spots.ts';
import { squaresIn } from './spots.ts';
import type { Period } from './stretches.ts';

export interface ListFilter {
  /** Parts of a tsquery; all of them must hold. */
  parts: readonly string[];
  /** The same of open cases alone. */
  openParts: readonly string[];
  conditions: readonly RawBuilder<boolean>[];
  period: Period;
  onlyOpen: boolean;
  text: string;
  /** Set: the reader must be one who may find people. */
  citizen: string | null;
}

export function listFilter(query: FilterQuery, actor: StaffActor, now: Date): ListFilter {
  const onlyOpen = query.open !== 'all' && !query.states && !query.outcomes && !query.satisfaction;
  const period = periodOf(query);
  const corners = cornersIn(query.area);
  const box = boxAround(corners, query.box);
  const partsSaid = (say: SayTerm) => [
    ...(Object.keys(VALUED) as ValuedFacet[]).flatMap((facet) =>
      valuedPart(facet, valueOf(query, facet), { actor, say }),
    ),
    ...flagParts(query.has, say),
    ...weekParts(period, now, say),
    ...(box === null ? [] : squareParts(box, say)),
  ];
  const openParts = partsSaid(openTerm);
  return {
    parts: onlyOpen ? openParts : partsSaid((term) => term),
    openParts,
    conditions: [
      ...periodConditions(period),
      ...dueConditions(query, now),
      ...(box === null ? [] : boxConditions(box)),
      ...areaConditions(corners),
    ],
    ...{ period, onlyOpen },
    text: query.text ?? '',
    citizen: query.citizen !== undefined && isId(query.citizen) ? query.citizen : null,
  };
}

export const quoted = (term: string): string => `'${term.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
export const anyOf = (terms: readonly string[]): string => `(${terms.map(quoted).join('|')})`;

function valueOf(query: FilterQuery, facet: ValuedFacet): string | undefined {
  if (facet === 'people' && query.mine === '1') return 'me';
  return query[facet];
}

const A_CODE = /^[A-Za-z0-9-]{1,40}$/;

/** How a term is written: of any case, or of an open one. */
type SayTerm = (term: string) => string;

function valuedPart(
  facet: ValuedFacet,
  value: string | undefined,
  { actor, say }: { actor: StaffActor; say: SayTerm },
): string[] {
  if (!value) return [];
  const none = value.startsWith('!');
  const codes = (none ? value.slice(1) : value).split(',').filter((code) => A_CODE.test(code));
  if (codes.length === 0) return [];
  const ids = codes.map((code) => (facet === 'people' && code === 'me' ? actor.id : code));
  const terms = anyOf(ids.map((id) => say(facetTerm(facet, id))));
  return [none ? `!${terms}` : terms];
}

function flagParts(has: string | undefined, say: SayTerm): string[] {
  return (has ?? '').split(',').flatMap((each) => {
    const none = each.startsWith('!');
    const flag = (none ? each.slice(1) : each) as Flag;
    if (!FLAGS.includes(flag)) return [];
    return [(none ? '!' : '') + quoted(say(flagTerm(flag)))];
  });
}

function periodOf({ from, to }: FilterQuery): Period {
  return {
    ...(from !== undefined && { from: startOf(from) }),
    ...(to !== undefined && { before: startOf(shiftDay(dayIn(to), 1)) }),
  };
}

const startOf = (day: string): Date => instantAt(dayIn(day), '00:00');

/** Refuses 'input-invalid' for a 31 February. */
function dayIn(day: string): string {
  const at = new Date(`${day}T12:00:00Z`);
  if (Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== day)
    throw refuse('input-invalid', { field: 'day' });
  return day;
}

/** A short period is also said in terms, so that the index need not give all that came before it. */
const MOST_WEEKS = 12;

function weekParts({ from, before }: Period, now: Date, say: SayTerm): string[] {
  if (!from || (before && before <= from)) return [];
  // One week more than there is: a clock may be a little fast.
  const [first, last] = [weekOf(from), before ? weekOf(before) : weekOf(now) + 1];
  if (last - first >= MOST_WEEKS) return [];
  return [anyOf(Array.from({ length: last - first + 1 }, (_, place) => say(weekTerm(first + place))))];
}

function periodConditions({ from, before }: Period): RawBuilder<boolean>[] {
  return [
    ...(from ? [sql<boolean>`e.received_at >= ${from}`] : []),
    ...(before ? [sql<boolean>`e.received_at < ${before}`] : []),
  ];
}

function dueConditions({ due, within }: FilterQuery, now: Date): RawBuilder<boolean>[] {
  const { endOfToday, endOfWeek } = nextMidnights(now);
  const conditions: RawBuilder<boolean>[] = [];
  if (due === 'overdue') conditions.push(sql`e.due_key < ${now}`);
  if (due === 'today') conditions.push(sql`e.due_key >= ${now} and e.due_key < ${endOfToday}`);
  if (due === 'week') conditions.push(sql`e.due_key >= ${endOfToday} and e.due_key < ${endOfWeek}`);
  if (due === 'none') conditions.push(sql`e.due_key = 'infinity'`);
  if (within !== undefined) {
    const hours = Number(within.slice(0, -1)) * (within.endsWith('d') ? 24 : 1);
    conditions.push(sql`e.due_key < ${new Date(now.getTime() + hours * 3_600_000)}`);
  }
  return conditions;
}

/** "Today" ends at midnight in Istanbul; "this week" is the six days after it. */
export function nextMidnights(now: Date): { endOfToday: Date; endOfWeek: Date } {
  const today = istanbulDay(now);
  return { endOfToday: instantAt(shiftDay(today, 1), '00:00'), endOfWeek: instantAt(shiftDay(today, 7), '00:00') };
}

type Corner = readonly [longitude: number, latitude: number];

const FEWEST_CORNERS = 3;

/** Refuses 'input-invalid' for what is no shape. */
function cornersIn(area: string | undefined): Corner[] {
  if (!area) return [];
  const corners = area.split(';').map((corner) => corner.split(',').map(Number));
  const isShape = corners.every(([x, y, ...rest]) => rest.length === 0 && Number.isFinite(x) && Number.isFinite(y));
  if (!isShape || corners.length < FEWEST_CORNERS) throw refuse('input-invalid', { field: 'area' });
  return corners as unknown as Corner[];
}

/** The shape's and the picture's, where both are asked for. Refuses 'input-invalid' for a box that holds nothing. */
function boxAround(corners: readonly Corner[], written: string | undefined): Box | null {
  const shape = corners.length === 0 ? null : around(corners);
  if (!written) return shape;
  const [west = NaN, south = NaN, east = NaN, north = NaN] = written.split(',').map(Number);
  if (!(west < east && south < north)) throw refuse('input-invalid', { field: 'box' });
  if (!shape) return { west, south, east, north };
  return {
    west: Math.max(west, shape.west),
    south: Math.max(south, shape.south),
    east: Math.min(east, shape.east),
    north: Math.min(north, shape.north),
  };
}

function around(corners: readonly Corner[]): Box {
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  return { west: Math.min(...xs), south: Math.min(...ys), east: Math.max(...xs), north: Math.max(...ys) };
}

/** A box that holds nothing has no squares, and a query must not become wider for it. */
function squareParts(box: Box, say: SayTerm): string[] {
  const squares = squaresIn(box);
  return squares === null || squares.length === 0 ? [] : [anyOf(squares.map(say))];
}

function boxConditions({ west, south, east, north }: Box): RawBuilder<boolean>[] {
  return [
    sql`e.longitude between ${west}::float8 and ${east}::float8`,
    sql`e.latitude between ${south}::float8 and ${north}::float8`,
  ];
}

function areaConditions(corners: readonly Corner[]): RawBuilder<boolean>[] {
  if (corners.length === 0) return [];
  const shape = `(${corners.map(([x, y]) => `(${x},${y})`).join(',')})`;
  return [sql`${shape}::polygon @> point(e.longitude, e.latitude)`];
}
