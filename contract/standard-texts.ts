// Standard texts for answers: by topic or group, outcome, kind and language, with fields from a closed list.
import { Type } from 'typebox';
import type { Static, TSchema } from 'typebox';
import { oneOf } from './rights.ts';
import { AssignmentOutcome } from './endings.ts';

const orNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const closed = { additionalProperties: false } as const;

/** What a text may mention. Where Turkish needs a case, the case is stored and has a field of its own. */
export const MERGE_FIELDS = [
  'number',
  'received',
  'today',
  'promise',
  'topic',
  'directorate',
  'directorate-dative',
  'neighbourhood',
  'neighbourhood-locative',
  'street',
  'body',
  'body-phone',
  'call-centre',
] as const;
export type MergeField = (typeof MERGE_FIELDS)[number];

const shape = {
  title: Type.String({ minLength: 1, maxLength: 120 }),
  topic: orNull(Type.String()),
  group: orNull(Type.String()),
  kind: orNull(Type.String()),
  outcome: orNull(Type.Union([AssignmentOutcome, Type.Literal('interim')])),
  language: oneOf(['tr', 'en']),
  body: Type.String({ minLength: 1, maxLength: 4000 }),
  /** Whose it is; null: the solution centre's. */
  directorate: orNull(Type.String()),
  active: Type.Boolean(),
  /** Only for requests that came in this season, in the place of the ordinary text of the same use; left out or null: always. */
  season: Type.Optional(orNull(Type.String({ maxLength: 30 }))),
};

export const StandardText = Type.Object({
  id: Type.String(),
  ...shape,
  version: Type.Integer(),
  uses: Type.Integer(),
});
export type StandardText = Static<typeof StandardText>;

export const StandardTextGiven = Type.Object(
  { ...shape, version: Type.Integer(), reason: Type.Optional(Type.String({ maxLength: 500 })) },
  closed,
);
export type StandardTextGiven = Static<typeof StandardTextGiven>;

export const TextProblem = Type.Object({
  problem: oneOf(['unknown-field', 'glued-before', 'suffix-glued', 'brace-open']),
  field: Type.String(),
  /** What was written around it. */
  written: Type.String(),
  /** The field that holds the form that was meant; null: word the sentence so that none is needed. */
  instead: orNull(Type.String()),
});
export type TextProblem = Static<typeof TextProblem>;

/** A text as it would stand in the answer to one request. */
export const StandardTextOffered = Type.Object({
  id: Type.String(),
  title: Type.String(),
  /** Null: a field has no value for this request. */
  text: orNull(Type.String()),
  missing: Type.Array(oneOf(MERGE_FIELDS)),
  uses: Type.Integer(),
});
export type StandardTextOffered = Static<typeof StandardTextOffered>;
