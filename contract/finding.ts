// The work list, its counts and its search as the desk's API says them. Personal data arrives masked; nothing in these shapes holds it in the clear.
import { Type } from 'typebox';
import type { Static, TSchema } from 'typebox';
import { Outcome } from './endings.ts';
import { Names, RequestState } from './requests.ts';
import { oneOf } from './rights.ts';

const orNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const Id = Type.String({ pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' });
/** An instant in ISO 8601, UTC. */
const Instant = Type.String();
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
const closed = { additionalProperties: false };
/** Codes with commas between them: any of these. With `!` before them: none of these. */
const Codes = (maxLength: number) => Type.Optional(Type.String({ maxLength }));

/** What a case has or has not, as the facet `has` names it. */
export const FLAGS = [
  ...(['photo', 'danger', 'restricted', 'returned', 'reopened', 'stopped', 'nobody', 'triage'] as const),
  ...(['no-point'] as const),
] as const;
export type Flag = (typeof FLAGS)[number];

export const SORTS = ['due', 'newest', 'oldest', 'useful'] as const;
export type ListSort = (typeof SORTS)[number];

/** Everything that narrows the list; the list, its counts, its map and its export understand the same. */
export const filterFields = {
  directorate: Codes(200),
  units: Codes(300),
  /** Ids of staff, `me`. */
  people: Codes(800),
  states: Codes(200),
  kinds: Codes(200),
  topics: Codes(400),
  neighbourhoods: Codes(400),
  channels: Codes(200),
  outcomes: Codes(200),
  satisfaction: Codes(10),
  /** Flags that must be there; `!photo`: must not. */
  has: Codes(100),
  /** 'all' shows ended ones too; otherwise only open ones, unless a state, an outcome or the satisfaction is asked for. */
  open: Type.Optional(Type.Literal('all')),
  due: Type.Optional(oneOf(['overdue', 'today', 'week', 'none'] as const)),
  /** The clock ends within so many days or hours from now, or is over: `2d`, `36h`. */
  within: Type.Optional(Type.String({ pattern: '^\\d{1,3}[dh]$' })),
  /** Received on this day or later; on this day or earlier. Days in Istanbul. */
  from: Type.Optional(Day),
  to: Type.Optional(Day),
  /** Corners of a shape drawn on the map: `29.11,41.02;29.13,41.02;29.12,41.03`. */
  area: Type.Optional(Type.String({ maxLength: 1000 })),
  /** What a picture of the map holds: west, south, east, north in degrees. */
  box: Type.Optional(Type.String({ pattern: '^-?[\\d.]+(,-?[\\d.]+){3}$', maxLength: 120 })),
  /** Of one citizen; only for those who may find people. */
  citizen: Type.Optional(Id),
  mine: Type.Optional(Type.Literal('1')),
  text: Type.Optional(Type.String({ maxLength: 200 })),
};

/** What an address of the work list may say. */
export const WorkListQuery = Type.Object(
  {
    ...filterFields,
    /** `due` only while no ended ones are listed, `useful` only with `text`; otherwise the newest come first. */
    sort: Type.Optional(oneOf(SORTS)),
    /** Where the page before ended, as that page said in `next`. */
    after: Type.Optional(Type.String({ maxLength: 120 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  },
  closed,
);
export type WorkListQuery = Static<typeof WorkListQuery>;

export const FilterQuery = Type.Object(filterFields, closed);
export type FilterQuery = Static<typeof FilterQuery>;

export const WHERE_FOUND = [
  'number',
  'external-number',
  'phone',
  'email',
  'name',
  'text',
  'place',
  'topic',
  'answer',
  'note',
] as const;
export const HOW_FOUND = ['exact', 'form', 'beginning', 'similar'] as const;

/** Why a request was found. A name, a phone or an address is not repeated here. */
export const WhyFound = Type.Object({
  where: oneOf(WHERE_FOUND),
  /** As written; another form of the word; it begins so; a slip away. */
  how: oneOf(HOW_FOUND),
  snippet: Type.String(),
  /** Begin and end of each match in the snippet, in UTF-16 units. */
  marks: Type.Array(Type.Tuple([Type.Integer(), Type.Integer()])),
});
export type WhyFound = Static<typeof WhyFound>;

export const WorkListRow = Type.Object({
  id: Id,
  trackingNumber: Type.String(),
  /** Grouped for reading: 7K4M-P9TR-3HD. */
  shownNumber: Type.String(),
  text: Type.String(),
  kind: Type.String(),
  channel: Type.String(),
  state: RequestState,
  outcome: orNull(Outcome),
  topicCode: orNull(Type.String()),
  neighbourhoodId: orNull(Type.Integer()),
  street: orNull(Type.String()),
  danger: Type.Boolean(),
  restricted: Type.Boolean(),
  receivedAt: Instant,
  nextDueAt: orNull(Instant),
  nextDueKind: orNull(Type.String()),
  /** Where the clock counts business days: how many are left, below zero when it is over. */
  nextDueBusinessDays: orNull(Type.Integer()),
  promisedAt: orNull(Instant),
  concludedAt: orNull(Instant),
  directorates: Type.Array(Type.String()),
  assigneeIds: Type.Array(Type.String()),
  photos: Type.Integer(),
  /** How many others reported the same and follow this one. */
  members: Type.Integer(),
  /** Only where words were looked for. */
  found: Type.Optional(Type.Array(WhyFound)),
});
export type WorkListRow = Static<typeof WorkListRow>;

export const WorkListAnswer = Type.Object({
  rows: Type.Array(WorkListRow),
  next: orNull(Type.String()),
  names: Names,
  /** Nothing held the words as typed; these were looked for instead. */
  instead: Type.Array(Type.String()),
  /** The index is still being made: so many of the cases are in it. */
  preparing: orNull(Type.Object({ done: Type.Integer(), total: orNull(Type.Integer()) })),
  /** The server's now: a clock on a desk computer may be wrong. */
  now: Instant,
});
export type WorkListAnswer = Static<typeof WorkListAnswer>;

/** At most five seconds old. */
export const WorkListCounts = Type.Object({
  overdue: Type.Integer(),
  today: Type.Integer(),
  week: Type.Integer(),
  waiting: Type.Integer(),
  open: Type.Integer(),
  /** All that the filter lists, ended ones with them where it says so. */
  listed: Type.Integer(),
  /** Names of the numbers at which counting ended: said as "1.000+". */
  bounded: Type.Array(Type.String()),
});
export type WorkListCounts = Static<typeof WorkListCounts>;

export const SearchQuery = Type.Object({ q: Type.String({ maxLength: 200 }) }, closed);
export const SearchAnswer = Type.Object({
  requests: Type.Array(
    Type.Object({
      id: Id,
      shownNumber: Type.String(),
      text: Type.String(),
      state: RequestState,
      outcome: orNull(Outcome),
      receivedAt: Instant,
      found: Type.Array(WhyFound),
    }),
  ),
  /** Of all that was found, as far as `most`. */
  total: Type.Integer(),
  most: Type.Integer(),
  instead: Type.Array(Type.String()),
  /** Who is meant, as initials; only for those who may find people. */
  people: Type.Array(Type.Object({ id: Id, name: Type.String(), requests: Type.Integer() })),
  neighbourhoods: Type.Array(Type.Object({ id: Type.Integer(), name: Type.String() })),
});
export type SearchAnswer = Static<typeof SearchAnswer>;

export const MapQuery = Type.Object(
  {
    ...filterFields,
    /** How near: at 0 the earth is 256 pixels wide, each step doubles it. */
    zoom: Type.Optional(Type.Integer({ minimum: 6, maximum: 20 })),
  },
  closed,
);
export type MapQuery = Static<typeof MapQuery>;

/** The same filter, drawn. Every request that is drawn is also a row of the list. */
export const MapAnswer = Type.Object({
  heaps: Type.Array(
    Type.Object({ latitude: Type.Number(), longitude: Type.Number(), many: Type.Integer(), open: Type.Integer() }),
  ),
  pins: Type.Array(
    Type.Object({
      id: Id,
      latitude: Type.Number(),
      longitude: Type.Number(),
      state: RequestState,
      outcome: orNull(Outcome),
      text: Type.String(),
    }),
  ),
  /** How many of those drawn lie in each neighbourhood; null: nobody said in which. */
  neighbourhoods: Type.Array(Type.Object({ id: orNull(Type.Integer()), many: Type.Integer() })),
  /** All that were looked at, those without a point among them. */
  total: Type.Integer(),
  /**
   * Those that no picture can hold because they have no point. Of a picture, those of the whole filter, as far as 1000: what cannot be drawn must not be
   * lost by looking closer.
   */
  withoutPoint: Type.Integer(),
  /** Only the newest `total` were looked at; there are more. */
  more: Type.Boolean(),
});
export type MapAnswer = Static<typeof MapAnswer>;
