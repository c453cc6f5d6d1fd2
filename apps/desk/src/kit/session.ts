/** Who is signed in. Signing out or in as another person empties everything that was read for the one before. */
import type { QueryClient } from '@tanstack/react-query';
import type { Right, Scope } from '../../../../contract/rights.ts';
import type { Me } from '../../../../contract/staff.ts';
import { api, signInWanted } from './api.ts';
import { changeSettings, settings } from './settings.ts';
import { makeStore, useStore } from './store.ts';
import { isRefusal } from './refusal.ts';

/** undefined: not asked yet; null: nobody. */
export const session = makeStore<Me | null | undefined>(undefined);

export function useMe(): Me {
  const me = useStore(session);
  if (!me) throw new Error('a screen is shown only to somebody signed in');
  return me;
}

/** How far a right of the signed-in person reaches, in the widest of their capacities. */
export function reach(me: Me, right: Right): Scope {
  return me.may[right] ?? 'none';
}

/** Asks the server who this browser belongs to. */
export async function loadSession(): Promise<void> {
  try {
    take(await api.ask<Me>({ method: 'GET', path: '/api/v1/session' }));
  } catch (error) {
    if (!isRefusal(error, 'not-signed-in')) throw error;
    session.set(null);
  }
}

/** Refuses 'sign-in-failed' or 'too-many-attempts'. Calls that waited for it go on. */
export async function signIn(queries: QueryClient, given: { username: string; password: string }): Promise<void> {
  const before = session.get();
  const me = await api.ask<Me>({ method: 'POST', path: '/api/v1/session', body: given });
  if (before && actsAs(before) !== actsAs(me)) queries.clear();
  take(me);
  signInWanted.get()?.done();
}

export async function signOut(queries: QueryClient): Promise<void> {
  await api.ask({ method: 'DELETE', path: '/api/v1/session' });
  queries.clear();
  session.set(null);
}

/** Ends the person's other sessions. Refuses 'sign-in-failed' for a wrong current one and 'input-invalid' for a weak new one. */
export async function changePassword(given: { current: string; next: string }): Promise<void> {
  take(await api.put<Me>('/api/v1/session/password', given));
}

/** Kept in the browser at once and on the server as soon as it answers. */
export async function savePreferences(change: Partial<Me['preferences']>): Promise<void> {
  changeSettings(change);
  const { language, theme, density, singleKeys } = settings.get();
  await api.put('/api/v1/session/preferences', { language, theme, density, singleKeys });
}

/** Another post reads other things, also where the person is the same. */
function actsAs({ id, role, directorate, unit }: Me): string {
  return [id, role, directorate, unit].join(' ');
}

function take(me: Me): void {
  changeSettings(Object.fromEntries(Object.entries(me.preferences).filter(([, value]) => value !== undefined)));
  session.set(me);
}
