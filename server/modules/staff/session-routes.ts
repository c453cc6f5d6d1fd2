/** Signing in and out, and what belongs to the person signed in: password and preferences. */
import type { FastifyReply } from 'fastify';
import { Type } from 'typebox';
import { Me, PasswordChange, Preferences, SignIn } from '../../../contract/staff.ts';
import type { House } from '../../kernel/house.ts';
import { apiRoute, staffOf } from '../../kernel/http/route.ts';
import { hashToken } from '../../kernel/ids.ts';
import { changeOwnPassword } from './actions/change-own-password.ts';
import { signIn } from './actions/sign-in.ts';
import { signOut } from './actions/sign-out.ts';
import { meOf } from './me.ts';
import { giveCookie, takeCookie, tokenOf } from './sessions.ts';
import { sessionRow } from './session-store.ts';
import { writePreferences } from './store.ts';

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

async function withSession(house: House, reply: FastifyReply, token: string) {
  const session = await sessionRow(house.db, hashToken(token), house.clock.now());
  if (session === undefined) throw new Error('a session that has just begun is not there');
  giveCookie(house, reply, token);
  void reply.header('cache-control', 'no-store');
  return meOf(house, session.staffId);
}
