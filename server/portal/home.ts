/** The front door, the list of topics, and the way into a new request. */
import type { FastifyReply } from 'fastify';
import type { Route } from '../kernel/http/route.ts';
import { pageRoute } from '../kernel/http/route.ts';
import { INFORMATION_TOPIC, listTopics, offeredGroups, topicInForce } from '../modules/catalogue/door.ts';
import { topicGroupIcon } from '../../ui/icons.ts';
import { compare } from '../../text/turkish.ts';
import { emptyDraftBody } from '../modules/intake/door.ts';
import { knownAtHome } from './flow/known.ts';
import { beginOwnDraft, findOwnDraft, keepOwnDraft } from './flow/own-draft.ts';
import { STEP_PATHS, firstOpen } from './flow/steps.ts';
import type { Flow } from './flow/step-page.ts';
import { openFlow, pathOf } from './flow/step-page.ts';
import { keptWord } from './kept-word.ts';
import { phone } from './layout.ts';
import type { Markup } from './markup.ts';
import { html, raw } from './markup.ts';
import { primaryButton, textArea } from './parts.ts';
import { sendPage } from './reply.ts';
import { seasonNotices } from './season-notices.ts';
import { lookUpForm } from './track/look-up.ts';
import type { Visit } from './visit.ts';
import { goTo, openVisit } from './visit.ts';

export const homeRoutes: Route[] = [
  pageRoute({
    method: 'GET',
    path: '/',
    summary: 'The front door for citizens',
    who: 'anyone',
    handle: async (context) => showHome(await openVisit(context)),
  }),
  pageRoute({
    method: 'GET',
    path: '/basvuru',
    summary: 'New request',
    who: 'anyone',
    handle: async (context) => enter(await openVisit(context)),
  }),
  pageRoute({
    method: 'GET',
    path: '/konular',
    summary: 'All topics by group',
    who: 'anyone',
    handle: async (context) => showTopics(await openVisit(context)),
  }),
  pageRoute({
    method: 'POST',
    path: '/basvuru/ayni-yer',
    summary: 'New request for the place of the last one',
    who: 'anyone',
    handle: async (context) => samePlace(await openVisit(context)),
  }),
];

async function showHome(visit: Visit): Promise<FastifyReply> {
  const { say, profile } = visit;
  const flow = await openFlow(visit);
  const { callCentre } = profile;
  const body = html`<h1>${say('home.title')}</h1>
    ${await seasonNotices(visit)} ${unfinished(flow) && resume(flow)}
    <form method="post" action="${STEP_PATHS.what}" novalidate class="first" data-adim="home">
      ${textArea({ name: 'metin', label: say('home.label'), hint: say('home.hint'), value: '', problems: [], rows: 3, attributes: { 'data-suggest': '/basvuru/konu-onerisi' } })}
      ${primaryButton(say('home.start'))}
    </form>
    <p><a href="/konular">${say('home.byTopic')}</a></p>
    ${await knownAtHome(visit)}
    <section>
      <h2>${say('home.status')}</h2>
      ${lookUpForm(visit, { number: '', proof: '' })}
    </section>
    <section class="ways">
      <p class="big">
        ${say('home.call')} ${phone(callCentre.printed, callCentre.number)}<br /><span class="hint"
          >${callCentre.hours[visit.language]}</span
        >
      </p>
      <p>${say('home.danger')}</p>
      <h2>${say('home.other')}</h2>
      <ul class="plain">
        <li><a href="/basvuru?konu=${INFORMATION_TOPIC}">${say('home.foi')}</a></li>
        <li><a href="/basvuru?konu=KUR-08">${say('home.kvkk')}</a></li>
      </ul>
    </section>
    ${await keptWord(visit)}`;
  return sendPage(visit, { title: say('home.title'), body, otherLanguage: { href: '/' }, about: say('home.about') });
}

function unfinished({ own, body }: Flow): boolean {
  return own !== null && own.draft.requestId === null && body.text !== '';
}

function resume(flow: Flow): Markup {
  const { say } = flow.visit;
  return html`<p class="notice">
    ${say('home.resume')} <a href="${pathOf(flow, firstOpen(flow))}"><strong>${say('home.resumeGo')}</strong></a
    ><br />
    <span class="hint">${say('home.resumeNew')}</span>
  </p>`;
}

/** `/basvuru?konu=YOL-04` begins with the topic chosen. */
async function enter(visit: Visit): Promise<FastifyReply> {
  const code = visit.query.konu ?? '';
  const topic = code === '' ? undefined : await topicInForce(visit.house.db, code);
  return goTo(visit, topic?.active ? `${STEP_PATHS.what}?konu=${topic.code}&yeni=1` : `${STEP_PATHS.what}?yeni=1`);
}

async function showTopics(visit: Visit): Promise<FastifyReply> {
  const { say, language, house } = visit;
  const [groups, topics] = await Promise.all([offeredGroups(house.db), listTopics(house.db)]);
  const active = topics.filter((topic) => topic.active);
  const body = html`<h1>${say('topics.title')}</h1>
    <p class="lead">${say('topics.lead')} <a href="/basvuru">${say('topics.write')}</a></p>
    ${await seasonNotices(visit)}
    ${groups.map(
      ({ code, name, icon }) =>
        html`<section class="topics">
          <h2>${raw(topicGroupIcon(icon))} ${name[language]}</h2>
          <ul class="plain">
            ${active
              .filter(({ group }) => group === code)
              .sort((left, right) => compare(left.name[language], right.name[language]))
              .map((topic) => html`<li><a href="/basvuru?konu=${topic.code}">${topic.name[language]}</a></li>`)}
          </ul>
        </section>`,
    )}`;
  return sendPage(visit, {
    title: say('topics.title'),
    body,
    back: '/',
    otherLanguage: { href: '/konular' },
    about: say('topics.lead'),
  });
}

async function samePlace(visit: Visit): Promise<FastifyReply> {
  const before = await findOwnDraft(visit);
  const body = emptyDraftBody();
  const own = await beginOwnDraft(visit, before === null ? body : { ...body, place: before.draft.body.place });
  keepOwnDraft(visit, own);
  return goTo(visit, pathOf({ visit, own }, 'what'));
}
