/** Standard texts: kept by those who own them, offered to those who write. */
import { Type } from 'typebox';
import { StandardText, StandardTextGiven, StandardTextOffered, TextProblem } from '../../../contract/standard-texts.ts';
import { ById } from '../../../contract/request-acts.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import type { Route } from '../../kernel/http/route.ts';
import { apiRoute, staffOf } from '../../kernel/http/route.ts';
import { isId } from '../../kernel/ids.ts';
import { refuse } from '../../kernel/refusals.ts';
import { revisionsOf, shownRevision } from '../../kernel/revisions.ts';
import { readableCase, requireRight } from '../requests/door.ts';
import { problemsOfBody } from './standard/merge-fields.ts';
import { offerTexts } from './standard/offer-texts.ts';
import { saveStandardText } from './standard/save-standard-text.ts';
import { allStandardTexts, countUse, standardTextById } from './standard/standard-text-store.ts';

export const standardTextRoutes: Route[] = [
  apiRoute({
    method: 'GET',
    path: '/api/v1/standard-texts',
    summary: 'The standard texts of answers',
    who: ['settings-read'],
    response: Type.Array(StandardText),
    handle: ({ house }) => allStandardTexts(house.db),
  }),
  apiRoute({
    method: 'POST',
    path: '/api/v1/standard-texts',
    summary: 'Adds a standard text',
    who: ['standard-text-change'],
    body: StandardTextGiven,
    response: StandardText,
    handle: ({ house, actor, body }) => inTransaction(house, { actor }, (tx) => saveStandardText(tx, body)),
  }),
  apiRoute({
    method: 'PUT',
    path: '/api/v1/standard-texts/:id',
    summary: 'Changes a standard text; the versions before stay',
    who: ['standard-text-change'],
    params: ById,
    body: StandardTextGiven,
    response: StandardText,
    handle: ({ house, actor, params: { id }, body }) =>
      inTransaction(house, { actor }, async (tx) => {
        if (!isId(id) || !(await standardTextById(tx.db, id))) throw refuse('not-found');
        return saveStandardText(tx, { id, ...body });
      }),
  }),
  apiRoute({
    method: 'POST',
    path: '/api/v1/standard-texts/check',
    summary: 'What is wrong with a standard text still being written; nothing is kept',
    who: ['standard-text-change'],
    body: Type.Object({ body: Type.String({ maxLength: 4000 }) }, { additionalProperties: false }),
    response: Type.Array(TextProblem),
    handle: async ({ body }) => problemsOfBody(body.body),
  }),
  apiRoute({
    method: 'GET',
    path: '/api/v1/standard-texts/:id/revisions',
    summary: 'Every version of a standard text: who, when, why',
    who: ['settings-read'],
    params: ById,
    handle: async ({ house, params }) => (await revisionsOf(house.db, 'standard-text', params.id)).map(shownRevision),
  }),
  apiRoute({
    method: 'GET',
    path: '/api/v1/assignments/:id/standard-texts',
    summary: 'Standard texts that fit an answer, filled for its request, most used first',
    who: 'staff',
    params: ById,
    query: Type.Object({ outcome: Type.Optional(Type.String()) }, { additionalProperties: false }),
    response: Type.Array(StandardTextOffered),
    async handle({ house, actor, params, query }) {
      const requestId = await requireRight(house, staffOf(actor), {
        of: 'assignments',
        id: params.id,
        needs: 'answer',
      });
      const { request, assignments } = await readableCase(house.db, staffOf(actor), requestId);
      const assignment = assignments.find(({ id }) => id === params.id)!;
      return offerTexts(house, { request, assignment, outcome: query.outcome ?? 'interim' });
    },
  }),
  apiRoute({
    method: 'POST',
    path: '/api/v1/standard-texts/:id/uses',
    summary: 'Says that a standard text was picked: what is used most stands first',
    who: ['answer'],
    params: ById,
    async handle({ house, actor, params }) {
      if (!isId(params.id)) throw refuse('not-found');
      await inTransaction(house, { actor }, (tx) => countUse(tx, params.id));
      return {};
    },
  }),
];
