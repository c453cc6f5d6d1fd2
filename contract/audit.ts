// The audit as its screen shows it: who did or looked at what, when and why, and how the chain over it stands.
import { Type } from 'typebox';
import type { Static, TSchema } from 'typebox';

const orNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const Words = Type.Object({ tr: Type.String(), en: Type.String() });
const closed = { additionalProperties: false } as const;

const filter = {
  /** Id of a staff member, or `system`: the house itself. */
  who: Type.Optional(Type.String({ maxLength: 40 })),
  act: Type.Optional(Type.String({ maxLength: 60 })),
  /** All acts of one sort. */
  sort: Type.Optional(
    Type.Union([Type.Literal('read'), Type.Literal('change'), Type.Literal('access'), Type.Literal('chain')]),
  ),
  /** What it was done to: a tracking number in any grouping, a user name, an id or a code. */
  about: Type.Optional(Type.String({ maxLength: 80 })),
  /** Days in Istanbul, YYYY-MM-DD, both included. */
  from: Type.Optional(Type.String({ maxLength: 10 })),
  to: Type.Optional(Type.String({ maxLength: 10 })),
  /** Words of the reason. */
  words: Type.Optional(Type.String({ maxLength: 100 })),
};

export const AuditQuery = Type.Object({ ...filter, after: Type.Optional(Type.String({ maxLength: 80 })) }, closed);
export type AuditQuery = Static<typeof AuditQuery>;

export const AuditExport = Type.Object({ ...filter, reason: Type.String({ minLength: 3, maxLength: 300 }) }, closed);
export type AuditExport = Static<typeof AuditExport>;

export const AuditEntryShown = Type.Object({
  id: Type.Integer(),
  at: Type.String(),
  /** `name`: null for a citizen, and for the house itself, whose part stands in `part`. */
  who: Type.Object({
    kind: Type.Union([Type.Literal('staff'), Type.Literal('citizen'), Type.Literal('system')]),
    id: orNull(Type.String()),
    name: orNull(Type.String()),
    part: orNull(Type.String()),
  }),
  act: Type.String(),
  actWords: Words,
  subjectKind: Type.String(),
  subjectWords: Words,
  subjectId: orNull(Type.String()),
  /** How people call it: a tracking number, a name, a code. */
  subjectName: orNull(Type.String()),
  reason: orNull(Type.String()),
  /** True: there was a reason, and it was forgotten. */
  reasonForgotten: Type.Boolean(),
  detail: Type.Record(Type.String(), Type.Unknown()),
  /** Its place in the chain; null: not sealed yet. */
  seq: orNull(Type.Integer()),
});
export type AuditEntryShown = Static<typeof AuditEntryShown>;

export const AuditPage = Type.Object({ entries: Type.Array(AuditEntryShown), next: orNull(Type.String()) });
export type AuditPage = Static<typeof AuditPage>;

const Fault = Type.Object({ seq: Type.Integer(), problem: Type.String() });

export const AuditState = Type.Object({
  links: Type.Integer(),
  sealedAt: orNull(Type.String()),
  waiting: Type.Integer(),
  anchored: orNull(Type.Object({ at: Type.String(), seq: Type.Integer() })),
  verified: orNull(
    Type.Object({
      at: Type.String(),
      seq: Type.Integer(),
      sound: Type.Boolean(),
      firstFault: orNull(Fault),
    }),
  ),
  acts: Type.Array(Type.Object({ code: Type.String(), sort: Type.String(), words: Words })),
  people: Type.Array(Type.Object({ id: Type.String(), name: Type.String(), active: Type.Boolean() })),
});
export type AuditState = Static<typeof AuditState>;
