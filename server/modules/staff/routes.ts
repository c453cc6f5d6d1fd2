/** Every URL of the staff module: the person's own, and the administration of staff and directorates. */
import { Type } from 'typebox';
import { Revision } from '../../../contract/catalogue.ts';
import {
  Directorate,
  DirectorateChange,
  NewStaffMember,
  RoleChange,
  RoleShown,
  StaffChange,
  StaffMember,
  Unit,
  UnitChange,
} from '../../../contract/staff.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import type { Route } from '../../kernel/http/route.ts';
import { apiRoute } from '../../kernel/http/route.ts';
import { refuse } from '../../kernel/refusals.ts';
import { revisionsOf, shownRevision } from '../../kernel/revisions.ts';
import { absenceRoutes } from './absence-routes.ts';
import { createStaffMember } from './actions/create-staff-member.ts';
import { saveDirectorate } from './actions/save-directorate.ts';
import { saveRole } from './actions/save-role.ts';
import { saveUnit } from './actions/save-unit.ts';
import { updateStaffMember } from './actions/update-staff-member.ts';
import { listDirectorates, listStaff, listUnits, staffById } from './queries.ts';
import { listRoles } from './role-queries.ts';
import type { Role } from './role.ts';
import { rightsOfRole } from './role.ts';
import { sessionRoutes } from './session-routes.ts';
import { viewRoutes } from './view-routes.ts';

const administration = [
  apiRoute({
    method: 'GET',
    path: '/api/v1/staff',
    summary: 'Everybody who works or worked here',
    who: ['staff-change'],
    response: Type.Array(StaffMember),
    handle: ({ house }) => listStaff(house.db),
  }),
  apiRoute({
    method: 'POST',
    path: '/api/v1/staff',
    summary: 'Adds a staff member, who must replace the password at the first sign-in',
    who: ['staff-change'],
    body: NewStaffMember,
    response: StaffMember,
    async handle({ house, actor, body }) {
      const { name, ...given } = body;
      const id = await inTransaction(house, { actor }, (tx) =>
        createStaffMember(tx, { ...given, displayName: name, mustChangePassword: true }),
      );
      const member = await staffById(house.db, id);
      if (member === undefined) throw refuse('not-found');
      return member;
    },
  }),
  apiRoute({
    method: 'PATCH',
    path: '/api/v1/staff/:id',
    summary: "Changes a staff member's name, role, directorate or password, or closes the account",
    who: ['staff-change'],
    params: Type.Object({ id: Type.String() }),
    body: StaffChange,
    response: StaffMember,
    handle({ house, actor, params, body }) {
      const { name, ...change } = body;
      return inTransaction(house, { actor }, (tx) =>
        updateStaffMember(tx, params.id, { ...change, displayName: name }),
      );
    },
  }),
  apiRoute({
    method: 'GET',
    path: '/api/v1/directorates',
    summary: 'All directorates, with those no longer active',
    who: 'staff',
    response: Type.Array(Directorate),
    handle: ({ house }) => listDirectorates(house.db),
  }),
  apiRoute({
    method: 'GET',
    path: '/api/v1/directorates/:code/revisions',
    summary: 'Every version a directorate had, newest first: who, when and why',
    who: ['settings-history'],
    params: Type.Object({ code: Type.String() }),
    response: Type.Array(Revision),
    handle: async ({ house, params }) => (await revisionsOf(house.db, 'directorate', params.code)).map(shownRevision),
  }),
  apiRoute({
    method: 'PUT',
    path: '/api/v1/directorates/:code',
    summary: 'Adds or changes a directorate; every version is kept',
    who: ['settings-change'],
    params: Type.Object({ code: Type.String() }),
    body: DirectorateChange,
    response: Directorate,
    handle({ house, actor, params, body }) {
      const { reason, ...directorate } = body;
      if (directorate.code !== params.code) throw refuse('input-invalid', { field: 'code' });
      return inTransaction(house, { actor }, (tx) => saveDirectorate(tx, directorate, reason));
    },
  }),
];

const units = [
  apiRoute({
    method: 'GET',
    path: '/api/v1/units',
    summary: 'All units of the directorates, with those no longer active',
    who: 'staff',
    response: Type.Array(Unit),
    handle: ({ house }) => listUnits(house.db),
  }),
  apiRoute({
    method: 'GET',
    path: '/api/v1/units/:code/revisions',
    summary: 'Every version a unit had, newest first: who, when and why',
    who: ['settings-history'],
    params: Type.Object({ code: Type.String() }),
    response: Type.Array(Revision),
    handle: async ({ house, params }) => (await revisionsOf(house.db, 'unit', params.code)).map(shownRevision),
  }),
  apiRoute({
    method: 'PUT',
    path: '/api/v1/units/:code',
    summary: 'Adds or changes a unit; every version is kept',
    who: ['settings-change'],
    params: Type.Object({ code: Type.String() }),
    body: UnitChange,
    response: Unit,
    handle({ house, actor, params, body }) {
      const { reason, ...unit } = body;
      if (unit.code !== params.code) throw refuse('input-invalid', { field: 'code' });
      return inTransaction(house, { actor }, (tx) => saveUnit(tx, unit, reason));
    },
  }),
];

const roles = [
  apiRoute({
    method: 'GET',
    path: '/api/v1/roles',
    summary: 'All roles with what they let their bearers do: those of the house first',
    who: 'staff',
    response: Type.Array(RoleShown),
    handle: async ({ house }) => (await listRoles(house.db)).map(shownRole),
  }),
  apiRoute({
    method: 'GET',
    path: '/api/v1/roles/:code/revisions',
    summary: 'Every version a role had, newest first: who, when and why',
    who: ['settings-history'],
    params: Type.Object({ code: Type.String() }),
    response: Type.Array(Revision),
    handle: async ({ house, params }) => (await revisionsOf(house.db, 'role', params.code)).map(shownRevision),
  }),
  apiRoute({
    method: 'PUT',
    path: '/api/v1/roles/:code',
    summary:
      "Adds or changes a role of the municipality's own; its bearers have the new rights from their next call on",
    who: ['staff-change'],
    params: Type.Object({ code: Type.String() }),
    body: RoleChange,
    response: RoleShown,
    async handle({ house, actor, params, body }) {
      const { reason, ...role } = body;
      if (role.code !== params.code) throw refuse('input-invalid', { field: 'code' });
      return shownRole(await inTransaction(house, { actor }, (tx) => saveRole(tx, role, reason)));
    },
  }),
];

function shownRole(role: Role) {
  return { ...role, rights: rightsOfRole(role), ready: role.rights === null };
}

export const staffRoutes: Route[] = [
  ...sessionRoutes,
  ...viewRoutes,
  ...absenceRoutes,
  ...administration,
  ...units,
  ...roles,
];
