/** Signing in and out, and what belongs to the person signed in: password, preferences, saved views. */
import type { FastifyReply } from 'fastify';
import { Type } from 'typebox';
import { Me, NewView, PasswordChange, Preferences, SavedView, SignIn } from '../../../contract/staff.ts';
import type { House } from '../../kernel/house.ts';
import { apiRoute, staffOf } from '../../kernel/http/route.ts';
import { hashToken, isId, newId } from '../../kernel/ids.ts';
import { refuse } from '../../kernel/refusals.ts';
import { normaliseInput } from '../../../text/turkish.ts';
import { changeOwnPassword } from './actions/change-own-password.ts';
import { signIn } from './actions/sign-in.ts';
import { signOut } from './actions/sign-out.ts';
import { meOf } from './me.ts';
import { giveCookie, takeCookie, tokenOf } from './sessions.ts';
import { sessionRow } from './session-store.ts';
import { writePreferences } from './store.ts';
import { deleteView, insertView, viewsOf } from './view-store.ts';

const done = Type.Object({ done: Type.Boolean() });

export const sessionRoutes = [
  apiRoute({
    method: 'POST',
    path: '/api/v1/session',
    summary: 'Signs a staff member in and gives the session cookie',
    who: 'anyone',
    body: SignIn,
    response: Me,
    async handle({ house, body, request, reply }) {
      const token = await signIn(house, { ...body, address: request.ip, oldToken: tokenOf(house, request) });
      return withSession(house, reply, token);
    },
  }),
  apiRoute({
    method: 'GET',
    path: '/api/v1/session',
    summary: 'Who is signed in and what they may',
    who: 'staff',
    response: Me,
    handle({ house, actor, reply }) {
      void reply.header('cache-control', 'no-store');
      return meOf(house, staffOf(actor).id);
    },
  }),
  apiRoute({
    method: 'DELETE',
    path: '/api/v1/session',
    summary: 'Signs out; without a session nothing happens',
    who: 'anyone',
    response: done,
    async handle({ house, request, reply }) {
      const token = tokenOf(house, request);
      if (token !== null) await signOut(house, token);
      takeCookie(house, reply);
      // A shared counter computer keeps nothing of the one before (ASVS 14.3.1).
      void reply.header('clear-site-data', '"cache", "storage"');
      return { done: true };
    },
  }),
  apiRoute({
    method: 'PUT',
    path: '/api/v1/session/password',
    summary: "Changes one's own password and ends all other sessions",
    who: 'staff',
    body: PasswordChange,
    response: Me,
    async handle({ house, actor, body, reply }) {
      const token = await changeOwnPassword(house, staffOf(actor), body);
      return withSession(house, reply, token);
    },
  }),
  apiRoute({
    method: 'PUT',
    path: '/api/v1/session/preferences',
    summary: "Keeps one's own preferences: language, theme, density, one-key shortcuts",
    who: 'staff',
    body: Preferences,
    response: Preferences,
    async handle({ house, actor, body }) {
      await writePreferences(house.db, staffOf(actor).id, body);
      return body;
    },
  }),
];

export const viewRoutes = [
  apiRoute({
    method: 'GET',
    path: '/api/v1/views',
    summary: "One's own saved views of the work list",
    who: 'staff',
    response: Type.Array(SavedView),
    handle: ({ house, actor }) => viewsOf(house.db, staffOf(actor).id),
  }),
  apiRoute({
    method: 'POST',
    path: '/api/v1/views',
    summary: 'Saves a view of the work list under a name',
    who: 'staff',
    body: NewView,
    response: SavedView,
    async handle({ house, actor, body }) {
      const now = house.clock.now();
      const name = normaliseInput(body.name);
      if (name === '') throw refuse('input-invalid', { field: 'name', problem: 'empty' });
      const view = { id: newId(now), staffId: staffOf(actor).id, name, query: body.query, now };
      const saved = await insertView(house.db, view);
      if (saved === undefined) throw refuse('already-exists', { field: 'name' });
      return saved;
    },
  }),
  apiRoute({
    method: 'DELETE',
    path: '/api/v1/views/:id',
    summary: "Removes one of one's own saved views",
    who: 'staff',
    params: Type.Object({ id: Type.String() }),
    response: done,
    async handle({ house, actor, params }) {
      const removed = isId(params.id) && (await deleteView(house.db, staffOf(actor).id, params.id));
      if (!removed) throw refuse('not-found');
      return { done: true };
    },
  }),
];

async function withSession(house: House, reply: FastifyReply, token: string) {
  const session = await sessionRow(house.db, hashToken(token), house.clock.now());
  if (session === undefined) throw new Error('a session that has just begun is not there');
  giveCookie(house, reply, token);
  void reply.header('cache-control', 'no-store');
  return meOf(house, session.staffId);
}
