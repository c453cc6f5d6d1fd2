// What the desk sends to act on a service request, and what comes back.
import { Type } from 'typebox';
import type { Static, TSchema } from 'typebox';
import { AssignmentOutcome } from './endings.ts';
import { RequestKind } from './requests.ts';

const Id = Type.String({ pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' });
/** Id of the last history line the person had on the screen; another one meanwhile is answered 'changed-meanwhile'. */
const Seen = Type.Optional(Type.Integer({ minimum: 0 }));
const closed = { additionalProperties: false };
const orNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

export const ById = Type.Object({ id: Id }, closed);

export const RevealField = Type.Union([
  Type.Literal('phone'),
  Type.Literal('email'),
  Type.Literal('name'),
  Type.Literal('national-id'),
]);
export type RevealField = Static<typeof RevealField>;

const sentence = Type.String({ maxLength: 4000 });
// Long texts are let in and refused by the action, which says by how many characters.
const longText = Type.String({ maxLength: 200_000 });

/** Of one part; counted in business days from the day it is given. */
export const OwnPeriod = Type.Object(
  { amount: Type.Integer({ minimum: 1, maximum: 365 }), unit: Type.Literal('business-days') },
  closed,
);

export const NewAssignment = Type.Object(
  {
    directorate: Type.String({ maxLength: 5 }),
    unit: Type.Optional(Type.String({ maxLength: 20 })),
    /** A job of its own: what it is, and by when; without a period the topic's own standard holds. */
    job: Type.Optional(
      Type.Object({ topic: orNull(Type.String({ maxLength: 12 })), period: orNull(OwnPeriod) }, closed),
    ),
    why: sentence,
    seen: Seen,
  },
  closed,
);
export type NewAssignment = Static<typeof NewAssignment>;
export const NewHands = Type.Object(
  {
    unit: Type.Union([Type.String({ maxLength: 12 }), Type.Null()]),
    person: Type.Union([Id, Type.Null()]),
    why: Type.Optional(sentence),
    seen: Seen,
  },
  closed,
);
export type NewHands = Static<typeof NewHands>;
export const SeenOnly = Type.Object({ seen: Seen }, closed);
export const WithReason = Type.Object({ reason: sentence, seen: Seen }, closed);
export type WithReason = Static<typeof WithReason>;
/** Why it is sent although there is advice against it. */
const Despite = Type.Optional(Type.Union([Type.String({ maxLength: 500 }), Type.Null()]));
export const NewInterimAnswer = Type.Object({ text: longText, despite: Despite, seen: Seen }, closed);
export type NewInterimAnswer = Static<typeof NewInterimAnswer>;
export const NewAnswer = Type.Object(
  {
    outcome: AssignmentOutcome,
    text: longText,
    forwardedTo: Type.Optional(Type.String({ maxLength: 200 })),
    grounds: Type.Optional(Type.Array(Type.String({ maxLength: 20 }), { maxItems: 20 })),
    despite: Despite,
    seen: Seen,
  },
  closed,
);
export type NewAnswer = Static<typeof NewAnswer>;
export const WithText = Type.Object({ text: longText, seen: Seen }, closed);
export type WithText = Static<typeof WithText>;
/** What the citizen answered, and how it was heard. */
export const HeardAnswer = Type.Object(
  { text: longText, heard: Type.Union([Type.Literal('phone'), Type.Literal('counter')]), seen: Seen },
  closed,
);
export type HeardAnswer = Static<typeof HeardAnswer>;
/** Left out: the rules of routing are not asked again. */
const Reroute = Type.Optional(Type.Boolean());
export const NewTopic = Type.Object(
  { topic: Type.String({ maxLength: 6 }), reason: sentence, reroute: Reroute, seen: Seen },
  closed,
);
export type NewTopic = Static<typeof NewTopic>;

export const GivenPlace = Type.Object(
  {
    neighbourhoodId: orNull(Type.Integer({ minimum: 1, maximum: 32_767 })),
    street: orNull(Type.String({ maxLength: 120 })),
    door: orNull(Type.String({ maxLength: 20 })),
    description: orNull(Type.String({ maxLength: 500 })),
    latitude: orNull(Type.Number({ minimum: 35, maximum: 43 })),
    longitude: orNull(Type.Number({ minimum: 25, maximum: 46 })),
  },
  closed,
);
export type GivenPlace = Static<typeof GivenPlace>;
export const NewPlace = Type.Object({ place: GivenPlace, reason: sentence, reroute: Reroute, seen: Seen }, closed);
export type NewPlace = Static<typeof NewPlace>;
/** Why somebody must see it; the citizen is told this word, and never the words typed beside it. */
export const REVEAL_PURPOSES = ['calling', 'called', 'check', 'other'] as const;
export type RevealPurpose = (typeof REVEAL_PURPOSES)[number];
export const NewKind = Type.Object({ kind: RequestKind, reason: sentence, seen: Seen }, closed);
export type NewKind = Static<typeof NewKind>;
export const MaybeReason = Type.Object({ reason: Type.Optional(sentence), seen: Seen }, closed);
export const RevealAsk = Type.Object(
  {
    field: RevealField,
    purpose: Type.Optional(Type.Enum([...REVEAL_PURPOSES])),
    reason: Type.String({ minLength: 3, maxLength: 300 }),
  },
  closed,
);
export type RevealAsk = Static<typeof RevealAsk>;
export const Revealed = Type.Object({ value: Type.Union([Type.String(), Type.Null()]), seconds: Type.Integer() });
export type Revealed = Static<typeof Revealed>;
export const Done = Type.Object({ seen: Type.Integer() });
export type Done = Static<typeof Done>;
