import { NewAnnouncement } from '../../../contract/announcing.ts';
import { BulkActAsked, NewBulkAct } from '../../../contract/bulk.ts';
import { ById, WithReason } from '../../../contract/request-acts.ts';
import { NewMembers, Together } from '../../../contract/incidents.ts';
import type { Route } from '../../kernel/http/route.ts';
import { apiRoute, staffOf } from '../../kernel/http/route.ts';
import { actRoute, heldRoute, readableCase, requireOn } from '../requests/door.ts';
import { mergeRequests } from './actions/merge-requests.ts';
import { releaseFromIncident } from './actions/release-request.ts';
import { askForBulkAct } from './bulk/ask.ts';
import { knownProblemRoutes } from './known/routes.ts';
import { linkRoutes } from './links/routes.ts';
import { presentTogether } from './present.ts';

export const incidentRoutes: Route[] = [
  ...linkRoutes,
  ...knownProblemRoutes,
  apiRoute({
    method: 'POST',
    path: '/api/v1/bulk-acts',
    summary: 'Does one thing to many requests, chosen or filtered, as a long work; rights are asked of each',
    who: ['bulk-act'],
    body: NewBulkAct,
    response: BulkActAsked,
    handle: ({ house, actor, body }) => askForBulkAct(house, staffOf(actor), body),
  }),
  apiRoute({
    method: 'GET',
    path: '/api/v1/requests/:id/incident',
    summary: 'Who else reported the same: the lead, those who follow it, how many there are; nobody’s name',
    who: 'staff',
    params: ById,
    response: Together,
    async handle({ house, actor, params }) {
      const staff = staffOf(actor);
      return presentTogether(house.db, staff, await readableCase(house.db, staff, params.id));
    },
  }),
  actRoute(
    {
      of: 'requests',
      path: 'members',
      summary: 'Merges requests into this one: the work is done here once, and each is answered',
      needs: 'incident-merge',
      body: NewMembers,
    },
    async (tx, into, { requests, why }) => {
      // What the person may not see is not there for them, whatever its id.
      for (const id of requests)
        requireOn(staffOf(tx.actor), 'incident-merge', await readableCase(tx.db, staffOf(tx.actor), id));
      await mergeRequests(tx, { into, requests, why });
    },
  ),
  actRoute(
    {
      of: 'requests',
      path: 'release',
      summary: 'Takes a request out of its incident: its directorates have their parts back as they stood',
      needs: 'incident-merge',
      body: WithReason,
    },
    (tx, requestId, { reason, seen }) => releaseFromIncident(tx, { requestId, why: reason, seen }),
  ),
  heldRoute(
    {
      of: 'requests',
      path: 'incident-reopening',
      summary: 'Looks again for everybody who reported the same: the lead is opened, and all who follow it with it',
      needs: 'reopen-decide',
      body: WithReason,
      act: 'reopen-incident',
    },
    (requestId, { reason, seen }) => ({ requestId, reason, seen }),
  ),
  heldRoute(
    {
      of: 'requests',
      path: 'announcements',
      summary: 'Tells all who reported the same problem the same thing, each in their own channel and language',
      needs: 'incident-announce',
      body: NewAnnouncement,
      act: 'announce',
    },
    (requestId, { tr, en }) => ({ requestId, tr, en, text: tr }),
  ),
];
