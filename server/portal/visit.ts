/** One visit of a citizen to one page: who the municipality is, which language, what was sent. Made once per call, handed down. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { House } from '../kernel/house.ts';
import type { RouteContext } from '../kernel/http/route.ts';
import type { Limit } from '../kernel/limits.ts';
import { addressKey, withinLimit } from '../kernel/limits.ts';
import { refuse } from '../kernel/refusals.ts';
import type { PortalTexts, Profile } from '../modules/catalogue/door.ts';
import { municipality, portalTexts } from '../modules/catalogue/door.ts';
import type { Language } from '../../text/language.ts';
import { rememberProfile } from './last-known.ts';
import type { Say } from './texts/say.ts';
import { sayIn } from './texts/say.ts';

/** What a form sent: the last value of each field. */
export type Form = Record<string, string>;

export interface Visit {
  house: House;
  request: FastifyRequest;
  reply: FastifyReply;
  params: Record<string, string>;
  query: Record<string, string>;
  form: Form;
  profile: Profile;
  /** What this municipality words itself. */
  own: PortalTexts;
  language: Language;
  say: Say;
  now: Date;
}

export type PageContext = RouteContext<Record<string, string>, Record<string, string | undefined>, unknown>;

export const LANGUAGE_COOKIE = 'hs-dil';

export async function openVisit({ house, request, reply, params, query, body }: PageContext): Promise<Visit> {
  const [profile, own] = await Promise.all([municipality(house.db), portalTexts(house.db)]);
  rememberProfile(house, profile);
  const asked = formOf(query);
  const language = chooseLanguage(request, reply, asked.dil);
  const form = formOf(body);
  return {
    house,
    request,
    reply,
    params,
    query: asked,
    form,
    profile,
    own,
    language,
    say: sayIn(language, own),
    now: house.clock.now(),
  };
}

/** The language asked for in the address is kept; then the one kept; then Turkish. Never the browser's guess: many phones here speak English. */
function chooseLanguage(request: FastifyRequest, reply: FastifyReply, asked: string | undefined): Language {
  if (asked !== 'tr' && asked !== 'en') return languageOf(request);
  void reply.setCookie(LANGUAGE_COOKIE, asked, { path: '/', maxAge: 31_536_000, sameSite: 'lax', httpOnly: true });
  return asked;
}

export function languageOf(request: FastifyRequest): Language {
  return request.cookies?.[LANGUAGE_COOKIE] === 'en' ? 'en' : 'tr';
}

function formOf(body: unknown): Form {
  const form: Form = Object.create(null) as Form;
  if (typeof body !== 'object' || body === null) return form;
  for (const [name, value] of Object.entries(body)) {
    const last: unknown = Array.isArray(value) ? value.at(-1) : value;
    if (typeof last === 'string') form[name] = last;
  }
  return form;
}

/** Counts this call against the caller's address; refuses 'too-many-attempts' beyond the limit. */
export async function countAgainst(visit: Visit, limit: Limit): Promise<void> {
  const { house, request, now } = visit;
  if (!(await withinLimit(house.db, now, limit, addressKey(request.ip))))
    throw refuse('too-many-attempts', { limit: limit.name });
}

/** To another page, so that a reload does not send the form again. */
export function goTo({ reply }: Visit, path: string): FastifyReply {
  return reply.header('cache-control', 'no-store').redirect(path, 303);
}
