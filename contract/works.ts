// Long works as the API says them: how far they are, and what became of each thing.
import { Type } from 'typebox';
import type { Static, TSchema } from 'typebox';

const orNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

export const WorkShown = Type.Object({
  id: Type.String(),
  /** Which work: 'bulk-act', 'list-export'. */
  kind: Type.String(),
  state: Type.Union([
    Type.Literal('queued'),
    Type.Literal('running'),
    Type.Literal('stopping'),
    Type.Literal('stopped'),
    Type.Literal('done'),
    Type.Literal('failed'),
  ]),
  total: orNull(Type.Integer()),
  done: Type.Integer(),
  refused: Type.Integer(),
  /** What there is so far; its shape is the kind's. */
  result: orNull(Type.Record(Type.String(), Type.Unknown())),
  askedAt: Type.String(),
  endedAt: orNull(Type.String()),
  /** Why it failed: a refusal's code, or the id under which the fault was logged. */
  failure: orNull(Type.String()),
  undoOf: orNull(Type.String()),
  undoneBy: orNull(Type.String()),
  may: Type.Object({ stop: Type.Boolean(), resume: Type.Boolean(), undo: Type.Boolean() }),
});
export type WorkShown = Static<typeof WorkShown>;

export const WorkItemShown = Type.Object({
  position: Type.Integer(),
  subject: Type.String(),
  state: Type.Union([Type.Literal('waiting'), Type.Literal('done'), Type.Literal('refused')]),
  refusal: orNull(Type.String()),
});
export type WorkItemShown = Static<typeof WorkItemShown>;

export const WorkItemsQuery = Type.Object(
  {
    state: Type.Optional(Type.Union([Type.Literal('waiting'), Type.Literal('done'), Type.Literal('refused')])),
    after: Type.Optional(Type.Integer({ minimum: 0 })),
  },
  { additionalProperties: false },
);
