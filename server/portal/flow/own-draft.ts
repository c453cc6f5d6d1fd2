/**
 * Whose draft this is. The browser's key lies in a signed cookie and, for the day that cookie is gone, in the page's own form; each draft
 * has its id in the form and in the address, so that two tabs are two drafts. Neither opens anything without the other.
 */
import { inTransaction } from '../../kernel/db/transaction.ts';
import { CITIZEN } from '../../kernel/actor.ts';
import { newToken } from '../../kernel/ids.ts';
import type { Draft, DraftBody } from '../../modules/intake/door.ts';
import { DRAFT_HOURS, emptyDraftBody, openDraft, startDraft } from '../../modules/intake/door.ts';
import type { Visit } from '../visit.ts';

export interface OwnDraft {
  draft: Draft;
  key: string;
}

const COOKIE = 'hs-taslak';

/** The draft the form or the address names, else the one this browser touched last; none where the address asks for a new one. */
export async function findOwnDraft(visit: Visit): Promise<OwnDraft | null> {
  if (visit.query.yeni !== undefined) return null;
  const cookie = readCookie(visit);
  const fromForm = visit.house.secrets.unsign(visit.form.anahtar ?? '');
  // A form that names no draft begins one: it must not write over another tab's.
  const id = visit.request.method === 'GET' ? (visit.query.taslak ?? cookie?.lastId) : visit.form.taslak;
  if (id === undefined) return null;
  for (const key of new Set([cookie?.key, fromForm])) {
    if (key === undefined || key === null) continue;
    const draft = await openDraft(visit.house.db, { id, key }, visit.now);
    if (draft) return { draft, key };
  }
  return null;
}

export async function beginOwnDraft(visit: Visit, body: DraftBody = emptyDraftBody()): Promise<OwnDraft> {
  const key = readCookie(visit)?.key ?? newToken();
  const draft = await inTransaction(visit.house, { actor: CITIZEN }, (tx) => startDraft(tx, key, body));
  return { draft, key };
}

/** Renews the day the cookie lives, and notes this draft as the last one touched. No personal data is in it. */
export function keepOwnDraft({ house, reply }: Visit, { draft, key }: OwnDraft): void {
  void reply.setCookie(COOKIE, house.secrets.sign(`${key}.${draft.id}`), {
    path: '/',
    maxAge: DRAFT_HOURS * 3600,
    httpOnly: true,
    sameSite: 'lax',
    secure: house.config.publicUrl.startsWith('https:'),
  });
}

/** What goes into the form, so that it can be sent even after the cookie is gone. */
export function formKey({ house }: Visit, { key }: OwnDraft): string {
  return house.secrets.sign(key);
}

function readCookie({ house, request }: Visit): { key: string; lastId: string } | null {
  const value = house.secrets.unsign(request.cookies[COOKIE] ?? '');
  const [key, lastId] = value?.split('.') ?? [];
  return key && lastId ? { key, lastId } : null;
}
