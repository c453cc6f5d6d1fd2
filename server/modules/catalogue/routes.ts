/** Topics and the municipality over the API. What citizens may read is public; changing it is the administrator's. */
import { Type } from 'typebox';
import {
  Catalogue,
  Profile,
  ProfileChange,
  ProfileSaved,
  Revision,
  Suggestion,
  Topic,
  TopicChange,
  TopicTraining,
} from '../../../contract/catalogue.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import type { Route } from '../../kernel/http/route.ts';
import { apiRoute } from '../../kernel/http/route.ts';
import { refuse } from '../../kernel/refusals.ts';
import { shownRevision } from '../../kernel/revisions.ts';
import { saveMunicipality } from './actions/save-municipality.ts';
import { saveTopic } from './actions/save-topic.ts';
import {
  listGroups,
  listTopics,
  municipality,
  profileRevisions,
  topicIndex,
  topicInForce,
  topicRevisions,
} from './queries.ts';
import { groupRoutes } from './groups/group-routes.ts';
import { trainingsNewestFirst } from './lesson-store.ts';
import { portalTextRoutes } from './portal-texts/portal-text-routes.ts';
import { seasonRoutes } from './seasons/season-routes.ts';
import { suggestTopics } from './suggest-topics.ts';

const byCode = Type.Object({ code: Type.String() });
const SHOWN_TRAININGS = 12;

export const catalogueRoutes: Route[] = [
  apiRoute({
    method: 'GET',
    path: '/api/v1/topics',
    summary: 'The topics with their groups, questions and standards, with those no longer offered',
    who: 'staff',
    response: Catalogue,
    async handle({ house }) {
      const [groups, topics] = await Promise.all([listGroups(house.db), listTopics(house.db)]);
      return { groups, topics };
    },
  }),
  apiRoute({
    method: 'GET',
    path: '/api/v1/topics/suggest',
    summary: "The likeliest topics for a citizen's own words, best first",
    who: 'anyone',
    query: Type.Object({ text: Type.String({ maxLength: 4000 }) }, { additionalProperties: false }),
    response: Type.Array(Suggestion),
    async handle({ house, query }) {
      const likeliest = suggestTopics(await topicIndex(house.db), query.text);
      const found = await Promise.all(
        likeliest.map(async ({ code, ...why }) => ({ ...why, topic: await topicInForce(house.db, code) })),
      );
      return found.flatMap(({ topic, ...why }) =>
        topic ? [{ code: topic.code, name: topic.name, directorate: topic.directorate, ...why }] : [],
      );
    },
  }),
  apiRoute({
    method: 'GET',
    path: '/api/v1/topics/accuracy',
    summary: 'How often the right topic is suggested, night by night, measured on requests nothing was learned from',
    who: ['settings-read'],
    response: Type.Array(TopicTraining),
    handle: async ({ house }) =>
      (await trainingsNewestFirst(house.db, SHOWN_TRAININGS)).map(({ trainedAt, ...training }) => ({
        ...training,
        trainedAt: trainedAt.toISOString(),
      })),
  }),
  apiRoute({
    method: 'PUT',
    path: '/api/v1/topics/:code',
    summary: 'Adds or changes a topic; every version is kept, and old requests keep theirs',
    who: ['settings-change'],
    params: byCode,
    body: TopicChange,
    response: Topic,
    handle({ house, actor, params, body: { topic, reason } }) {
      if (topic.code !== params.code) throw refuse('input-invalid', { field: 'code' });
      return inTransaction(house, { actor }, (tx) => saveTopic(tx, topic, reason));
    },
  }),
  apiRoute({
    method: 'GET',
    path: '/api/v1/topics/:code/revisions',
    summary: 'Every version a topic had, newest first: who, when and why',
    who: ['settings-history'],
    params: byCode,
    response: Type.Array(Revision),
    handle: async ({ house, params }) => (await topicRevisions(house.db, params.code)).map(shownRevision),
  }),
  apiRoute({
    method: 'GET',
    path: '/api/v1/municipality',
    summary: "The municipality's name, numbers and colour",
    who: 'anyone',
    response: Profile,
    handle: ({ house }) => municipality(house.db),
  }),
  apiRoute({
    method: 'GET',
    path: '/api/v1/municipality/revisions',
    summary: 'Every version the profile had, newest first: who, when and why',
    who: ['settings-history'],
    response: Type.Array(Revision),
    handle: async ({ house }) => (await profileRevisions(house.db)).map(shownRevision),
  }),
  apiRoute({
    method: 'PUT',
    path: '/api/v1/municipality',
    summary: "Changes the municipality's profile; says so when the colour had to be darkened to stay readable",
    who: ['settings-change'],
    body: ProfileChange,
    response: ProfileSaved,
    handle: ({ house, actor, body: { profile, reason } }) =>
      inTransaction(house, { actor }, (tx) => saveMunicipality(tx, profile, reason)),
  }),
  ...groupRoutes,
  ...portalTextRoutes,
  ...seasonRoutes,
];
