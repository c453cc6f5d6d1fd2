/**
 * Sessions of the desk: a random token in a cookie, only its hash in the database (ASVS 7.2). A session ends after an hour
 * without use and after twelve hours in any case, which is longer than a shift and shorter than a day.
 */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Tx } from '../../kernel/db/transaction.ts';
import type { House } from '../../kernel/house.ts';
import type { StaffGate } from '../../kernel/http/server.ts';
import { hashToken, newToken } from '../../kernel/ids.ts';
import { refuse } from '../../kernel/refusals.ts';
import { actorFrom } from './hats.ts';
import { deleteEndedSessionsOf, insertSession, sessionRow, touchSession } from './session-store.ts';

const MINUTE = 60_000;
export const IDLE_MINUTES = 60;
export const LONGEST_HOURS = 12;

/** What a person who must first choose a new password may still do. */
const PATHS_BEFORE_NEW_PASSWORD = ['/api/v1/session', '/api/v1/session/password'];

/** Who is signed in, or null. Reads the person's row each time, so that what was taken from them is gone with the next call. */
export const staffGate: StaffGate = async (house, request) => {
  const token = tokenOf(house, request);
  if (token === null) return null;
  const tokenHash = hashToken(token);
  const now = house.clock.now();
  const session = await sessionRow(house.db, tokenHash, now);
  if (session === undefined || !session.active) return null;
  if (session.expiresAt <= now || session.lastSeenAt <= idleSince(now)) return null;
  if (session.mustChangePassword && !PATHS_BEFORE_NEW_PASSWORD.includes(request.routeOptions.url ?? '')) {
    throw refuse('not-allowed', { because: 'password-must-change' });
  }
  // Once a minute is enough to know an idle hour, and spares a write at every click.
  if (now.getTime() - session.lastSeenAt.getTime() >= MINUTE) await touchSession(house.db, tokenHash, now);
  return actorFrom(session, session.standsInFor);
};

/** Begins a session and gives its token, which is never seen again on this side. */
export async function beginSession(tx: Tx, staffId: string): Promise<string> {
  const { now } = tx;
  await deleteEndedSessionsOf(tx.db, staffId, { now, idleSince: idleSince(now) });
  const token = newToken();
  const expiresAt = new Date(now.getTime() + LONGEST_HOURS * 60 * MINUTE);
  await insertSession(tx.db, { tokenHash: hashToken(token), staffId, now, expiresAt });
  return token;
}

export function tokenOf(house: House, request: FastifyRequest): string | null {
  return request.cookies[cookieName(house)] ?? null;
}

export function giveCookie(house: House, reply: FastifyReply, token: string): void {
  void reply.setCookie(cookieName(house), token, { ...cookieOptions(house), maxAge: LONGEST_HOURS * 3600 });
}

export function takeCookie(house: House, reply: FastifyReply): void {
  void reply.clearCookie(cookieName(house), cookieOptions(house));
}

/** The __Host- prefix makes the browser refuse the cookie from any other host or without TLS (RFC 6265bis §4.1.3.2). */
function cookieName(house: House): string {
  return isSecure(house) ? '__Host-hemsehri_staff' : 'hemsehri_staff';
}

function cookieOptions(house: House) {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure(house) } as const;
}

function isSecure(house: House): boolean {
  return house.config.publicUrl.startsWith('https:');
}

function idleSince(now: Date): Date {
  return new Date(now.getTime() - IDLE_MINUTES * MINUTE);
}
