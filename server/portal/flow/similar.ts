/** Somebody may have reported it already: said on a page of its own, with place and day, never with anybody's words or number. */
import { placeOf } from '../../modules/intake/door.ts';
import type { SimilarRequest } from '../../modules/requests/door.ts';
import { REQUEST_STATES, isAlike, similarNearby } from '../../modules/requests/door.ts';
import { formatCount, formatDay } from '../../../text/format.ts';
import type { Markup } from '../markup.ts';
import { html } from '../markup.ts';
import type { Flow, StepPage } from './step-page.ts';
import { stepForm } from './step-page.ts';

/** None for topics a neighbour must not hear of. */
export async function similarOf({ visit, body, topic }: Flow): Promise<SimilarRequest[]> {
  const place = placeOf(body.place);
  if (
    topic === null ||
    !topic.publicTopic ||
    topic.restricted ||
    topic.identitySecret ||
    place.neighbourhoodId === null
  )
    return [];
  const found = await similarNearby(visit.house.db, { ...place, topicCode: topic.code, text: body.text }, visit.now);
  return found.filter(({ likeness, ...each }) => isAlike(likeness) && each.topicCode === topic.code).slice(0, 3);
}

export const similarPage: StepPage = {
  step: 'similar',
  summary: 'New request: similar ones nearby',

  /** What is kept is the other request's id, and only one that was on the page. */
  read: (body, { form }) => ({ ...body, sameAs: /^[0-9a-f-]{36}$/.test(form.ayni ?? '') ? form.ayni! : null }),

  check: () => [],

  async show(flow) {
    const { say } = flow.visit;
    const found = await similarOf(flow);
    const content = html`<h1>${say('similar.title')}</h1>
      <p>${say('similar.lead')}</p>
      <ul class="similar">
        ${found.map((each) => oneSimilar(flow, each))}
      </ul>
      <p class="hint">${say('similar.sameHint')}</p>
      <p class="actions"><button class="button primary" name="ayni" value="">${say('similar.new')}</button></p>`;
    return { title: say('similar.title'), body: stepForm(flow, { step: 'similar', content }) };
  },
};

function oneSimilar({ visit, topic }: Flow, similar: SimilarRequest): Markup {
  const { say, language } = visit;
  const where = [
    similar.street,
    similar.likeness.metres === null
      ? null
      : say('similar.metres', { n: formatCount(similar.likeness.metres, language) }),
  ];
  return html`<li>
    <div>
      <strong>${topic!.name[language]}</strong><br />
      <span class="hint"
        >${where.filter(Boolean).join(', ')}<br />${formatDay(similar.receivedAt, language)} ·
        ${REQUEST_STATES[similar.state][language]}</span
      >
    </div>
    <button class="button" name="ayni" value="${similar.id}">${say('similar.same')}</button>
  </li>`;
}
