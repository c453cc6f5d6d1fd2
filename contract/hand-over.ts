// What somebody who leaves or moves has in hand, and to whom it goes, as the API says it.
import { Type } from 'typebox';
import type { Static, TSchema } from 'typebox';
import { oneOf } from './rights.ts';

const closed = { additionalProperties: false };
const Id = Type.String({ pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' });
const orNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

/**
 * part: an open part of a request · draft: of an answer, in this person's hands · stand-in: somebody's absence in which this person stands in ·
 * notice: told and not read yet · view: a saved view of the work list.
 */
export const THINGS_IN_HAND = ['part', 'draft', 'stand-in', 'notice', 'view'] as const;
export type ThingInHand = (typeof THINGS_IN_HAND)[number];

const Counts = Type.Object(
  Object.fromEntries(THINGS_IN_HAND.map((kind) => [kind, Type.Integer()])) as Record<
    ThingInHand,
    ReturnType<typeof Type.Integer>
  >,
);
export type InHandCounts = Static<typeof Counts>;

/** Somebody who could go on with it, with how much they have already. */
export const Taker = Type.Object({
  id: Id,
  name: Type.String(),
  directorate: orNull(Type.String()),
  unit: orNull(Type.String()),
  open: Type.Integer(),
  away: Type.Boolean(),
});
export type Taker = Static<typeof Taker>;

export const InHand = Type.Object({
  person: Type.Object({
    id: Id,
    name: Type.String(),
    directorate: orNull(Type.String()),
    unit: orNull(Type.String()),
    active: Type.Boolean(),
    version: Type.Integer(),
  }),
  counts: Counts,
  /** Those of its requests that the reader may see; restricted ones without their words. */
  parts: Type.Array(
    Type.Object({
      requestId: Id,
      shownNumber: Type.String(),
      text: orNull(Type.String()),
      dueAt: orNull(Type.String()),
      directorates: Type.Array(Type.String()),
    }),
  ),
  takers: Type.Array(Taker),
  /** The last hand-over of this person's work that the reader asked for. */
  work: orNull(Id),
  mayClose: Type.Boolean(),
});
export type InHand = Static<typeof InHand>;

/** Nobody: back to units and directorates. One: all to them. Several: evenly, by what each has in hand. */
const people = Type.Array(Id, { maxItems: 100, uniqueItems: true });

export const HandOverPlan = Type.Object({ people }, closed);

/** Why a part goes where it goes. */
export const TAKEN_BECAUSE = [
  'chosen',
  'least-in-hand',
  'nobody-chosen',
  'other-directorate',
  'kept-from-them',
] as const;
export type TakenBecause = (typeof TAKEN_BECAUSE)[number];

export const HandOverPreview = Type.Object({
  /** How many parts go to whom; null: to the unit or directorate that has them. */
  parts: Type.Array(Type.Object({ to: orNull(Id), because: oneOf(TAKEN_BECAUSE), count: Type.Integer() })),
  /** Who gets what is not about a part handed to somebody: views, posts to stand in for, what was told. */
  rest: orNull(Type.Object({ id: Id, name: Type.String() })),
});
export type HandOverPreview = Static<typeof HandOverPreview>;

export const NewHandOver = Type.Object(
  {
    people,
    why: Type.String({ maxLength: 500 }),
    /** Closes the account in the same step; the version that was read. */
    close: Type.Optional(Type.Integer()),
  },
  closed,
);

export const HandOverAsked = Type.Object({ work: Id, total: Type.Integer() });
export type HandOverAsked = Static<typeof HandOverAsked>;
