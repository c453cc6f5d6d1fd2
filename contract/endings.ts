// How requests and their parts end, and the answers that end them.
import { Type } from 'typebox';
import type { Static, TSchema } from 'typebox';

const orNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const Id = Type.String({ pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' });

export const AssignmentOutcome = Type.Union([
  Type.Literal('done'),
  Type.Literal('information-given'),
  Type.Literal('partly-granted'),
  Type.Literal('forwarded'),
  Type.Literal('refused'),
  Type.Literal('not-examined'),
  Type.Literal('information-missing'),
  Type.Literal('duplicate'),
]);
export type AssignmentOutcome = Static<typeof AssignmentOutcome>;

export const Outcome = Type.Union([AssignmentOutcome, Type.Literal('withdrawn')]);
export type Outcome = Static<typeof Outcome>;

/** A ground of the law's closed lists, with the article an answer cites. */
export const GroundShown = Type.Object({
  code: Type.String(),
  article: Type.String(),
  tr: Type.String(),
  en: Type.String(),
});
export type GroundShown = Static<typeof GroundShown>;

/** How a part of this request may end, and the grounds such an end may or must name. */
export const EndingShown = Type.Object({
  outcome: AssignmentOutcome,
  grounds: Type.Array(GroundShown),
  groundRequired: Type.Boolean(),
});
export type EndingShown = Static<typeof EndingShown>;

export const AnswerShown = Type.Object({
  id: Id,
  assignmentId: orNull(Type.String()),
  kind: Type.Union([Type.Literal('interim'), Type.Literal('final')]),
  text: Type.String(),
  outcome: orNull(Outcome),
  forwardedTo: orNull(Type.String()),
  /** Why less was given than asked, in the law's own order. */
  grounds: Type.Array(GroundShown),
  authorId: orNull(Type.String()),
  /** An instant in ISO 8601, UTC. */
  answeredAt: Type.String(),
});
export type AnswerShown = Static<typeof AnswerShown>;
