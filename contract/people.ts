// Two records of one person, as the desk's API says them. Names arrive as initials, numbers and addresses not at all.
import { Type } from 'typebox';
import type { Static } from 'typebox';

const Id = Type.String({ pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' });
const closed = { additionalProperties: false };

export const SamePerson = Type.Object({
  /** May be the same person as the one who made this request, and why. */
  suggested: Type.Array(
    Type.Object({
      citizenId: Id,
      initials: Type.String(),
      why: Type.Array(Type.Union([Type.Literal('national-id'), Type.Literal('phone'), Type.Literal('email')])),
      requests: Type.Integer(),
    }),
  ),
  /** Records merged into this person's, the newest first. */
  merged: Type.Array(
    Type.Object({
      id: Id,
      initials: Type.String(),
      why: Type.String(),
      madeAt: Type.String(),
      requests: Type.Integer(),
    }),
  ),
});
export type SamePerson = Static<typeof SamePerson>;

/** The person of the request stays; this one's requests come to them. */
export const NewPeopleMerge = Type.Object({ citizen: Id, why: Type.String({ maxLength: 4000 }) }, closed);
export type NewPeopleMerge = Static<typeof NewPeopleMerge>;
