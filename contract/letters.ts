// Official letters of answers.
import { Type } from 'typebox';
import type { Static } from 'typebox';

const closed = { additionalProperties: false } as const;

export const LetterShown = Type.Object({
  answerId: Type.String(),
  /** Where the signed original lies in the municipality's document system (EBYS). */
  ebysNumber: Type.Union([Type.String(), Type.Null()]),
  ebysDate: Type.Union([Type.String(), Type.Null()]),
});
export type LetterShown = Static<typeof LetterShown>;

export const EbysRecorded = Type.Object({ number: Type.String({ maxLength: 100 }), date: Type.String() }, closed);
export type EbysRecorded = Static<typeof EbysRecorded>;

export const LetterForThePost = Type.Object({ reason: Type.String({ maxLength: 500 }) }, closed);
