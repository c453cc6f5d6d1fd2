// What stands still, and who has how much in hand, as the API says it.
import { Type } from 'typebox';
import type { Static, TSchema } from 'typebox';
import { oneOf } from './rights.ts';

const closed = { additionalProperties: false };
const Id = Type.String({ pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' });
const orNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const Words = Type.Object({ tr: Type.String(), en: Type.String() });

export const FINDING_KINDS = [
  'decision-waits',
  'neighbours-complain',
  'holder-has-left',
  'citizen-waits',
  'in-nobodys-hands',
  'never-taken',
  'no-step',
] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

export const Finding = Type.Object({
  kind: oneOf(FINDING_KINDS),
  since: Type.String(),
  /** How many others complained since it was called done; 0 for the other kinds. */
  again: Type.Integer(),
  requestId: Id,
  shownNumber: Type.String(),
  /** Null: a restricted one, of which nothing is said outside its own page. */
  text: orNull(Type.String()),
  directorates: Type.Array(Type.String()),
});
export type Finding = Static<typeof Finding>;

export const Findings = Type.Object({
  rules: Type.Array(Type.Object({ kind: oneOf(FINDING_KINDS), name: Words, why: Words })),
  findings: Type.Array(Finding),
});
export type Findings = Static<typeof Findings>;

export const FindingDismissal = Type.Object(
  { requestId: Id, kind: oneOf(FINDING_KINDS), reason: Type.String({ minLength: 1, maxLength: 500 }) },
  closed,
);

export const Load = Type.Object({
  directorate: Type.String(),
  /** Null: handed to nobody yet. */
  person: orNull(Type.Object({ id: Id, name: Type.String(), away: Type.Boolean() })),
  open: Type.Integer(),
  overdue: Type.Integer(),
  /** Due within seven days, and not overdue. */
  soon: Type.Integer(),
  /** Given, and not accepted yet. */
  untaken: Type.Integer(),
  /** Planned jobs of the municipality's own, late or due within seven days; no requests. */
  planned: Type.Integer(),
});
export type Load = Static<typeof Load>;

export const Workload = Type.Object({ loads: Type.Array(Load) });
export type Workload = Static<typeof Workload>;
