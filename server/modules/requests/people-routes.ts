/** Two records of one person: what suggests it, putting them together, and undoing it. */
import { NewPeopleMerge, SamePerson } from '../../../contract/people.ts';
import { ById, Done } from '../../../contract/request-acts.ts';
import type { Db } from '../../kernel/db/database.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { apiRoute, staffOf } from '../../kernel/http/route.ts';
import type { Route } from '../../kernel/http/route.ts';
import { refuse } from '../../kernel/refusals.ts';
import { initialsMask } from '../../../text/turkish.ts';
import { citizenNames, mergesInto, samePeople } from '../citizens/door.ts';
import { actRoute } from './act-route.ts';
import { mergePeople, undoMergeOfPeople } from './actions/merge-people.ts';
import { requestsOfCitizen } from './people-store.ts';
import { readableCase, requireOn } from './reader.ts';
import { requestById } from './store.ts';

export const peopleRoutes: Route[] = [
  apiRoute({
    method: 'GET',
    path: '/api/v1/requests/:id/same-person',
    summary: 'Records that may be of the same person as this request’s, and those merged into it; names as initials',
    who: ['people-merge'],
    params: ById,
    response: SamePerson,
    async handle({ house, actor, params }) {
      const found = await readableCase(house.db, staffOf(actor), params.id);
      requireOn(staffOf(actor), 'people-merge', found);
      const { citizenId, identitySecret } = found.request;
      // A secret identity is nobody's other record.
      if (citizenId === null || identitySecret) return { suggested: [], merged: [] };
      return { suggested: await suggestedFor(house.db, citizenId), merged: await mergedInto(house.db, citizenId) };
    },
  }),
  actRoute(
    {
      of: 'requests',
      path: 'same-person',
      summary: 'Another record is the same person as this request’s: its requests come to this one',
      needs: 'people-merge',
      body: NewPeopleMerge,
    },
    async (tx, requestId, { citizen, why }) => {
      const keptId = (await requestById(tx.db, requestId))?.citizenId;
      if (!keptId) throw refuse('step-not-allowed', { step: 'merge-people' });
      await mergePeople(tx, { keptId, mergedId: citizen, why });
    },
  ),
  apiRoute({
    method: 'POST',
    path: '/api/v1/people-merges/:id/undo',
    summary: 'Separates two records again: the requests that changed hands go back',
    who: ['people-merge'],
    params: ById,
    response: Done,
    async handle({ house, actor, params }) {
      await inTransaction(house, { actor }, (tx) => undoMergeOfPeople(tx, params.id));
      return { seen: 0 };
    },
  }),
];

async function suggestedFor(db: Db, citizenId: string): Promise<SamePerson['suggested']> {
  const suggested: SamePerson['suggested'] = [];
  for (const { id, name, why } of await samePeople(db, citizenId)) {
    const requests = await requestsOfCitizen(db, id);
    if (requests.some(({ identitySecret }) => identitySecret)) continue;
    suggested.push({ citizenId: id, initials: initialsMask(name), why, requests: requests.length });
  }
  return suggested;
}

async function mergedInto(db: Db, citizenId: string): Promise<SamePerson['merged']> {
  const merges = await mergesInto(db, citizenId);
  const names = await citizenNames(
    db,
    merges.map(({ mergedId }) => mergedId),
  );
  return merges.map(({ id, mergedId, why, madeAt, requests }) => ({
    ...{ id, why },
    initials: initialsMask(names.get(mergedId) ?? ''),
    madeAt: madeAt.toISOString(),
    requests: requests.length,
  }));
}
