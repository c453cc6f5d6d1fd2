// Problems the house knows of before people complain, as the desk opens them and as whoever takes a call is shown them.
import { Type } from 'typebox';
import type { Static, TSchema } from 'typebox';
import { CLOSED_HOW } from './incidents.ts';
import { oneOf } from './rights.ts';

const orNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const Id = Type.String({ pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' });
const closed = { additionalProperties: false };

/** As much as an agent reads out in one breath. */
export const LONGEST_SAYING = 300;

const saying = {
  /** For colleagues. */
  title: Type.String({ maxLength: 120 }),
  topic: Type.String({ maxLength: 6 }),
  /** What citizens are told; without English, English readers are shown the Turkish text. */
  tr: Type.String({ maxLength: 5000 }),
  en: Type.String({ maxLength: 5000 }),
  /** Being in any of the three is enough; none of them is the whole municipality. */
  neighbourhoods: Type.Array(Type.Integer({ minimum: 1, maximum: 32_767 }), { maxItems: 200, uniqueItems: true }),
  areas: Type.Array(Type.String({ maxLength: 16 }), { maxItems: 50, uniqueItems: true }),
  point: orNull(
    Type.Object(
      {
        latitude: Type.Number({ minimum: 35, maximum: 43 }),
        longitude: Type.Number({ minimum: 25, maximum: 46 }),
        metres: Type.Integer({ minimum: 10, maximum: 20_000 }),
      },
      closed,
    ),
  ),
  /** Streets, or whatever people call the place. */
  whereabouts: Type.String({ maxLength: 160 }),
  /** As a clock in Istanbul shows it, '2026-11-27T18:00'; null: nobody can say yet. */
  expectedEnd: orNull(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}$' })),
  /** Who told us. */
  source: Type.String({ maxLength: 120 }),
};

export const NewKnownProblem = Type.Object(saying, closed);
export type NewKnownProblem = Static<typeof NewKnownProblem>;

const reason = Type.String({ minLength: 1, maxLength: 500 });
/** The one that was read. */
const version = Type.Integer({ minimum: 1 });

export const KnownProblemChange = Type.Object({ known: Type.Object({ ...saying, version }, closed), reason }, closed);
export type KnownProblemChange = Static<typeof KnownProblemChange>;

export const KnownProblemEnd = Type.Object({ version, reason }, closed);
export type KnownProblemEnd = Static<typeof KnownProblemEnd>;

/** Nobody's name is in it. */
export const KnownProblem = Type.Object({
  ...saying,
  id: Id,
  number: Type.Integer(),
  version: Type.Integer(),
  openedAt: Type.String(),
  /** It is offered to whoever asks. */
  inForce: Type.Boolean(),
  closedHow: orNull(oneOf(CLOSED_HOW)),
  /** The request on which the work is done; null: nobody has asked yet, or it is not the reader's to see. */
  lead: orNull(Type.Object({ id: Id, shownNumber: Type.String() })),
  /** How many asked about it and did not take it back. */
  people: Type.Integer(),
});
export type KnownProblem = Static<typeof KnownProblem>;

/** What is known so far of what a caller is about to report. */
export const KnownNearQuery = Type.Object(
  {
    topic: Type.Optional(Type.String({ maxLength: 6 })),
    neighbourhood: Type.Optional(Type.Integer({ minimum: 1, maximum: 32_767 })),
  },
  closed,
);
export type KnownNearQuery = Static<typeof KnownNearQuery>;

/** All that are offered now, the likeliest first. `no`: it is another matter, and stands here for whoever takes call after call about it. */
export const KnownNear = Type.Array(
  Type.Object({
    id: Id,
    number: Type.Integer(),
    title: Type.String(),
    topic: Type.String(),
    tr: Type.String(),
    en: Type.String(),
    whereabouts: Type.String(),
    expectedEnd: orNull(Type.String()),
    /** That hour has passed: it goes on, and no hour is said to callers. */
    overdue: Type.Boolean(),
    people: Type.Integer(),
    /** The only neighbourhood it is in, if there is just one. */
    neighbourhood: orNull(Type.Integer()),
    fit: oneOf(['same', 'maybe', 'no'] as const),
  }),
);
export type KnownNear = Static<typeof KnownNear>;
