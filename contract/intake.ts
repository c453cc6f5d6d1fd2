// A request that somebody of the staff records for a citizen: what is sent, what comes back to be read aloud.
import { Type } from 'typebox';
import type { Static, TSchema } from 'typebox';
import { RequestKind } from './requests.ts';

const orNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const Id = Type.String({ pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' });
const closed = { additionalProperties: false };

/** Ways in that staff record by hand. `web` is the portal's own, `phone` belongs to a call. */
export const StaffChannel = Type.Union([
  Type.Literal('desk'),
  Type.Literal('email'),
  Type.Literal('foi'),
  Type.Literal('cimer'),
  Type.Literal('acik-kapi'),
  Type.Literal('metropolitan'),
  Type.Literal('whatsapp'),
  Type.Literal('facebook'),
  Type.Literal('x'),
  Type.Literal('instagram'),
  Type.Literal('home-visit'),
  Type.Literal('meeting'),
]);
export type StaffChannel = Static<typeof StaffChannel>;

/** Who asks: somebody this number is known by (`citizenId`), or a name as it was said. */
export const GivenPerson = Type.Object(
  {
    citizenId: Type.Optional(Id),
    name: Type.Optional(Type.String({ maxLength: 200 })),
    kind: Type.Optional(Type.Union([Type.Literal('person'), Type.Literal('organisation')])),
    phone: Type.Optional(Type.String({ maxLength: 40 })),
    email: Type.Optional(Type.String({ maxLength: 300 })),
    notifyBy: Type.Union([Type.Literal('sms'), Type.Literal('email'), Type.Literal('none')]),
  },
  closed,
);
export type GivenPerson = Static<typeof GivenPerson>;

const given = {
  kind: RequestKind,
  // Long texts are let in and refused by the action, which says by how many characters.
  text: Type.String({ maxLength: 200_000 }),
  language: Type.Union([Type.Literal('tr'), Type.Literal('en')]),
  /** Null: the solution centre decides. */
  topic: orNull(Type.String({ maxLength: 6 })),
  answers: Type.Array(
    Type.Object({ question: Type.String({ maxLength: 40 }), value: Type.String({ maxLength: 1000 }) }, closed),
    { maxItems: 12 },
  ),
  danger: Type.Boolean(),
  /** Null: without a name, where the topic allows it. */
  person: orNull(GivenPerson),
  place: Type.Object(
    {
      neighbourhoodId: orNull(Type.Integer({ minimum: 1, maximum: 32_767 })),
      street: orNull(Type.String({ maxLength: 500 })),
      door: orNull(Type.String({ maxLength: 100 })),
      description: orNull(Type.String({ maxLength: 4000 })),
    },
    closed,
  ),
  /** The known problem that this is, as the caller says: it is merged with the others who say so. */
  knownProblem: Type.Optional(Id),
  /** The screen's own key: saved twice is one request. */
  clientKey: Type.String({ minLength: 16, maxLength: 64 }),
};

/** Said during a call; the channel is the call's. */
export const GivenRequest = Type.Object(given, closed);
export type GivenRequest = Static<typeof GivenRequest>;

/** Said at the counter, or brought by a letter, a mail or another institution. */
export const DeskRequest = Type.Object(
  {
    ...given,
    channel: StaffChannel,
    /** The day it arrived, if it is entered later: `2026-03-13`. */
    receivedOn: Type.Optional(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })),
    /** The number the other institution gave it. */
    externalNumber: Type.Optional(Type.String({ maxLength: 60 })),
  },
  closed,
);
export type DeskRequest = Static<typeof DeskRequest>;

const Named = Type.Object({ tr: Type.String(), en: Type.String() });

/** What the person at the desk says next: the number, letter by letter, and the promise. */
export const RecordedForCitizen = Type.Object({
  id: Id,
  trackingNumber: Type.String(),
  shownNumber: Type.String(),
  /** Letters by the cities the municipality chose. */
  spelled: Named,
  /** ISO 8601; null where no date is promised. */
  promisedAt: orNull(Type.String()),
  /** To whom it went at once; null when the solution centre looks first. */
  directorate: orNull(Named),
  notifyBy: Type.Union([Type.Literal('sms'), Type.Literal('email'), Type.Literal('none')]),
  /** It is worked on together with others, and all are told of the end. */
  together: Type.Boolean(),
  /** False: this was saved before, and this is its number. */
  isNew: Type.Boolean(),
});
export type RecordedForCitizen = Static<typeof RecordedForCitizen>;

export const SimilarQuery = Type.Object(
  { topic: Type.String({ maxLength: 6 }), neighbourhood: Type.Integer({ minimum: 1, maximum: 32_767 }) },
  closed,
);
