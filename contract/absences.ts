// Who is away, and who stands in, as the API says it; shared by the server and the browser.
import { Type } from 'typebox';
import type { Static } from 'typebox';

const closed = { additionalProperties: false };
const Id = Type.String({ pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' });
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
const orNull = <T extends typeof Id | ReturnType<typeof Type.String>>(schema: T) => Type.Union([schema, Type.Null()]);

/** Somebody one works with: enough to name them, to hand them work, or to ask them to stand in. */
export const Colleague = Type.Object({
  id: Id,
  name: Type.String(),
  roleName: Type.Object({ tr: Type.String(), en: Type.String() }),
  directorate: orNull(Type.String()),
  unit: orNull(Type.String()),
  /** Today: until which day they are away, and who does their work then; null: they are here. */
  away: Type.Union([Type.Object({ until: Day, standIn: orNull(Type.String()) }), Type.Null()]),
  /** Whether the reader may record that this person is away. */
  mayRecordAbsence: Type.Boolean(),
});
export type Colleague = Static<typeof Colleague>;

/** Both days are days away. */
export const NewAbsence = Type.Object({ staffId: Id, from: Day, to: Day, delegateId: orNull(Id) }, closed);
export type NewAbsence = Static<typeof NewAbsence>;

/** What the person who has just recorded it should know: the one standing in is away then too, or nobody stands in. */
export const AbsenceWarning = Type.Union([
  Type.Literal('delegate-away'),
  Type.Literal('no-delegate'),
  Type.Literal('circle'),
]);
export type AbsenceWarning = Static<typeof AbsenceWarning>;

export const Absence = Type.Object({
  id: Id,
  staffId: Id,
  name: Type.String(),
  directorate: orNull(Type.String()),
  from: Day,
  to: Day,
  delegateId: orNull(Id),
  delegateName: orNull(Type.String()),
  warning: Type.Union([AbsenceWarning, Type.Null()]),
  /** Whether the reader may end it. */
  mayEnd: Type.Boolean(),
});
export type Absence = Static<typeof Absence>;

/** A clock on a desk computer may be wrong: `today` is the house's. */
export const Absences = Type.Object({ today: Day, absences: Type.Array(Absence) });
export type Absences = Static<typeof Absences>;

/** The absences that touch these days; the reader's own, those of the own directorate, and all whose absences they may record. */
export const AbsenceQuery = Type.Object({ from: Day, to: Day }, closed);
