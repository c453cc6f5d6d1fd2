/** Everything about requests that is read: lists, counts, search, the page, its photos, its neighbours. */
import { ById, SearchAnswer, SearchQuery } from '../../../contract/request-acts.ts';
import {
  RequestPage,
  SimilarAnswer,
  WorkListAnswer,
  WorkListCounts,
  WorkListQuery,
} from '../../../contract/requests.ts';
import type { Static } from 'typebox';
import type { StaffActor } from '../../kernel/actor.ts';
import type { House } from '../../kernel/house.ts';
import { apiRoute, pageRoute, staffOf } from '../../kernel/http/route.ts';
import type { Route } from '../../kernel/http/route.ts';
import { isId } from '../../kernel/ids.ts';
import { refuse } from '../../kernel/refusals.ts';
import { parsePhone } from '../../../text/phone.ts';
import { formatTrackingNumber, parseTrackingNumber } from '../../../text/tracking-number.ts';
import { assignmentsOf } from './assignment-store.ts';
import { similarNearby } from './near-store.ts';
import { presentRequest } from './present.ts';
import { filterOf, iso, keyAfter, namesFor, pageOf, shownRow } from './present-list.ts';
import { caseFile } from './queries.ts';
import type { ServiceRequest } from './request.ts';
import { listRights, mayOn, readableCase } from './reader.ts';
import { requestById, requestByTrackingNumber } from './store.ts';
import { photoById } from './words-store.ts';
import { workList, workListCounts } from './work-list-store.ts';

export const readRoutes: Route[] = [
  apiRoute({
    method: 'GET',
    path: '/api/v1/requests',
    summary: 'The work list: requests by filter, sorted by the clock that runs out next, a page at a time',
    who: 'staff',
    query: WorkListQuery,
    response: WorkListAnswer,
    handle: ({ house, actor, query }) => listRequests(house, staffOf(actor), query),
  }),
  apiRoute({
    method: 'GET',
    path: '/api/v1/requests/counts',
    summary: 'How many of the listed open requests are overdue, due today, due this week, or wait for the citizen',
    who: 'staff',
    query: WorkListQuery,
    response: WorkListCounts,
    handle: ({ house, actor, query }) => workListCounts(house.db, filterOf(staffOf(actor), query), house.clock.now()),
  }),
  apiRoute({
    method: 'GET',
    path: '/api/v1/requests/:id',
    summary: 'Everything about one request, personal data masked, with the steps that are open',
    who: 'staff',
    params: ById,
    response: RequestPage,
    async handle({ house, actor, params }) {
      await readableCase(house.db, staffOf(actor), params.id);
      const file = await caseFile(house.db, params.id);
      if (!file) throw refuse('not-found');
      return presentRequest(house, staffOf(actor), file);
    },
  }),
  apiRoute({
    method: 'GET',
    path: '/api/v1/requests/:id/similar',
    summary: 'Requests on the same topic nearby, of the last twelve weeks',
    who: 'staff',
    params: ById,
    response: SimilarAnswer,
    handle: async ({ house, actor, params }) => ({ requests: await similarTo(house, staffOf(actor), params.id) }),
  }),
  apiRoute({
    method: 'GET',
    path: '/api/v1/search',
    summary: 'Finds requests by tracking number in any grouping, by phone, or by words',
    who: 'staff',
    query: SearchQuery,
    response: SearchAnswer,
    handle: async ({ house, actor, query }) => ({ requests: await searchRequests(house, staffOf(actor), query.q) }),
  }),
  pageRoute({
    method: 'GET',
    path: '/api/v1/requests/:id/photos/:photo',
    summary: 'One photo of a request',
    who: 'staff',
    async handle({ house, actor, params, reply }) {
      const { id = '', photo = '' } = params;
      if (!isId(id) || !isId(photo)) throw refuse('not-found');
      await readableCase(house.db, staffOf(actor), id);
      const found = await photoById(house.db, photo);
      if (!found || found.requestId !== id) throw refuse('not-found');
      return reply
        .type(found.mediaType)
        .header('cache-control', 'private, max-age=3600, immutable')
        .header('content-disposition', 'inline')
        .send(await house.files.get(found.sha256));
    },
  }),
];

async function listRequests(
  house: House,
  actor: StaffActor,
  query: Static<typeof WorkListQuery>,
): Promise<Static<typeof WorkListAnswer>> {
  const now = house.clock.now();
  const page = pageOf(query);
  const found = await workList(house.db, filterOf(actor, query), { now, page });
  const rows = found.slice(0, page.limit - 1);
  const names = await namesFor(house.db, {
    topics: rows.map(({ topicCode }) => topicCode),
    directorates: rows.flatMap(({ directorates }) => directorates),
    neighbourhoods: rows.map(({ neighbourhoodId }) => neighbourhoodId),
    staff: rows.flatMap(({ assigneeIds }) => assigneeIds),
  });
  const last = rows.at(-1);
  const next = found.length > rows.length && last ? keyAfter(last, page.sort) : null;
  return { rows: rows.map(shownRow), next, names, now: iso(now) };
}

async function similarTo(house: House, actor: StaffActor, id: string) {
  const { request } = await readableCase(house.db, actor, id);
  const { topicCode, neighbourhoodId, latitude, longitude } = request;
  // About a restricted one nothing is compared: its place and topic together may already say who it is about.
  if (topicCode === null || neighbourhoodId === null || request.restricted) return [];
  const near = await similarNearby(
    house.db,
    { topicCode, neighbourhoodId, latitude, longitude, except: id },
    house.clock.now(),
  );
  const readable = await Promise.all(
    near.map(async (each) => ((await isReadable(house, actor, each.id)) ? [each] : [])),
  );
  return readable.flat().map(({ id: nearId, trackingNumber, text, state, receivedAt, street, distance }) => ({
    ...{ text, state, street, distance },
    id: nearId,
    shownNumber: formatTrackingNumber(trackingNumber),
    receivedAt: iso(receivedAt),
  }));
}

const MOST_FOUND = 8;
const SHORTEST_WORDS = 2;

async function searchRequests(house: House, actor: StaffActor, typed: string) {
  const rights = listRights(actor);
  const number = parseTrackingNumber(typed);
  const exact = number === null ? undefined : await requestByTrackingNumber(house.db, number);
  if (exact) return (await isReadable(house, actor, exact.id)) ? [found(exact)] : [];
  if (typed.trim().length < SHORTEST_WORDS) return [];
  const phone = parsePhone(typed);
  const filter = phone.ok ? { ...rights, phone: phone.e164 } : { ...rights, text: typed };
  const page = { sort: 'newest', limit: MOST_FOUND } as const;
  return (await workList(house.db, filter, { now: house.clock.now(), page })).map(found);
}

/** Whether the live stream, the search and the neighbours may name this request to this person. */
export async function isReadable(house: House, actor: StaffActor, id: string): Promise<boolean> {
  const request = await requestById(house.db, id);
  return (
    request !== undefined && mayOn(actor, 'request-read', { request, assignments: await assignmentsOf(house.db, id) })
  );
}

type Found = Pick<ServiceRequest, 'id' | 'trackingNumber' | 'text' | 'state' | 'receivedAt'>;

function found({ id, trackingNumber, text, state, receivedAt }: Found) {
  return {
    id,
    shownNumber: formatTrackingNumber(trackingNumber),
    text: text.slice(0, 120),
    state,
    receivedAt: iso(receivedAt),
  };
}
