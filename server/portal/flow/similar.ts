/** Somebody may have reported it already: said on a page of its own, with place and day, never with anybody's words or number. */
import { placeOf } from '../../modules/intake/door.ts';
import type { SimilarRequest } from '../../modules/requests/door.ts';
import { REQUEST_STATES, similarNearby } from '../../modules/requests/door.ts';
import { formatCount, formatDay } from '../../../text/format.ts';
import { words } from '../../../text/turkish.ts';
import type { Markup } from '../markup.ts';
import { html } from '../markup.ts';
import type { Flow, StepPage } from './step-page.ts';
import { stepForm } from './step-page.ts';

/** None for topics a neighbour must not hear of. */
export async function similarOf({ visit, body, topic }: Flow): Promise<SimilarRequest[]> {
  const { neighbourhoodId, latitude, longitude } = placeOf(body.place);
  if (topic === null || !topic.publicTopic || topic.restricted || topic.identitySecret || neighbourhoodId === null)
    return [];
  const found = await similarNearby(
    visit.house.db,
    { topicCode: topic.code, neighbourhoodId, latitude, longitude },
    visit.now,
  );
  return found.filter((each) => worthShowing(each, body.place.street)).slice(0, 3);
}

const NEAR_METRES = 250;

/** Near by measure where both have a point; otherwise on a street of the same name. The same neighbourhood alone is not near. */
function worthShowing({ distance, street }: SimilarRequest, typed: string): boolean {
  if (distance !== null) return distance <= NEAR_METRES;
  return street !== null && street !== '' && sameStreet(street, typed);
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
    similar.distance === null ? null : say('similar.metres', { n: formatCount(similar.distance, language) }),
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

/** `ATATÜRK CD.` and `Atatürk Caddesi` are one street: the name counts, not the word for what kind of street it is. */
function sameStreet(left: string, right: string): boolean {
  const name = (street: string) =>
    words(street)
      .filter((word) => !/^(cd|cad|cadde|caddesi|sk|sok|sokak|sokagi|blv|bulvar|bulvari|no)$/.test(word))
      .join(' ');
  return name(left) !== '' && name(left) === name(right);
}
