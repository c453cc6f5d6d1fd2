// Requests that have to do with each other and are worked on apart, as the desk's API says them.
import { Type } from 'typebox';
import type { Static } from 'typebox';
import { RequestState } from './requests.ts';
import { oneOf } from './rights.ts';

const Id = Type.String({ pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' });
const closed = { additionalProperties: false };

/** related: read the other too · follow-up: the later one comes of the earlier · same-place: another matter at the same spot. */
export const LINK_KINDS = ['related', 'follow-up', 'same-place'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

export const NewLink = Type.Object(
  { other: Id, kind: oneOf(LINK_KINDS), seen: Type.Optional(Type.Integer({ minimum: 0 })) },
  closed,
);
export type NewLink = Static<typeof NewLink>;

export const NoLink = Type.Object({ other: Id, seen: Type.Optional(Type.Integer({ minimum: 0 })) }, closed);
export type NoLink = Static<typeof NoLink>;

/** The newest first, as far as the reader may see them. */
export const LinksShown = Type.Array(
  Type.Object({
    id: Id,
    kind: oneOf(LINK_KINDS),
    shownNumber: Type.String(),
    text: Type.String(),
    state: RequestState,
  }),
);
export type LinksShown = Static<typeof LinksShown>;
