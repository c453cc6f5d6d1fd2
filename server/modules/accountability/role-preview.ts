/** What somebody would see under a role that is still being written. It saves nothing and names no request. */
import type { RolePreview, RolePreviewAsked } from '../../../contract/staff.ts';
import { RolePreview as Answer, RolePreviewAsked as Asked } from '../../../contract/staff.ts';
import type { House } from '../../kernel/house.ts';
import type { Route } from '../../kernel/http/route.ts';
import { apiRoute } from '../../kernel/http/route.ts';
import { refuse } from '../../kernel/refusals.ts';
import { countSeen, sightsOf } from '../requests/door.ts';
import { staffActorUnder } from '../staff/door.ts';

export const rolePreviewRoute: Route = apiRoute({
  method: 'POST',
  path: '/api/v1/roles/preview',
  summary: 'How many open requests somebody sees now and would see under a role being written; nothing is saved',
  who: ['staff-change'],
  body: Asked,
  response: Answer,
  handle: ({ house, body }) => preview(house, body),
});

async function preview(house: House, { person, base, rights }: RolePreviewAsked): Promise<RolePreview> {
  const as = await staffActorUnder(house, person, { role: 'preview', base, rights });
  if (as === null) throw refuse('not-found');
  const [now, then] = await Promise.all(
    [as.now, as.then].map((actor) => countSeen(house.db, sightsOf(actor, 'request-list'))),
  );
  return { now: now!, then: then! };
}
