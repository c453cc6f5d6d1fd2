// One problem that several people reported, as the desk's API says it. Of the others a reader sees words and place, never who they are.
import { Type } from 'typebox';
import type { Static, TSchema } from 'typebox';
import { RequestState } from './requests.ts';
import { oneOf } from './rights.ts';

const orNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const Id = Type.String({ pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' });
const closed = { additionalProperties: false };

/** More at once is a bulk act. */
export const MOST_MERGED_AT_ONCE = 50;

/** These follow the request of the address from now on; if that one follows another, they follow that. */
export const NewMembers = Type.Object(
  {
    requests: Type.Array(Id, { minItems: 1, maxItems: MOST_MERGED_AT_ONCE, uniqueItems: true }),
    why: Type.String({ maxLength: 4000 }),
  },
  closed,
);
export type NewMembers = Static<typeof NewMembers>;

export const CLOSED_HOW = ['concluded', 'dissolved', 'joined-another', 'over'] as const;

export const IncidentInBrief = Type.Object({
  id: Id,
  number: Type.Integer(),
  title: Type.String(),
  openedAt: Type.String(),
  closedAt: orNull(Type.String()),
  closedHow: orNull(oneOf(CLOSED_HOW)),
});
export type IncidentInBrief = Static<typeof IncidentInBrief>;

export const MemberShown = Type.Object({
  id: Id,
  shownNumber: Type.String(),
  text: Type.String(),
  state: RequestState,
  channel: Type.String(),
  receivedAt: Type.String(),
  street: orNull(Type.String()),
  door: orNull(Type.String()),
  /** How they will hear of the answer, and in which language. */
  notifyBy: oneOf(['sms', 'email', 'none']),
  language: oneOf(['tr', 'en']),
});
export type MemberShown = Static<typeof MemberShown>;

/** Where a request stands among those who reported the same. */
export const Together = Type.Object({
  incident: orNull(IncidentInBrief),
  /** Null: it is in no incident, or stands alone in one. */
  role: orNull(oneOf(['lead', 'member'])),
  /** Null: it leads itself, or its lead is not the reader's to see. */
  lead: orNull(Type.Object({ id: Id, shownNumber: Type.String(), text: Type.String(), state: RequestState })),
  /** All who reported it and did not take it back, the lead's citizen among them. */
  people: Type.Integer(),
  /** The oldest first, as far as the reader may see them. */
  members: Type.Array(MemberShown),
  /** How many more there are. */
  more: Type.Integer(),
  may: Type.Object({
    merge: Type.Boolean(),
    release: Type.Boolean(),
    reopen: Type.Boolean(),
    announce: Type.Boolean(),
  }),
});
export type Together = Static<typeof Together>;
