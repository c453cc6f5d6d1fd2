/** The map one may add, and never needs: a schematic drawing of the neighbourhoods, nobody's tiles. Reached only where a script runs. */
import type { FastifyReply } from 'fastify';
import type { Route } from '../../kernel/http/route.ts';
import { pageRoute } from '../../kernel/http/route.ts';
import { listNeighbourhoods } from '../../modules/places/door.ts';
import { neighbourhoodMap, placeAtPixel } from '../../../ui/neighbourhood-map.ts';
import { html, raw } from '../markup.ts';
import { hidden, primaryButton } from '../parts.ts';
import { sendPage } from '../reply.ts';
import type { Form, Visit } from '../visit.ts';
import { goTo, openVisit } from '../visit.ts';
import { formKey } from './own-draft.ts';
import { readPlace } from './place.ts';
import { placed } from './small-answers.ts';
import type { Flow } from './step-page.ts';
import { keep, openFlow, pathOf } from './step-page.ts';
import { STEP_PATHS } from './steps.ts';

const PATH = '/basvuru/harita';

export const mapRoutes: Route[] = [
  pageRoute({
    method: 'GET',
    path: PATH,
    summary: 'New request: the map',
    who: 'anyone',
    handle: async (context) => showMap(await openVisit(context)),
  }),
  pageRoute({
    method: 'POST',
    path: PATH,
    summary: 'New request: a point on the map, or on the way to it',
    who: 'anyone',
    handle: async (context) => takeMap(await openVisit(context)),
  }),
  pageRoute({
    method: 'GET',
    path: '/basvuru/harita-yeri',
    summary: 'The name of a spot of the drawing',
    who: 'anyone',
    handle: async (context) => nameSpot(await openVisit(context)),
  }),
];

/** The script knows nothing of the drawing's measures: it asks what lies under the crosshair. */
async function nameSpot(visit: Visit): Promise<FastifyReply> {
  const spot = await spotAt(visit, visit.query);
  return visit.reply.header('cache-control', 'no-store').send({ name: spot?.neighbourhood.name ?? null });
}

async function spotAt({ house }: Visit, given: Form) {
  const [x, y] = [Number(given.x || NaN), Number(given.y || NaN)];
  if (!Number.isFinite(x) || !Number.isFinite(y)) return null;
  return placeAtPixel(placed(await listNeighbourhoods(house.db)), { x, y });
}

async function showMap(visit: Visit): Promise<FastifyReply> {
  const flow = await openFlow(visit);
  if (flow.own === null || flow.own.draft.requestId !== null) return goTo(visit, STEP_PATHS.what);
  const { say, language } = visit;
  const { place } = flow.body;
  const neighbourhoods = placed(await listNeighbourhoods(visit.house.db));
  const point =
    place.latitude === null || place.longitude === null ? undefined : { lat: place.latitude, lon: place.longitude };
  const drawing = neighbourhoodMap({
    id: 'harita',
    neighbourhoods,
    language,
    size: 'large',
    ...(point && { point }),
    ...(/^\d+$/.test(place.neighbourhood) && { selected: place.neighbourhood }),
  });
  const body = html`<form method="post" action="${PATH}" id="adim" novalidate>
    ${hidden('taslak', flow.own.draft.id)}${hidden('anahtar', formKey(visit, flow.own))}${visit.query.don === 'kontrol' && hidden('don', 'kontrol')}
    <h1>${say('map.title')}</h1>
    <p class="hint" id="harita-ipucu">${say('map.lead')}</p>
    <div
      class="map"
      aria-describedby="harita-ipucu harita-yer"
      data-map-canvas="${say('map.title')}"
      data-chosen="${say('map.chosen', { yer: '{yer}' })}"
      data-unnamed="${say('map.unnamed')}"
      data-name="/basvuru/harita-yeri"
    >
      ${raw(drawing)}
    </div>
    <p role="status" id="harita-yer" class="big">${say('map.nothing')}</p>
    ${hidden('x', '')}${hidden('y', '')}
    <p class="actions">
      ${primaryButton(say('map.take'))} <a class="button" href="${pathOf(flow, 'place')}">${say('map.cancel')}</a>
    </p>
  </form>`;
  return sendPage(
    visit,
    {
      title: say('map.title'),
      body,
      back: pathOf(flow, 'place'),
      otherLanguage: { href: `${PATH}?taslak=${flow.own.draft.id}` },
    },
    { own: true },
  );
}

async function takeMap(visit: Visit): Promise<FastifyReply> {
  const flow = await openFlow(visit);
  if (flow.own?.draft.requestId) return goTo(visit, STEP_PATHS.what);
  if (visit.form.mahalle !== undefined) {
    const kept = await keep(flow, { ...flow.body, place: readPlace(flow.body, visit.form) });
    return goTo(visit, mapPath(kept));
  }
  const spot = await spotAt(visit, visit.form);
  if (spot === null) return goTo(visit, pathOf(flow, 'place'));
  const { neighbourhood, point } = spot;
  const place = { ...flow.body.place, neighbourhood: neighbourhood.key, latitude: point.lat, longitude: point.lon };
  return goTo(visit, pathOf(await keep(flow, { ...flow.body, place }), 'place'));
}

function mapPath(flow: Flow): string {
  return `${PATH}${pathOf(flow, 'place').slice(STEP_PATHS.place.length)}`;
}
