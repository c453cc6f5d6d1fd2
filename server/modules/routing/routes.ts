/** The rules of routing over the API: reading, trying, publishing, and what they say of one request. */
import { Type } from 'typebox';
import { Revision } from '../../../contract/catalogue.ts';
import { ById, GivenPlace } from '../../../contract/request-acts.ts';
import {
  DryRunAsked,
  DryRunSample,
  Guesses,
  RulesChange,
  RulesInForce,
  RulesReport,
  RulesTried,
  Rerouting,
  WhyHere,
} from '../../../contract/routing.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import type { Route } from '../../kernel/http/route.ts';
import { apiRoute, staffOf } from '../../kernel/http/route.ts';
import { revisionsOf, shownRevision } from '../../kernel/revisions.ts';
import { saveRules } from './actions/save-rules.ts';
import { askDryRun } from './dry-run-work.ts';
import { guessesFor } from './guesses.ts';
import { dryRunSample, reportOn } from './present.ts';
import { ruleSetWithFaults, whatNames } from './queries.ts';
import { reroutingOf, whyHere } from './why-here.ts';

const ruleRoutes: Route[] = [
  apiRoute({
    method: 'GET',
    path: '/api/v1/routing/rules',
    summary: 'The rules in force in their order, with what is wrong with any of them',
    who: ['routing-read'],
    response: RulesInForce,
    handle: ({ house }) => ruleSetWithFaults(house.db),
  }),
  apiRoute({
    method: 'PUT',
    path: '/api/v1/routing/rules',
    summary: 'Publishes the whole rule set; every version is kept',
    who: ['routing-change'],
    body: RulesChange,
    response: RulesInForce,
    bodyLimit: 2_000_000,
    async handle({ house, actor, body }) {
      await inTransaction(house, { actor }, (tx) => saveRules(tx, body));
      return ruleSetWithFaults(house.db);
    },
  }),
  apiRoute({
    method: 'GET',
    path: '/api/v1/routing/rules/revisions',
    summary: 'Every version of the rule set, newest first: who, when and why',
    who: ['routing-read'],
    response: Type.Array(Revision),
    handle: async ({ house }) => (await revisionsOf(house.db, 'routing-rules', 'all')).map(shownRevision),
  }),
  apiRoute({
    method: 'POST',
    path: '/api/v1/routing/rules/report',
    summary: 'Faults, conflicts and coverage of rules that are being written; nothing is saved',
    who: ['routing-change'],
    body: RulesTried,
    response: RulesReport,
    bodyLimit: 2_000_000,
    handle: ({ house, body }) => reportOn(house.db, body.rules),
  }),
  apiRoute({
    method: 'GET',
    path: '/api/v1/routing/naming',
    summary: 'Which rules name a setting, and so break when it is closed',
    who: ['routing-read'],
    query: Type.Object(
      {
        kind: Type.Union(
          ['area', 'unit', 'topic', 'directorate', 'neighbourhood', 'person'].map((kind) => Type.Literal(kind)),
        ),
        named: Type.String({ maxLength: 40 }),
      },
      { additionalProperties: false },
    ),
    response: Type.Array(Type.Object({ rule: Type.String(), name: Type.String(), place: Type.Integer() })),
    handle: ({ house, query }) => whatNames(house.db, query),
  }),
];

const dryRunRoutes: Route[] = [
  apiRoute({
    method: 'POST',
    path: '/api/v1/routing/dry-runs',
    summary: "Asks what rules would have done to the last year's requests; a long work",
    who: ['routing-change'],
    body: DryRunAsked,
    response: Type.Object({ id: Type.String() }),
    bodyLimit: 2_000_000,
    handle: async ({ house, actor, body }) => ({
      id: await inTransaction(house, { actor }, (tx) => askDryRun(tx, body.rules)),
    }),
  }),
  apiRoute({
    method: 'GET',
    path: '/api/v1/routing/dry-runs/:id/sample',
    summary: 'Some of the requests a dry run would move, as far as the reader may see them',
    who: ['routing-change'],
    params: ById,
    query: Type.Object({ move: Type.Integer({ minimum: 0, maximum: 1000 }) }, { additionalProperties: false }),
    response: DryRunSample,
    handle: ({ house, actor, params, query }) => dryRunSample(house, staffOf(actor), { id: params.id, ...query }),
  }),
];

const requestRoutes: Route[] = [
  apiRoute({
    method: 'GET',
    path: '/api/v1/requests/:id/routing',
    summary: 'What the rules in force say of this request now, rule by rule',
    who: ['routing-read'],
    params: ById,
    response: WhyHere,
    handle: ({ house, actor, params }) => whyHere(house, staffOf(actor), params.id),
  }),
  apiRoute({
    method: 'GET',
    path: '/api/v1/requests/:id/guesses',
    summary: 'Who might have a request that nobody has: at most three directorates with the reason; nothing is given',
    who: ['assign'],
    params: ById,
    response: Guesses,
    handle: ({ house, actor, params }) => guessesFor(house, staffOf(actor), params.id),
  }),
  apiRoute({
    method: 'POST',
    path: '/api/v1/requests/:id/rerouting',
    summary: 'What a corrected topic or place would change of the routing; nothing is saved',
    who: ['request-correct'],
    params: ById,
    body: Type.Object(
      { topic: Type.Optional(Type.String({ maxLength: 6 })), place: Type.Optional(GivenPlace) },
      { additionalProperties: false },
    ),
    response: Rerouting,
    handle: ({ house, actor, params, body }) => reroutingOf(house, staffOf(actor), { id: params.id, ...body }),
  }),
];

export const routingRoutes: Route[] = [...ruleRoutes, ...dryRunRoutes, ...requestRoutes];
