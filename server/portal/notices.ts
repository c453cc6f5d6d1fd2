import type { FastifyReply } from 'fastify';
import type { Route } from '../kernel/http/route.ts';
import { pageRoute } from '../kernel/http/route.ts';
import { html } from './markup.ts';
import { sendPage } from './reply.ts';
import type { Notice } from './texts/notice-texts.ts';
import { accessStatement, privacyNotice } from './texts/notice-texts.ts';
import type { Visit } from './visit.ts';
import { openVisit } from './visit.ts';

/** The privacy notice (KVKK 6698 m.10) and the accessibility statement. */
export const noticeRoutes: Route[] = [
  noticeRoute('/aydinlatma', 'Privacy notice', privacyNotice),
  noticeRoute('/erisilebilirlik', 'Accessibility statement', accessStatement),
];

function noticeRoute(path: string, summary: string, notices: { tr: Notice; en: Notice }): Route {
  return pageRoute({
    method: 'GET',
    path,
    summary,
    who: 'anyone',
    handle: async (context) => {
      const visit = await openVisit(context);
      return sendNotice(visit, path, notices[visit.language]);
    },
  });
}

function sendNotice(visit: Visit, path: string, notice: Notice): FastifyReply {
  const { profile, language } = visit;
  const values: Record<string, string> = {
    ad: profile.name[language],
    adres: profile.townHall,
    eposta: profile.email,
    tel: profile.callCentre.printed,
  };
  const filled = (text: string) => text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
  const body = html`<h1>${notice.title}</h1>
    <p class="lead">${notice.lead}</p>
    ${notice.parts.map(
      ({ heading, paragraphs }) =>
        html`<h2>${heading}</h2>
          ${paragraphs.map((text) => html`<p>${filled(text)}</p>`)}`,
    )}`;
  return sendPage(visit, { title: notice.title, body, back: '/', otherLanguage: { href: path }, about: notice.lead });
}
