/** Every URL of the citizens' face. */
import type { Route } from '../kernel/http/route.ts';
import { pageRoute } from '../kernel/http/route.ts';
import { assetRoutes } from './assets.ts';
import { checkRoutes } from './flow/check.ts';
import { contactPage } from './flow/contact.ts';
import { dangerPage } from './flow/danger.ts';
import { knownPage } from './flow/known.ts';
import { mapRoutes } from './flow/map.ts';
import { notOursPage } from './flow/not-ours.ts';
import { photoRoutes } from './flow/photo.ts';
import { placePage } from './flow/place.ts';
import { questionsPage } from './flow/questions.ts';
import { similarPage } from './flow/similar.ts';
import { smallAnswerRoutes } from './flow/small-answers.ts';
import { stepRoutes } from './flow/step-page.ts';
import { topicPage } from './flow/topic.ts';
import { whatPage } from './flow/what.ts';
import { homeRoutes } from './home.ts';
import { keptWordRoutes } from './kept-word.ts';
import { noticeRoutes } from './notices.ts';
import { trackRoutes } from './track/acts.ts';
import { lookUpRoutes } from './track/look-up.ts';
import { previewRoute } from './track/preview.ts';

/** For search engines are the front door and what is the same for everybody; drafts and requests are one person's own. */
const FOR_EVERYBODY = ['/$', '/konular', '/takip$', '/rakamlar', '/aydinlatma', '/erisilebilirlik', '/portal/'];
const ROBOTS = `User-agent: *\n${FOR_EVERYBODY.map((path) => `Allow: ${path}\n`).join('')}Disallow: /\n`;

export const portalRoutes: Route[] = [
  ...homeRoutes,
  ...[
    whatPage,
    dangerPage,
    topicPage,
    notOursPage,
    questionsPage,
    placePage,
    knownPage,
    similarPage,
    contactPage,
  ].flatMap(stepRoutes),
  ...photoRoutes,
  ...mapRoutes,
  ...checkRoutes,
  ...smallAnswerRoutes,
  ...lookUpRoutes,
  ...trackRoutes,
  previewRoute,
  ...noticeRoutes,
  ...keptWordRoutes,
  ...assetRoutes,
  pageRoute({
    method: 'GET',
    path: '/robots.txt',
    summary: 'What search engines may read',
    who: 'anyone',
    handle: async ({ reply }) => reply.type('text/plain; charset=utf-8').send(ROBOTS),
  }),
];
