// Calls as the desk's API says them. Who a caller may be arrives as initials: a name is said by the caller first.
import { Type } from 'typebox';
import type { Static, TSchema } from 'typebox';
import { RequestState } from './requests.ts';

const orNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const Id = Type.String({ pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' });
const closed = { additionalProperties: false };

export const CallPurpose = Type.Union([
  Type.Literal('request'),
  Type.Literal('status'),
  Type.Literal('information'),
  Type.Literal('foi-form'),
  Type.Literal('debt'),
  Type.Literal('wrong-number'),
  Type.Literal('silent'),
  Type.Literal('other'),
]);
export type CallPurpose = Static<typeof CallPurpose>;

export const CallPath = Type.Object({ id: Id }, closed);

export const NewCall = Type.Object(
  {
    /** As the line shows it or as it was typed; null when the number is withheld. */
    phone: orNull(Type.String({ maxLength: 40 })),
    clientKey: Type.String({ minLength: 16, maxLength: 64 }),
  },
  closed,
);

export const CallShown = Type.Object({
  id: Id,
  /** Masked on the server. */
  phone: orNull(Type.String()),
  /** Whether an SMS reaches this number. */
  takesSms: Type.Boolean(),
  startedAt: Type.String(),
  endedAt: orNull(Type.String()),
});
export type CallShown = Static<typeof CallShown>;

export const CallEnd = Type.Object(
  { purpose: CallPurpose, note: Type.Optional(Type.String({ maxLength: 1000 })) },
  closed,
);
export type CallEnd = Static<typeof CallEnd>;

export const NewFormLink = Type.Object(
  {
    language: Type.Union([Type.Literal('tr'), Type.Literal('en')]),
    /** Left out: the number on the line. */
    phone: Type.Optional(Type.String({ maxLength: 40 })),
  },
  closed,
);
export type NewFormLink = Static<typeof NewFormLink>;

export const FormLinkSent = Type.Object({
  /** Masked on the server. */
  phone: Type.String(),
  /** It had been sent to that number before; nothing more was sent. */
  again: Type.Boolean(),
});
export type FormLinkSent = Static<typeof FormLinkSent>;

export const CallerQuery = Type.Object({ phone: Type.String({ maxLength: 40 }) }, closed);

const Named = Type.Object({ tr: Type.String(), en: Type.String() });

/** Who may be calling, and about what. Restricted requests are never here. */
export const Caller = Type.Object({
  people: Type.Array(Type.Object({ citizenId: Id, initials: Type.String(), open: Type.Integer() })),
  /** Open ones first, newest first. */
  requests: Type.Array(
    Type.Object({
      id: Id,
      shownNumber: Type.String(),
      topic: orNull(Named),
      citizenId: orNull(Type.String()),
      state: RequestState,
      stateWords: Named,
      isOpen: Type.Boolean(),
      receivedAt: Type.String(),
      promisedAt: orNull(Type.String()),
      concludedAt: orNull(Type.String()),
    }),
  ),
  contacts: Type.Array(Type.Object({ at: Type.String(), purpose: orNull(Named) })),
});
export type Caller = Static<typeof Caller>;
