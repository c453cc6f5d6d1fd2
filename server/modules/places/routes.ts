import { Type } from 'typebox';
import { Revision } from '../../../contract/catalogue.ts';
import {
  Area,
  AreaChange,
  Neighbourhood,
  NeighbourhoodChange,
  RegisteredStreet,
  Street,
  StreetChange,
  StreetFile,
  StreetFileAnswer,
  StreetQuery,
  StreetRegister,
  StreetRegisterQuery,
} from '../../../contract/places.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import type { Route, WhoMay } from '../../kernel/http/route.ts';
import { apiRoute } from '../../kernel/http/route.ts';
import { refuse } from '../../kernel/refusals.ts';
import { revisionsOf, shownRevision } from '../../kernel/revisions.ts';
import { importStreets } from './actions/import-streets.ts';
import { saveArea } from './actions/save-area.ts';
import { saveNeighbourhood } from './actions/save-neighbourhood.ts';
import { saveStreet } from './actions/save-street.ts';
import { listAreas, listNeighbourhoods, streetById, streetRegister, suggestStreets } from './queries.ts';

const READERS: WhoMay = ['settings-history', 'routing-change'];
/** Whoever writes rules also draws the areas they name. */
const WRITERS: WhoMay = ['settings-change', 'routing-change'];

const byId = Type.Object({ id: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }) });
const byCode = Type.Object({ code: Type.String({ maxLength: 16 }) });
const PAGE = 100;

/** Public: the names of streets are nobody's secret, and the portal suggests them while a citizen types. */
const publicRoutes: Route[] = [
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

/** Who changed it before, when and why. */
function revisionsRoute(path: string, kind: string, key: 'id' | 'code'): Route {
  return apiRoute({
    method: 'GET',
    path: `${path}/:${key}/revisions`,
    summary: `Every version this ${kind} had, newest first: who, when and why`,
    who: READERS,
    params: key === 'id' ? byId : byCode,
    response: Type.Array(Revision),
    handle: async ({ house, params }) =>
      (await revisionsOf(house.db, kind, String((params as Record<string, unknown>)[key]))).map(shownRevision),
  });
}

const neighbourhoodRoutes: Route[] = [
  apiRoute({
    method: 'POST',
    path: '/api/v1/neighbourhoods',
    summary: 'Adds a neighbourhood',
    who: WRITERS,
    body: NeighbourhoodChange,
    response: Neighbourhood,
    handle: ({ house, actor, body }) =>
      inTransaction(house, { actor }, (tx) => saveNeighbourhood(tx, { id: null, ...body })),
  }),
  apiRoute({
    method: 'PUT',
    path: '/api/v1/neighbourhoods/:id',
    summary: 'Changes a neighbourhood; every version is kept',
    who: WRITERS,
    params: byId,
    body: NeighbourhoodChange,
    response: Neighbourhood,
    handle: ({ house, actor, params, body }) =>
      inTransaction(house, { actor }, (tx) => saveNeighbourhood(tx, { id: params.id, ...body })),
  }),
  revisionsRoute('/api/v1/neighbourhoods', 'neighbourhood', 'id'),
];

const streetRoutes: Route[] = [
  apiRoute({
    method: 'GET',
    path: '/api/v1/streets/register',
    summary: 'The register of streets: whose road each is, and on what that stands; a page at a time',
    who: READERS,
    query: StreetRegisterQuery,
    response: StreetRegister,
    async handle({ house, query }) {
      const { streets, counts } = await streetRegister(house.db, { ...query, limit: PAGE + 1 });
      const shown = streets.slice(0, PAGE);
      return { streets: shown, counts, next: streets.length > PAGE ? shown.at(-1)!.id : null };
    },
  }),
  apiRoute({
    method: 'POST',
    path: '/api/v1/streets',
    summary: 'Adds a street',
    who: WRITERS,
    body: StreetChange,
    response: RegisteredStreet,
    handle: ({ house, actor, body }) => inTransaction(house, { actor }, (tx) => saveStreet(tx, { id: null, ...body })),
  }),
  apiRoute({
    method: 'GET',
    path: '/api/v1/streets/:id',
    summary: 'One street of the register',
    who: READERS,
    params: byId,
    response: RegisteredStreet,
    async handle({ house, params }) {
      const street = await streetById(house.db, params.id);
      if (street === undefined) throw refuse('not-found');
      return street;
    },
  }),
  apiRoute({
    method: 'PUT',
    path: '/api/v1/streets/:id',
    summary: 'Renames a street, says whose road it is, or closes it; every version is kept',
    who: WRITERS,
    params: byId,
    body: StreetChange,
    response: RegisteredStreet,
    handle: ({ house, actor, params, body }) =>
      inTransaction(house, { actor }, (tx) => saveStreet(tx, { id: params.id, ...body })),
  }),
  revisionsRoute('/api/v1/streets', 'street', 'id'),
  apiRoute({
    method: 'POST',
    path: '/api/v1/streets/file',
    summary: 'Reads a file of streets and says line by line what it would do, or does it',
    who: WRITERS,
    body: StreetFile,
    response: StreetFileAnswer,
    bodyLimit: 3_000_000,
    handle: ({ house, actor, body }) => inTransaction(house, { actor }, (tx) => importStreets(tx, body)),
  }),
];

const areaRoutes: Route[] = [
  apiRoute({
    method: 'GET',
    path: '/api/v1/areas',
    summary: 'The areas the municipality has drawn, with those that were closed',
    who: 'staff',
    response: Type.Array(Area),
    handle: ({ house }) => listAreas(house.db),
  }),
  apiRoute({
    method: 'PUT',
    path: '/api/v1/areas/:code',
    summary: 'Adds, changes or closes an area; every version is kept',
    who: WRITERS,
    params: byCode,
    body: AreaChange,
    response: Area,
    bodyLimit: 3_000_000,
    handle({ house, actor, params, body: { area, reason } }) {
      if (area.code !== params.code) throw refuse('input-invalid', { field: 'code' });
      return inTransaction(house, { actor }, (tx) => saveArea(tx, area, reason));
    },
  }),
  revisionsRoute('/api/v1/areas', 'area', 'code'),
];

export const placesRoutes: Route[] = [...publicRoutes, ...neighbourhoodRoutes, ...streetRoutes, ...areaRoutes];
