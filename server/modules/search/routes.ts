/** What is found among requests: the work list, its counts, the search box. */
import type { Static } from 'typebox';
import {
  FilterQuery,
  MapAnswer,
  MapQuery,
  SearchAnswer,
  SearchQuery,
  WorkListAnswer,
  WorkListCounts,
  WorkListQuery,
} from '../../../contract/finding.ts';
import type { StaffActor } from '../../kernel/actor.ts';
import type { House } from '../../kernel/house.ts';
import { apiRoute, staffOf } from '../../kernel/http/route.ts';
import type { Route } from '../../kernel/http/route.ts';
import { calendarInForce } from '../calendar/door.ts';
import { iso, listedRequests, namesFor, shownRow } from '../requests/door.ts';
import { countsOfList } from './counts.ts';
import { exportRoutes } from './export/routes.ts';
import { explainAll, insteadOf } from './find.ts';
import { listPage, openList } from './list.ts';
import { mapOf } from './map.ts';
import { preparing } from './rebuild.ts';
import { search } from './search.ts';
import { countSearch } from './search-limit.ts';

export const searchRoutes: Route[] = [
  ...exportRoutes,
  apiRoute({
    method: 'GET',
    path: '/api/v1/requests',
    summary: 'The work list: requests by filter and words, in the order asked for, a page at a time',
    who: 'staff',
    query: WorkListQuery,
    response: WorkListAnswer,
    async handle({ house, actor, query }) {
      await countSearch(house, staffOf(actor), query.text);
      return listRequests(house, staffOf(actor), query);
    },
  }),
  apiRoute({
    method: 'GET',
    path: '/api/v1/requests/counts',
    summary: 'How many of the listed open requests are overdue, due today, due this week, or wait for the citizen',
    who: 'staff',
    query: FilterQuery,
    response: WorkListCounts,
    async handle({ house, actor, query }) {
      await countSearch(house, staffOf(actor), query.text);
      return countsOfList(house, staffOf(actor), query);
    },
  }),
  apiRoute({
    method: 'GET',
    path: '/api/v1/requests/map',
    summary:
      'The listed requests on a map: heaps with numbers, single ones as pins, and how many lie in each neighbourhood',
    who: 'staff',
    query: MapQuery,
    response: MapAnswer,
    async handle({ house, actor, query }) {
      await countSearch(house, staffOf(actor), query.text);
      return mapOf(house, staffOf(actor), query);
    },
  }),
  apiRoute({
    method: 'GET',
    path: '/api/v1/search',
    summary: 'Finds by words in any form, by number with a slip, by phone and name: the most useful first, and why',
    who: 'staff',
    query: SearchQuery,
    response: SearchAnswer,
    async handle({ house, actor, query }) {
      await countSearch(house, staffOf(actor), query.q);
      return search(house, staffOf(actor), query.q);
    },
  }),
];

const ROWS = 50;

async function listRequests(
  house: House,
  actor: StaffActor,
  { sort, after, limit = ROWS, ...query }: Static<typeof WorkListQuery>,
): Promise<Static<typeof WorkListAnswer>> {
  const now = house.clock.now();
  const list = await openList(house.db, actor, { query, now });
  const { ids, next } = await listPage(house.db, list, { sort, after, limit });
  const rows = await listedRequests(house.db, ids, list.reader.sights);
  const names = await namesFor(house.db, {
    topics: rows.map(({ topicCode }) => topicCode),
    directorates: rows.flatMap(({ directorates }) => directorates),
    neighbourhoods: rows.map(({ neighbourhoodId }) => neighbourhoodId),
    staff: rows.flatMap(({ assigneeIds }) => assigneeIds),
  });
  const { text, reader } = list;
  const explained = text === null ? [] : await explainAll(house.db, { reader, text, ids });
  const calendar = await calendarInForce(house.db);
  const why = new Map(explained.map((each) => [each.found.request.id, each.why]));
  return {
    rows: rows.map((row) => ({
      ...shownRow(row, { calendar, now }),
      ...(text !== null && { found: why.get(row.id) ?? [] }),
    })),
    ...{ next, names },
    instead: text === null ? [] : insteadOf(text, explained),
    preparing: await preparing(house.db),
    now: iso(now),
  };
}
