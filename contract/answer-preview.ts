// How an answer or a question still being written will reach the citizen, by the same functions that send and show it.
import { Type } from 'typebox';
import type { Static, TSchema } from 'typebox';
import { oneOf } from './rights.ts';
import { AssignmentOutcome } from './endings.ts';

const orNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

export const PreviewAsked = Type.Object(
  {
    kind: oneOf(['final', 'interim', 'question']),
    /** Whose answer it is; null for a question. */
    assignmentId: orNull(Type.String()),
    text: Type.String({ maxLength: 20_000 }),
    /** Null unless it is a final answer. */
    outcome: orNull(AssignmentOutcome),
    forwardedTo: orNull(Type.String({ maxLength: 200 })),
    /** Why less is given than was asked: codes of the law's lists. */
    grounds: Type.Optional(Type.Array(Type.String({ maxLength: 20 }), { maxItems: 20 })),
  },
  { additionalProperties: false },
);
export type PreviewAsked = Static<typeof PreviewAsked>;

export const MessagePreview = Type.Object({
  channel: oneOf(['sms', 'email']),
  /** Masked; of a secret identity not at all. */
  address: Type.String(),
  subject: orNull(Type.String()),
  /** As it leaves the house, the key in the link left out: it opens the file without a password. */
  body: Type.String(),
  html: orNull(Type.String()),
  /** When it may leave: at night it waits for the morning. */
  notBefore: Type.String(),
  sms: orNull(Type.Object({ characters: Type.Integer(), segments: Type.Integer(), costKurus: Type.Number() })),
});
export type MessagePreview = Static<typeof MessagePreview>;

export const AnswerPreview = Type.Object({
  /** Null: no message goes out, and `notTold` says why. */
  message: orNull(MessagePreview),
  notTold: orNull(
    oneOf([
      'nobody-to-tell',
      'partner-tells',
      'duplicate-of-another',
      'danger-at-home',
      // An answer that does not end the request yet: the citizen reads it on the page, and is told at the end.
      'others-at-work',
    ]),
  ),
  /** The tracking page with it, as a document of its own. */
  page: Type.String(),
});
export type AnswerPreview = Static<typeof AnswerPreview>;
