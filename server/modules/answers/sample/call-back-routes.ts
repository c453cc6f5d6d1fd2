import { CallBackList, CallBackMade, CallBackQuery, CallBackResults } from '../../../../contract/call-backs.ts';
import { ById } from '../../../../contract/request-acts.ts';
import { Type } from 'typebox';
import { inTransaction } from '../../../kernel/db/transaction.ts';
import { apiRoute, staffOf } from '../../../kernel/http/route.ts';
import type { Route } from '../../../kernel/http/route.ts';
import { refuse } from '../../../kernel/refusals.ts';
import { readableCase, requireOn } from '../../requests/door.ts';
import { callBacksFor, callBackResults } from './call-back-queries.ts';
import { callBackById } from './call-back-store.ts';
import { recordCall } from './record-call.ts';

export const callBackRoutes: Route[] = [
  apiRoute({
    method: 'GET',
    path: '/api/v1/call-backs',
    summary: 'Conclusions drawn at random whose citizen is still to be called, longest concluded first',
    who: ['quality-check'],
    response: CallBackList,
    handle: ({ house, actor }) => callBacksFor(house, staffOf(actor)),
  }),
  apiRoute({
    method: 'POST',
    path: '/api/v1/call-backs/:id/calls',
    summary:
      'Records a call: reached or not, whether the answer is true; “not true” asks that the request is looked at again',
    who: ['quality-check'],
    params: ById,
    body: CallBackMade,
    response: Type.Object({}),
    async handle({ house, actor, params, body }) {
      const found = await callBackById(house.db, params.id);
      if (!found) throw refuse('not-found');
      requireOn(staffOf(actor), 'quality-check', await readableCase(house.db, staffOf(actor), found.requestId));
      await inTransaction(house, { actor }, (tx) => recordCall(tx, { id: params.id, ...body }));
      return {};
    },
  }),
  apiRoute({
    method: 'GET',
    path: '/api/v1/call-backs/results',
    summary: 'How many of the conclusions asked about the citizens confirmed, by directorate',
    who: ['quality-check'],
    query: CallBackQuery,
    response: CallBackResults,
    handle: ({ house, actor, query }) => callBackResults(house, staffOf(actor), query),
  }),
];
