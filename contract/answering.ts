// What a municipality may ask of the answers it gives: by topic, and for a whole directorate.
import { Type } from 'typebox';
import type { Static } from 'typebox';
import { oneOf } from './rights.ts';

/** Whose approval an answer needs before a citizen reads it. */
export const Approval = oneOf(['none', 'manager', 'deputy-mayor']);
export type Approval = Static<typeof Approval>;

export const Answering = Type.Object(
  {
    approval: Type.Optional(Approval),
    /** Whether "done" must be shown by a photo the citizen sees. */
    evidencePhoto: Type.Optional(oneOf(['none', 'advised', 'required'])),
    /** Calendar days a citizen has to answer a question of ours; left out: the municipality's. */
    askDays: Type.Optional(Type.Integer({ minimum: 1, maximum: 90 })),
  },
  { additionalProperties: false },
);
export type Answering = Static<typeof Answering>;
