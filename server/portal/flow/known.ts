/**
 * The house knows of it already: said before the citizen files, with where, what is done, and until when. Whoever says "the same" files as one of
 * those who are told of the end; a request of one's own is always one button away.
 */
import type { KnownProblem, NearKnown } from '../../modules/incidents/door.ts';
import {
  isKnownInForce,
  isKnownOverdue,
  knownProblemById,
  knownProblemsInForce,
  knownProblemsNear,
} from '../../modules/incidents/door.ts';
import { placeOf } from '../../modules/intake/door.ts';
import { listAreas, listNeighbourhoods } from '../../modules/places/door.ts';
import { formatDateTime } from '../../../text/format.ts';
import type { Markup } from '../markup.ts';
import { html } from '../markup.ts';
import type { Visit } from '../visit.ts';
import { similarOf } from './similar.ts';
import type { Flow, StepPage } from './step-page.ts';
import { pathOf, stepForm } from './step-page.ts';

const MOST_SHOWN = 3;

export async function knownOf({ visit, body, topic }: Flow): Promise<NearKnown[]> {
  const { neighbourhoodId, latitude, longitude } = placeOf(body.place);
  const spot = { neighbourhoodId, latitude, longitude };
  const near = await knownProblemsNear(visit.house.db, { topicCode: topic?.code ?? null, spot });
  return near.filter(({ fit }) => fit !== 'no').slice(0, MOST_SHOWN);
}

/** The one the citizen named, while it is still offered. */
export async function namedKnown({ visit, body }: Flow): Promise<KnownProblem | null> {
  const known = body.knownProblem ? await knownProblemById(visit.house.db, body.knownProblem) : undefined;
  return known !== undefined && isKnownInForce(known) ? known : null;
}

export const knownPage: StepPage = {
  step: 'known',
  summary: 'New request: a problem we know of',

  read: (body, { form }) => ({
    ...body,
    knownProblem: /^[0-9a-f-]{36}$/.test(form.bilinen ?? '') ? form.bilinen! : null,
  }),

  check: () => [],

  async leave(flow) {
    if (flow.body.knownProblem !== null || flow.visit.form.don === 'kontrol') return null;
    return (await similarOf(flow)).length > 0 ? pathOf(flow, 'similar') : null;
  },

  async show(flow) {
    const { say } = flow.visit;
    const found = await knownOf(flow);
    const isSure = found[0]?.fit === 'same';
    const title = say(isSure ? 'known.title' : 'known.maybe');
    const names = await namesOf(flow.visit);
    const content = html`<h1>${title}</h1>
      <p>${say('known.lead')}</p>
      <ul class="similar">
        ${found.map(
          ({ known }) =>
            html`<li>
              <div>${saying(flow.visit, known, names)}</div>
              <button class="button${isSure && ' primary'}" name="bilinen" value="${known.id}">
                ${say('known.tellMe')}
              </button>
            </li>`,
        )}
      </ul>
      <p class="hint">${say('known.tellMeHint')}</p>
      <p class="actions">
        <button class="button${!isSure && ' primary'}" name="bilinen" value="">${say('known.other')}</button>
      </p>`;
    return { title, body: stepForm(flow, { step: 'known', content }) };
  },
};

interface Names {
  neighbourhoods: ReadonlyMap<number, string>;
  areas: ReadonlyMap<string, string>;
}

async function namesOf({ house, language }: Visit): Promise<Names> {
  const [homes, areas] = [await listNeighbourhoods(house.db), await listAreas(house.db)];
  return {
    neighbourhoods: new Map(homes.map(({ id, name }) => [id, name])),
    areas: new Map(areas.map(({ code, name }) => [code, name[language]])),
  };
}

/** What is said of it: the words of the house, where, and until when. */
function saying({ say, language, now }: Visit, known: KnownProblem, names: Names): Markup {
  const { tr, en, expectedEnd } = known;
  const foreign = language === 'en' && en === null;
  const end = isKnownOverdue(known, now)
    ? say('known.overdue')
    : expectedEnd === null
      ? say('known.noEnd')
      : say('known.expected', { zaman: formatDateTime(expectedEnd, language) });
  return html`<strong${foreign && html` lang="tr"`}>${(language === 'en' && en) || tr}</strong><br />
    <span class="hint">${whereIs(known, names) || say('known.everywhere')}<br />${end}</span>`;
}

const MOST_NAMED = 6;

function whereIs({ whereabouts, neighbourhoods, areas }: KnownProblem, names: Names): string {
  const all = [
    ...neighbourhoods.flatMap((id) => names.neighbourhoods.get(id) ?? []),
    ...areas.flatMap((code) => names.areas.get(code) ?? []),
  ];
  const named = all.length > MOST_NAMED ? [...all.slice(0, MOST_NAMED), '…'] : all;
  return [whereabouts, ...named].filter(Boolean).join(', ');
}

/** On the front door: what everybody may be about to write of. Nothing where nothing is known. */
export async function knownAtHome(visit: Visit): Promise<Markup | null> {
  const known = (await knownProblemsInForce(visit.house.db)).slice(0, MOST_SHOWN);
  if (known.length === 0) return null;
  const names = await namesOf(visit);
  return html`<section>
    <h2>${visit.say('known.home')}</h2>
    <ul class="similar">
      ${known.map((each) => html`<li><div>${saying(visit, each, names)}</div></li>`)}
    </ul>
    <p class="hint">${visit.say('known.homeHint')}</p>
  </section>`;
}
