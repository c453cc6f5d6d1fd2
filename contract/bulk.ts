// One act on many requests, as the desk asks for it. Rights are asked of each request when its turn comes.
import { Type } from 'typebox';
import type { Static } from 'typebox';
import { FilterQuery } from './finding.ts';

const Id = Type.String({ pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' });
const closed = { additionalProperties: false };
const sentence = Type.String({ maxLength: 4000 });
const code = Type.String({ maxLength: 12 });

/** More than a person can mean at once; narrow the filter. */
export const MOST_AT_ONCE = 10_000;
/** Chosen one by one; what is more is asked for by its filter. */
export const MOST_CHOSEN = 1_000;

/** None of these sends anything to a citizen. */
export const BULK_ACTS = ['assign', 'accept', 'hand', 'note', 'topic', 'merge', 'release'] as const;
export type BulkActName = (typeof BULK_ACTS)[number];

export const BulkAct = Type.Union([
  Type.Object({ act: Type.Literal('assign'), directorate: code, why: sentence }, closed),
  Type.Object({ act: Type.Literal('accept') }, closed),
  Type.Object(
    {
      act: Type.Literal('hand'),
      unit: Type.Union([code, Type.Null()]),
      person: Type.Union([Id, Type.Null()]),
      why: Type.Optional(sentence),
    },
    closed,
  ),
  Type.Object({ act: Type.Literal('note'), text: sentence }, closed),
  Type.Object({ act: Type.Literal('topic'), topic: code, why: sentence }, closed),
  Type.Object({ act: Type.Literal('merge'), into: Id, why: sentence }, closed),
  Type.Object({ act: Type.Literal('release'), why: sentence }, closed),
]);
export type BulkAct = Static<typeof BulkAct>;

/** Which: those chosen, or all that the filter lists at this moment. */
export const BulkRows = Type.Union([
  Type.Object({ ids: Type.Array(Id, { minItems: 1, maxItems: MOST_CHOSEN, uniqueItems: true }) }, closed),
  Type.Object({ filter: FilterQuery }, closed),
]);
export type BulkRows = Static<typeof BulkRows>;

export const NewBulkAct = Type.Object({ rows: BulkRows, act: BulkAct }, closed);
export type NewBulkAct = Static<typeof NewBulkAct>;

/** The long work that does it. */
export const BulkActAsked = Type.Object({ work: Type.String(), total: Type.Integer() });
export type BulkActAsked = Static<typeof BulkActAsked>;
