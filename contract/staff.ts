// Sign-in, staff and directorates as the API says them; shared by the server and the browser.
import { Type } from 'typebox';
import type { Static } from 'typebox';

export const Role = Type.Union([
  Type.Literal('agent'),
  Type.Literal('clerk'),
  Type.Literal('manager'),
  Type.Literal('supervisor'),
  Type.Literal('administrator'),
  Type.Literal('viewer'),
]);

/** How far a right reaches: everything, what lies with one's own directorate, or not at all. */
export const Scope = Type.Union([Type.Literal('all'), Type.Literal('own-directorate'), Type.Literal('none')]);

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
  role: Role,
  directorate: Type.Union([Type.String(), Type.Null()]),
  mustChangePassword: Type.Boolean(),
  preferences: Preferences,
  /** Action of the permission table → how far it reaches. */
  may: Type.Record(Type.String(), Scope),
});
export type Me = Static<typeof Me>;

export const SavedView = Type.Object({
  id: Type.String(),
  name: Type.String(),
  /** The part of the work list's address after the question mark. */
  query: Type.String(),
  position: Type.Integer(),
});
export type SavedView = Static<typeof SavedView>;

export const NewView = Type.Object(
  { name: Type.String({ minLength: 1, maxLength: 60 }), query: Type.String({ maxLength: 2000 }) },
  { additionalProperties: false },
);

export const StaffMember = Type.Object({
  id: Type.String(),
  username: Type.String(),
  name: Type.String(),
  role: Role,
  directorate: Type.Union([Type.String(), Type.Null()]),
  active: Type.Boolean(),
  mustChangePassword: Type.Boolean(),
  version: Type.Integer(),
});
export type StaffMember = Static<typeof StaffMember>;

export const NewStaffMember = Type.Object(
  {
    username: Type.String({ maxLength: 40 }),
    name: Type.String({ minLength: 1, maxLength: 100 }),
    role: Role,
    directorate: Type.Union([Type.String(), Type.Null()]),
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
    role: Type.Optional(Role),
    directorate: Type.Optional(Type.Union([Type.String(), Type.Null()])),
    active: Type.Optional(Type.Boolean()),
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
