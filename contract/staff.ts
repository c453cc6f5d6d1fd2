// Sign-in, staff and directorates as the API says them; shared by the server and the browser.
import { Type } from 'typebox';
import type { Static, TSchema } from 'typebox';
import { Approval } from './answering.ts';
import type { Right } from './rights.ts';
import { oneOf, READY_ROLES, Reach, RIGHTS, Scope } from './rights.ts';

/** Code of a role: one of the house's (rights.ts), or one of the municipality's own. */
const RoleCode = Type.String({ pattern: '^[a-z][a-z0-9-]{1,39}$' });
const Base = oneOf(READY_ROLES);
const UnitCode = Type.String({ pattern: '^[A-Z]{2,5}-[A-Z0-9]{1,6}$' });
const orNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

export const SignIn = Type.Object(
  { username: Type.String({ maxLength: 200 }), password: Type.String({ maxLength: 1000 }) },
  { additionalProperties: false },
);

export const PasswordChange = Type.Object(
  { current: Type.String({ maxLength: 1000 }), next: Type.String({ maxLength: 1000 }) },
  { additionalProperties: false },
);

export const Preferences = Type.Object(
  {
    language: Type.Optional(Type.Union([Type.Literal('tr'), Type.Literal('en')])),
    theme: Type.Optional(Type.Union([Type.Literal('system'), Type.Literal('light'), Type.Literal('dark')])),
    density: Type.Optional(Type.Union([Type.Literal('normal'), Type.Literal('dense')])),
    /** Shortcuts of one key; WCAG 2.1.4 wants a way to turn them off. */
    singleKeys: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
);
export type Preferences = Static<typeof Preferences>;

/** Who is signed in, and what the screens may offer them. The server asks again at every act. */
export const Me = Type.Object({
  id: Type.String(),
  username: Type.String(),
  name: Type.String(),
  role: RoleCode,
  base: Base,
  roleName: Type.Object({ tr: Type.String(), en: Type.String() }),
  directorate: orNull(Type.String()),
  unit: orNull(Type.String()),
  mustChangePassword: Type.Boolean(),
  preferences: Preferences,
  /** Right → how far it reaches. */
  may: Type.Record(Type.String(), Scope),
});
export type Me = Static<typeof Me>;

/** Whom a view is shown to beside its owner. */
export const SHARED_WITH = ['nobody', 'directorate', 'everybody'] as const;
const SharedWith = oneOf(SHARED_WITH);

export const SavedView = Type.Object({
  id: Type.String(),
  name: Type.String(),
  /** The part of the work list's address after the question mark. */
  query: Type.String(),
  position: Type.Integer(),
  sharedWith: SharedWith,
  /** Whose view it is where it is a directorate's. */
  directorate: orNull(Type.String()),
  /** Who made it; null: oneself. */
  by: orNull(Type.String()),
  mayRemove: Type.Boolean(),
});
export type SavedView = Static<typeof SavedView>;

export const NewView = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 60 }),
    query: Type.String({ maxLength: 2000 }),
    sharedWith: Type.Optional(SharedWith),
    /** Which one, where it is shared with a directorate. */
    directorate: Type.Optional(Type.String({ maxLength: 20 })),
  },
  { additionalProperties: false },
);
export type NewView = Static<typeof NewView>;

/** The municipality's address of a person: where the morning mail goes. */
const Email = Type.String({ maxLength: 254, pattern: '^[^\\s@]+@[^\\s@]+\\.[^\\s@]+$' });

export const StaffMember = Type.Object({
  id: Type.String(),
  username: Type.String(),
  name: Type.String(),
  role: RoleCode,
  base: Base,
  directorate: orNull(Type.String()),
  unit: orNull(Type.String()),
  looksAfter: Type.Array(Type.String()),
  active: Type.Boolean(),
  email: orNull(Type.String()),
  mustChangePassword: Type.Boolean(),
  version: Type.Integer(),
});
export type StaffMember = Static<typeof StaffMember>;

export const NewStaffMember = Type.Object(
  {
    username: Type.String({ maxLength: 40 }),
    name: Type.String({ minLength: 1, maxLength: 100 }),
    role: RoleCode,
    directorate: orNull(Type.String()),
    unit: Type.Optional(orNull(UnitCode)),
    looksAfter: Type.Optional(Type.Array(Type.String({ maxLength: 5 }), { maxItems: 40 })),
    email: Type.Optional(orNull(Email)),
    password: Type.String({ maxLength: 1000 }),
  },
  { additionalProperties: false },
);
export type NewStaffMember = Static<typeof NewStaffMember>;

export const StaffChange = Type.Object(
  {
    /** The version that was read; another one meanwhile means that somebody else has changed this person. */
    version: Type.Integer(),
    name: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
    role: Type.Optional(RoleCode),
    directorate: Type.Optional(orNull(Type.String())),
    unit: Type.Optional(orNull(UnitCode)),
    looksAfter: Type.Optional(Type.Array(Type.String({ maxLength: 5 }), { maxItems: 40 })),
    active: Type.Optional(Type.Boolean()),
    email: Type.Optional(orNull(Email)),
    /** A new one, which the person must replace at the next sign-in. */
    password: Type.Optional(Type.String({ maxLength: 1000 })),
  },
  { additionalProperties: false },
);
export type StaffChange = Static<typeof StaffChange>;

const directorate = {
  code: Type.String({ pattern: '^[A-Z]{2,5}$' }),
  name: Type.String({ minLength: 1, maxLength: 120 }),
  /** "… Müdürlüğü'ne": what "passed on to" needs. */
  dative: Type.String({ minLength: 1, maxLength: 120 }),
  nameEn: Type.String({ minLength: 1, maxLength: 120 }),
  phone: Type.Union([Type.String({ maxLength: 20 }), Type.Null()]),
  approval: Type.Optional(Approval),
  active: Type.Boolean(),
  version: Type.Integer(),
};

export const Directorate = Type.Object(directorate);
export type Directorate = Static<typeof Directorate>;

/** `version`: the one that was read; 0 for a new directorate. */
export const DirectorateChange = Type.Object(
  { ...directorate, reason: Type.Optional(Type.String({ maxLength: 500 })) },
  { additionalProperties: false },
);

const unit = {
  code: UnitCode,
  directorate: Type.String({ pattern: '^[A-Z]{2,5}$' }),
  name: Type.String({ minLength: 1, maxLength: 120 }),
  nameEn: Type.String({ minLength: 1, maxLength: 120 }),
  active: Type.Boolean(),
  version: Type.Integer(),
};

/** A team inside a directorate. */
export const Unit = Type.Object(unit);
export type Unit = Static<typeof Unit>;

/** `version`: the one that was read; 0 for a new unit. */
export const UnitChange = Type.Object(
  { ...unit, reason: Type.Optional(Type.String({ maxLength: 500 })) },
  { additionalProperties: false },
);

const AllRights = Type.Object(
  Object.fromEntries(RIGHTS.map((right) => [right, Reach])) as Record<Right, typeof Reach>,
  { additionalProperties: false },
);

const role = {
  code: RoleCode,
  base: Base,
  name: Type.String({ minLength: 1, maxLength: 60 }),
  nameEn: Type.String({ minLength: 1, maxLength: 60 }),
  rights: AllRights,
  active: Type.Boolean(),
  version: Type.Integer(),
};

/** A role with what it lets its bearers do. `ready`: it came with the house and does not change. */
export const RoleShown = Type.Object({ ...role, ready: Type.Boolean() });
export type RoleShown = Static<typeof RoleShown>;

/** `version`: the one that was read; 0 for a new role. */
export const RoleChange = Type.Object(
  { ...role, reason: Type.Optional(Type.String({ maxLength: 500 })) },
  { additionalProperties: false },
);

/** What somebody would see with these rights, before anybody has them. */
export const RolePreviewAsked = Type.Object(
  { person: Type.String({ pattern: '^[0-9a-f-]{36}$' }), base: Base, rights: AllRights },
  { additionalProperties: false },
);
export type RolePreviewAsked = Static<typeof RolePreviewAsked>;

const Seen = Type.Object({ open: Type.Integer(), restricted: Type.Integer() });

/** Open requests in the person's list, and how many of them are restricted; numbers only, because who makes roles reads no requests. */
export const RolePreview = Type.Object({ now: Seen, then: Seen });
export type RolePreview = Static<typeof RolePreview>;
