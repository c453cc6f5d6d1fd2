/** Every URL of the staff module: the person's own, and the administration of staff and directorates. */
import { Type } from 'typebox';
import { Revision } from '../../../contract/catalogue.ts';
import { Directorate, DirectorateChange, NewStaffMember, StaffChange, StaffMember } from '../../../contract/staff.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import type { Route } from '../../kernel/http/route.ts';
import { apiRoute } from '../../kernel/http/route.ts';
import { refuse } from '../../kernel/refusals.ts';
import { revisionsOf, shownRevision } from '../../kernel/revisions.ts';
import { createStaffMember } from './actions/create-staff-member.ts';
import { saveDirectorate } from './actions/save-directorate.ts';
import { updateStaffMember } from './actions/update-staff-member.ts';
import { listDirectorates, listStaff, staffById } from './queries.ts';
import { sessionRoutes, viewRoutes } from './session-routes.ts';

const administration = [
  apiRoute({
    method: 'GET',
    path: '/api/v1/staff',
    summary: 'Everybody who works or worked here',
    who: ['administrator'],
    response: Type.Array(StaffMember),
    handle: ({ house }) => listStaff(house.db),
  }),
  apiRoute({
    method: 'POST',
    path: '/api/v1/staff',
    summary: 'Adds a staff member, who must replace the password at the first sign-in',
    who: ['administrator'],
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
    who: ['administrator'],
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
    who: ['administrator', 'supervisor'],
    params: Type.Object({ code: Type.String() }),
    response: Type.Array(Revision),
    handle: async ({ house, params }) => (await revisionsOf(house.db, 'directorate', params.code)).map(shownRevision),
  }),
  apiRoute({
    method: 'PUT',
    path: '/api/v1/directorates/:code',
    summary: 'Adds or changes a directorate; every version is kept',
    who: ['administrator'],
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

export const staffRoutes: Route[] = [...sessionRoutes, ...viewRoutes, ...administration];
