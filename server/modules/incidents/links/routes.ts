import type { StaffActor } from '../../../kernel/actor.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { formatTrackingNumber } from '../../../../text/tracking-number.ts';
import { LinksShown, NewLink, NoLink } from '../../../../contract/links.ts';
import { ById } from '../../../../contract/request-acts.ts';
import type { Route } from '../../../kernel/http/route.ts';
import { apiRoute, staffOf } from '../../../kernel/http/route.ts';
import { actRoute, listRights, readableCase, requestsByIds, withinSight } from '../../requests/door.ts';
import { linkRequests, unlinkRequests } from './link.ts';
import { linksOf } from './store.ts';

export const linkRoutes: Route[] = [
  apiRoute({
    method: 'GET',
    path: '/api/v1/requests/:id/links',
    summary: 'Requests that have to do with this one, as far as the reader may see them',
    who: 'staff',
    params: ById,
    response: LinksShown,
    async handle({ house, actor, params }) {
      await readableCase(house.db, staffOf(actor), params.id);
      return presentLinks(house.db, staffOf(actor), params.id);
    },
  }),
  actRoute(
    {
      of: 'requests',
      path: 'links',
      summary: 'Says that another request has to do with this one',
      needs: 'note',
      body: NewLink,
    },
    (tx, requestId, { other, kind }) => linkRequests(tx, { requestId, other, kind }),
  ),
  actRoute(
    {
      of: 'requests',
      path: 'unlinking',
      summary: 'The other request has nothing to do with this one after all',
      needs: 'note',
      body: NoLink,
    },
    (tx, requestId, { other }) => unlinkRequests(tx, { requestId, other }),
  ),
];

const SHOWN_LETTERS = 120;

async function presentLinks(db: Db, actor: StaffActor, requestId: string): Promise<LinksShown> {
  const links = await linksOf(db, requestId);
  const ids = links.map(({ otherId }) => otherId);
  const readable = await withinSight(db, ids, listRights(actor, 'request-read').sights);
  const requests = new Map((await requestsByIds(db, ids)).map((each) => [each.id, each]));
  return links.flatMap(({ otherId, kind }) => {
    const request = requests.get(otherId);
    if (!request || !readable.has(otherId)) return [];
    const { id, state, text, trackingNumber } = request;
    return [{ id, kind, state, text: text.slice(0, SHOWN_LETTERS), shownNumber: formatTrackingNumber(trackingNumber) }];
  });
}
