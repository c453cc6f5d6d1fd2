import type { FastifyReply } from 'fastify';
import { formatDay } from '../../text/format.ts';
import { readPlainPage } from '../../text/plain-page.ts';
import type { PortalPage } from '../../contract/portal-texts.ts';
import { fillPortalText } from '../../contract/portal-texts.ts';
import type { Route } from '../kernel/http/route.ts';
import { pageRoute } from '../kernel/http/route.ts';
import { refuse } from '../kernel/refusals.ts';
import { portalTextAt } from '../modules/catalogue/door.ts';
import type { Markup } from './markup.ts';
import { html } from './markup.ts';
import { sendPage } from './reply.ts';
import type { Visit } from './visit.ts';
import { openVisit } from './visit.ts';

const NOTICE = '/aydinlatma';

/** The privacy notice (KVKK 6698 m.10) and the accessibility statement, as the municipality words them. */
export const noticeRoutes: Route[] = [
  pageRoute({
    method: 'GET',
    path: NOTICE,
    summary: 'Privacy notice; with ?surum= as it was in that version',
    who: 'anyone',
    handle: async (context) => sendNotice(await openVisit(context)),
  }),
  pageRoute({
    method: 'GET',
    path: '/erisilebilirlik',
    summary: 'Accessibility statement',
    who: 'anyone',
    handle: async (context) => {
      const visit = await openVisit(context);
      const title = visit.say('footer.access');
      return sendOwnPage(visit, { title, path: '/erisilebilirlik', body: textNow(visit, 'access-statement') });
    },
  }),
];

/** The address of the notice that stands there now, and keeps standing under it when the notice changes. */
export function noticePath(version: number | null): string {
  return version === null || version === 0 ? NOTICE : `${NOTICE}?surum=${version}`;
}

async function sendNotice(visit: Visit): Promise<FastifyReply> {
  const { say, language, house, own, query } = visit;
  const now = own['privacy-notice'].version;
  const asked = query.surum === undefined ? now : Number(/^\d{1,6}$/.exec(query.surum)?.[0] ?? -1);
  const found = await portalTextAt(house.db, 'privacy-notice', asked);
  if (found === undefined && asked !== now) throw refuse('not-found');
  const gun = found && formatDay(found.since, language, { year: true });
  const since = gun && html`<p class="hint">${say('notice.since', { n: asked, gun })}</p>`;
  const older =
    asked !== now && html`<p class="notice">${say('notice.older')} <a href="${NOTICE}">${say('notice.now')}</a></p>`;
  const body = found === undefined ? textNow(visit, 'privacy-notice') : found.text[language];
  const path = query.surum === undefined ? NOTICE : noticePath(asked);
  return sendOwnPage(visit, { title: say('footer.notice'), path, body, before: older, after: since });
}

function textNow({ own, language }: Visit, page: PortalPage): string {
  return own[page].text[language];
}

interface OwnPage {
  title: string;
  path: string;
  body: string;
  /** Said of a text that holds no longer: search engines are not to offer it. */
  before?: Markup | false;
  after?: Markup | undefined | '';
}

function sendOwnPage(visit: Visit, { title, path, body, before, after }: OwnPage): FastifyReply {
  const { profile, language } = visit;
  const { lead, parts } = readPlainPage(fillPortalText(body, profile, language));
  const shown = html`<h1>${title}</h1>
    ${before}
    <p class="lead">${lead}</p>
    ${parts.map(
      ({ heading, paragraphs }) =>
        html`<h2>${heading}</h2>
          ${paragraphs.map((text) => html`<p>${text}</p>`)}`,
    )}
    ${after}`;
  return sendPage(visit, {
    title,
    body: shown,
    back: '/',
    otherLanguage: { href: path },
    ...(!before && { about: lead }),
  });
}
