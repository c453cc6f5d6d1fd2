import { Type } from 'typebox';
import { Neighbourhood, Street, StreetQuery } from '../../../contract/places.ts';
import type { Route } from '../../kernel/http/route.ts';
import { apiRoute } from '../../kernel/http/route.ts';
import { listNeighbourhoods, suggestStreets } from './queries.ts';

/** Public: the names of streets are nobody's secret, and the portal suggests them while a citizen types. */
export const placesRoutes: Route[] = [
  apiRoute({
    method: 'GET',
    path: '/api/v1/neighbourhoods',
    summary: 'The neighbourhoods in Turkish order',
    who: 'anyone',
    response: Type.Array(Neighbourhood),
    handle: ({ house }) => listNeighbourhoods(house.db),
  }),
  apiRoute({
    method: 'GET',
    path: '/api/v1/streets',
    summary: 'Streets that may be meant by what was typed so far',
    who: 'anyone',
    query: StreetQuery,
    response: Type.Array(Street),
    handle: ({ house, query }) => suggestStreets(house.db, { ...query, limit: 10 }),
  }),
];
