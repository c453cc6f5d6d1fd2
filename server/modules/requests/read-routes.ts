/** What is read of one request: its page, its photos, its neighbours. Lists and search are the search module's. */
import { ById } from '../../../contract/request-acts.ts';
import { RequestPage, SimilarAnswer } from '../../../contract/requests.ts';
import type { StaffActor } from '../../kernel/actor.ts';
import type { House } from '../../kernel/house.ts';
import { apiRoute, pageRoute, staffOf } from '../../kernel/http/route.ts';
import type { Route } from '../../kernel/http/route.ts';
import { isId } from '../../kernel/ids.ts';
import { refuse } from '../../kernel/refusals.ts';
import { similarNearby } from './near-store.ts';
import { lookAt } from './looks.ts';
import { presentRequest } from './present.ts';
import { similarShown } from './present-list.ts';
import { caseFileOf } from './queries.ts';
import { listRights, readableCase } from './reader.ts';
import { photoById } from './words-store.ts';

export const readRoutes: Route[] = [
  apiRoute({
    method: 'GET',
    path: '/api/v1/requests/:id',
    summary: 'Everything about one request, personal data masked, with the steps that are open',
    who: 'staff',
    params: ById,
    response: RequestPage,
    handle: ({ house, actor, params }) =>
      lookAt(house, staffOf(actor), { id: params.id }, async (found) =>
        presentRequest(house, staffOf(actor), await caseFileOf(house.db, found)),
      ),
  }),
  apiRoute({
    method: 'GET',
    path: '/api/v1/requests/:id/similar',
    summary: 'Requests of a kindred topic nearby, within twelve weeks, the likeliest first',
    who: 'staff',
    params: ById,
    response: SimilarAnswer,
    handle: async ({ house, actor, params }) => ({ requests: await similarTo(house, staffOf(actor), params.id) }),
  }),
  pageRoute({
    method: 'GET',
    path: '/api/v1/requests/:id/photos/:photo',
    summary: 'One photo of a request',
    who: 'staff',
    async handle({ house, actor, params, reply }) {
      const { id = '', photo = '' } = params;
      if (!isId(id) || !isId(photo)) throw refuse('not-found');
      const { mediaType, bytes } = await lookAt(house, staffOf(actor), { id, act: 'photos-opened' }, () =>
        photoOf(house, { id, photo }),
      );
      return reply
        .type(mediaType)
        .header('cache-control', 'private, max-age=3600, immutable')
        .header('content-disposition', 'inline')
        .send(bytes);
    },
  }),
];

async function photoOf(house: House, { id, photo }: { id: string; photo: string }) {
  const found = await photoById(house.db, photo);
  if (!found || found.requestId !== id) throw refuse('not-found');
  return { mediaType: found.mediaType, bytes: await house.files.get(found.sha256) };
}

async function similarTo(house: House, actor: StaffActor, id: string) {
  const { request } = await readableCase(house.db, actor, id);
  const { topicCode, neighbourhoodId } = request;
  // About a restricted one nothing is compared: its place and topic together may already say who it is about.
  if (topicCode === null || neighbourhoodId === null || request.restricted) return [];
  const where = { ...request, topicCode, neighbourhoodId, except: id, ...listRights(actor, 'request-read') };
  return (await similarNearby(house.db, where, house.clock.now())).map(similarShown);
}
