/** Changing the groups of topics over the API; they are read together with the topics. */
import { Type } from 'typebox';
import { Revision, TopicGroup, TopicGroupChange } from '../../../../contract/catalogue.ts';
import { inTransaction } from '../../../kernel/db/transaction.ts';
import type { Route } from '../../../kernel/http/route.ts';
import { apiRoute } from '../../../kernel/http/route.ts';
import { refuse } from '../../../kernel/refusals.ts';
import { revisionsOf, shownRevision } from '../../../kernel/revisions.ts';
import { saveTopicGroup } from './save-group.ts';

const ByCode = Type.Object({ code: Type.String() });

export const groupRoutes: Route[] = [
  apiRoute({
    method: 'PUT',
    path: '/api/v1/topic-groups/:code',
    summary: 'Adds or changes a group of topics: its name, picture and place; every version is kept',
    who: ['settings-change'],
    params: ByCode,
    body: TopicGroupChange,
    response: TopicGroup,
    handle({ house, actor, params, body: { group, reason } }) {
      if (group.code !== params.code) throw refuse('input-invalid', { field: 'code' });
      return inTransaction(house, { actor }, (tx) => saveTopicGroup(tx, group, reason));
    },
  }),
  apiRoute({
    method: 'GET',
    path: '/api/v1/topic-groups/:code/revisions',
    summary: 'Every version a group of topics had, newest first: who, when and why',
    who: ['settings-history'],
    params: ByCode,
    response: Type.Array(Revision),
    handle: async ({ house, params }) => (await revisionsOf(house.db, 'topic-group', params.code)).map(shownRevision),
  }),
];
