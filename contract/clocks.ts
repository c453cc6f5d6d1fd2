// The clocks of a request as the desk's API says them, and why each is due on its day.
import { Type } from 'typebox';
import type { Static } from 'typebox';

const InstantOrNull = Type.Union([Type.String(), Type.Null()]);

export const ClockShown = Type.Object({
  id: Type.String(),
  purpose: Type.Union([
    Type.Literal('first-response'),
    Type.Literal('conclusion'),
    Type.Literal('statutory'),
    Type.Literal('partner'),
  ]),
  /** Law and article in force when it started: '3071 m.7'. */
  legalBasis: Type.String(),
  /** `30 gün`, `15 iş günü`. */
  period: Type.String(),
  startedAt: Type.String(),
  dueAt: Type.String(),
  endedAt: InstantOrNull,
  endReason: Type.Union([Type.Literal('met'), Type.Literal('withdrawn'), Type.Literal('cancelled'), Type.Null()]),
});
export type ClockShown = Static<typeof ClockShown>;

export const ClockExplained = Type.Object({
  headline: Type.String(),
  rules: Type.Array(Type.String()),
  days: Type.Array(
    Type.Object({
      day: Type.String(),
      counted: Type.Union([Type.Number(), Type.Null()]),
      date: Type.String(),
      sentence: Type.String(),
    }),
  ),
  dueAt: Type.String(),
  warnings: Type.Array(Type.String()),
  silence: Type.Union([Type.String(), Type.Null()]),
});
export type ClockExplained = Static<typeof ClockExplained>;

export const ClockLanguage = Type.Object(
  { language: Type.Union([Type.Literal('tr'), Type.Literal('en')]) },
  { additionalProperties: false },
);
