import { Type } from 'typebox';
import type { Static } from 'typebox';
import { oneOf } from './rights.ts';

/** A message as staff see it: the address masked, every attempt named. */
export const MessageView = Type.Object({
  id: Type.String(),
  requestId: Type.Union([Type.String(), Type.Null()]),
  textKey: Type.String(),
  channel: Type.Union([Type.Literal('sms'), Type.Literal('email')]),
  /** Masked on the server. */
  address: Type.String(),
  subject: Type.Union([Type.String(), Type.Null()]),
  body: Type.String(),
  state: Type.String(),
  createdAt: Type.String(),
  notBefore: Type.String(),
  acceptedAt: Type.Union([Type.String(), Type.Null()]),
  endedAt: Type.Union([Type.String(), Type.Null()]),
  attempts: Type.Integer(),
  segments: Type.Union([Type.Integer(), Type.Null()]),
  costKurus: Type.Union([Type.Integer(), Type.Null()]),
  lastCode: Type.Union([Type.String(), Type.Null()]),
  tries: Type.Array(
    Type.Object({
      at: Type.String(),
      provider: Type.String(),
      what: Type.String(),
      result: Type.String(),
      code: Type.Union([Type.String(), Type.Null()]),
    }),
  ),
});
export type MessageView = Static<typeof MessageView>;

export const MessagePage = Type.Object({
  messages: Type.Array(MessageView),
  /** Give it back as `after` for the next page; null at the end. */
  next: Type.Union([Type.String(), Type.Null()]),
  waiting: Type.Integer(),
  dead: Type.Integer(),
});
export type MessagePage = Static<typeof MessagePage>;

export const TextView = Type.Object({
  key: Type.String(),
  channel: Type.Union([Type.Literal('sms'), Type.Literal('email')]),
  language: Type.Union([Type.Literal('tr'), Type.Literal('en')]),
  subject: Type.Union([Type.String(), Type.Null()]),
  body: Type.String(),
  version: Type.Integer(),
});
export type TextView = Static<typeof TextView>;

/** A text somebody is still writing. */
export const TextTried = Type.Object(
  {
    /** Which text it is: one about no request has other fields. Left out: one about a request. */
    key: Type.Optional(Type.String({ maxLength: 60 })),
    channel: Type.Union([Type.Literal('sms'), Type.Literal('email')]),
    language: Type.Union([Type.Literal('tr'), Type.Literal('en')]),
    subject: Type.Union([Type.String({ maxLength: 200 }), Type.Null()]),
    body: Type.String({ maxLength: 5000 }),
    /** Codes of the topics it is sent for, where it is not sent for all: an SMS must not say which. */
    topics: Type.Optional(Type.Array(Type.String({ maxLength: 10 }), { maxItems: 300 })),
  },
  { additionalProperties: false },
);
export type TextTried = Static<typeof TextTried>;

/** How that text would arrive, with invented values in its fields; and what it would cost. */
export const TextTrial = Type.Object({
  subject: Type.Union([Type.String(), Type.Null()]),
  body: Type.String(),
  problems: Type.Array(
    Type.Object({
      problem: oneOf([
        ...(['empty', 'too-long', 'unknown-field', 'suffix-glued', 'glued-before', 'brace-open'] as const),
        ...(['number-missing', 'link-missing', 'topic-named'] as const),
      ]),
      field: Type.Optional(Type.String()),
    }),
  ),
  /** Null for e-mail. */
  sms: Type.Union([
    Type.Object({
      characters: Type.Integer(),
      segments: Type.Integer(),
      left: Type.Integer(),
      costKurus: Type.Number(),
      tooLong: Type.Boolean(),
    }),
    Type.Null(),
  ]),
});
export type TextTrial = Static<typeof TextTrial>;
