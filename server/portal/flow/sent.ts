import type { FastifyReply } from 'fastify';
import { requestById } from '../../modules/requests/door.ts';
import { formatTrackingNumber } from '../../../text/tracking-number.ts';
import { html } from '../markup.ts';
import { sendPage } from '../reply.ts';
import type { Visit } from '../visit.ts';
import { goTo } from '../visit.ts';

/** The request's own page: a bookmark of it stays good for ever. */
export function requestPath({ house }: Pick<Visit, 'house'>, requestId: string): string {
  return `/t/${house.secrets.accessToken(requestId)}`;
}

/** Somebody went back into a draft that was sent: a form sent again leads to the same request, a page says so. */
export async function answerSentDraft(visit: Visit, requestId: string): Promise<FastifyReply> {
  const path = requestPath(visit, requestId);
  if (visit.request.method !== 'GET') return goTo(visit, path);
  const request = await requestById(visit.house.db, requestId);
  const { say } = visit;
  const body = html`<h1>${say('sent.title')}</h1>
    <p>${say('sent.number', { no: formatTrackingNumber(request?.trackingNumber ?? '') })}</p>
    <p class="actions">
      <a class="button primary" href="${path}">${say('sent.open')}</a>
      <a class="button" href="/basvuru/ne-oldu?yeni=1">${say('sent.again')}</a>
    </p>`;
  return sendPage(
    visit,
    { title: say('sent.title'), body, back: '/', otherLanguage: { href: visit.request.url.split('?')[0]! } },
    { own: true },
  );
}
