// One text to all who reported a problem, as the desk writes it, sees it beforehand and sends it.
import { Type } from 'typebox';
import type { Static } from 'typebox';

const closed = { additionalProperties: false };
const orNull = <T extends ReturnType<typeof Type.String>>(schema: T) => Type.Union([schema, Type.Null()]);

/** Half of what an SMS may hold at most: number and link stand behind it. */
export const LONGEST_ANNOUNCEMENT = 300;

/** `en`: for those who chose English; must be there when there is one. */
export const AnnouncementText = Type.Object(
  { tr: Type.String({ maxLength: 5000 }), en: orNull(Type.String({ maxLength: 5000 })) },
  closed,
);
export type AnnouncementText = Static<typeof AnnouncementText>;

export const NewAnnouncement = Type.Object(
  { ...AnnouncementText.properties, seen: Type.Optional(Type.Integer({ minimum: 0 })) },
  closed,
);
export type NewAnnouncement = Static<typeof NewAnnouncement>;

/** What would go out now, and to whom not. Nobody's address is in it. */
export const AnnouncementPreview = Type.Object({
  /** All who reported it and did not take it back. Every one of them reads it on their own page. */
  people: Type.Integer(),
  sms: Type.Object({ people: Type.Integer(), segments: Type.Integer(), costKurus: Type.Integer() }),
  email: Type.Object({ people: Type.Integer() }),
  /** Who gets no message, by the reason of who-is-told. */
  apart: Type.Array(Type.Object({ why: Type.String(), people: Type.Integer() })),
  /** Further requests from an address that gets it already. */
  again: Type.Integer(),
  /** Before this instant no SMS leaves: quiet hours. Null: at once. */
  notBefore: orNull(Type.String()),
  /** Exactly as the first of each kind would get it; the link's key is an invented one. */
  samples: Type.Array(
    Type.Object({
      channel: Type.Union([Type.Literal('sms'), Type.Literal('email')]),
      language: Type.Union([Type.Literal('tr'), Type.Literal('en')]),
      subject: orNull(Type.String()),
      body: Type.String(),
    }),
  ),
  /** Languages among them, so that the form asks for no more texts than are read. */
  languages: Type.Array(Type.Union([Type.Literal('tr'), Type.Literal('en')])),
});
export type AnnouncementPreview = Static<typeof AnnouncementPreview>;
