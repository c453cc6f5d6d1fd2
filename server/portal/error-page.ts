/** What a person in a browser sees when something is missing, too much or broken. It asks no database: that may be what is broken. */
import type { FastifyRequest } from 'fastify';
import type { House } from '../kernel/house.ts';
import type { ErrorBody } from '../kernel/http/errors.ts';
import { layout, phone } from './layout.ts';
import { lastKnownProfile } from './last-known.ts';
import { html } from './markup.ts';
import type { TextKey } from './texts/say.ts';
import { sayIn } from './texts/say.ts';
import { languageOf } from './visit.ts';

type ErrorKind = 'notfound' | 'busy' | 'slow' | 'big' | 'odd' | 'forbidden';

export function errorPage(house: House, request: FastifyRequest, status: number, body: ErrorBody): string {
  const language = languageOf(request);
  const say = sayIn(language);
  const profile = lastKnownProfile(house);
  const kind = kindOf(status);
  const title = say(`${kind}.title` as TextKey);
  const call = say('busy.call', { tel: '{tel}' }).split('{tel}');
  const content = html`<h1>${title}</h1>
    <p>${say(`${kind}.text` as TextKey)}</p>
    ${status >= 500 && profile && html`<p>${call[0]}${phone(profile.callCentre.printed, profile.callCentre.number)}${call[1]}</p>`}
    ${body.fault && html`<p class="hint">${say('busy.reference', { kod: body.fault })}</p>`}
    <p class="actions">
      <a class="button primary" href="/">${say('notfound.home')}</a>
      <a class="button" href="/takip">${say('notfound.track')}</a>
    </p>`;
  return layout({ profile, language, say }, { title, body: content, back: null });
}

function kindOf(status: number): ErrorKind {
  if (status === 404) return 'notfound';
  if (status === 429) return 'slow';
  if (status === 413) return 'big';
  if (status === 403) return 'forbidden';
  return status >= 500 ? 'busy' : 'odd';
}
