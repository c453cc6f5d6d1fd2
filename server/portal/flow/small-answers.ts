/** Small answers for the script: the topic while typing, streets, the neighbourhood of a point. Pages work without each of them. */
import type { FastifyReply } from 'fastify';
import type { Route } from '../../kernel/http/route.ts';
import { pageRoute } from '../../kernel/http/route.ts';
import type { Neighbourhood } from '../../modules/places/door.ts';
import { listNeighbourhoods, suggestStreets } from '../../modules/places/door.ts';
import type { PlacedNeighbourhood } from '../../../ui/place-grid.ts';
import { nearestNeighbourhood } from '../../../ui/place-grid.ts';
import type { Visit } from '../visit.ts';
import { countAgainst, openVisit } from '../visit.ts';
import { suggestionFragment } from './topic.ts';

const TYPING = { name: 'portal-typing', most: 1200, seconds: 600 };

export const smallAnswerRoutes: Route[] = [
  pageRoute({
    method: 'POST',
    path: '/basvuru/konu-onerisi',
    summary: 'The likeliest topic for a text, as a piece of page',
    who: 'anyone',
    handle: async (context) => suggestTopic(await openVisit(context)),
  }),
  pageRoute({
    method: 'GET',
    path: '/basvuru/sokaklar',
    summary: 'Streets that begin so',
    who: 'anyone',
    handle: async (context) => streets(await openVisit(context)),
  }),
  pageRoute({
    method: 'POST',
    path: '/basvuru/en-yakin',
    summary: 'The neighbourhood of a point',
    who: 'anyone',
    handle: async (context) => nearest(await openVisit(context)),
  }),
];

/** Words and whereabouts come in the body: an address would be written into logs on the way. */
async function suggestTopic(visit: Visit): Promise<FastifyReply> {
  await countAgainst(visit, TYPING);
  const fragment = await suggestionFragment(visit, visit.form.metin ?? '');
  return visit.reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(String(fragment));
}

async function streets(visit: Visit): Promise<FastifyReply> {
  await countAgainst(visit, TYPING);
  const { mahalle = '', q = '' } = visit.query;
  const neighbourhoodId = /^\d{1,5}$/.test(mahalle) ? Number(mahalle) : undefined;
  const found = await suggestStreets(visit.house.db, { neighbourhoodId, typed: q.slice(0, 80), limit: 8 });
  return visit.reply.header('cache-control', 'no-store').send([...new Set(found.map(({ name }) => name))]);
}

async function nearest(visit: Visit): Promise<FastifyReply> {
  const point = { lat: Number(visit.form.enlem || NaN), lon: Number(visit.form.boylam || NaN) };
  const known = Number.isFinite(point.lat) && Number.isFinite(point.lon);
  const found = known ? nearestNeighbourhood(placed(await listNeighbourhoods(visit.house.db)), point) : null;
  return visit.reply
    .header('cache-control', 'no-store')
    .send(found === null ? null : { id: Number(found.key), name: found.name });
}

/** The neighbourhoods that have a spot on the schematic map. */
export function placed(all: readonly Neighbourhood[]): PlacedNeighbourhood[] {
  return all.flatMap(({ id, fullName, shortName, tileCol, tileRow, latitude, longitude, active }) => {
    if (!active || tileCol === null || tileRow === null || latitude === null || longitude === null) return [];
    return [
      {
        key: String(id),
        name: fullName,
        shortName,
        tile: { col: tileCol, row: tileRow },
        centre: { lat: latitude, lon: longitude },
      },
    ];
  });
}
