import { Type } from 'typebox';
import { Revision } from '../../../../contract/catalogue.ts';
import {
  KnownNear,
  KnownNearQuery,
  KnownProblem,
  KnownProblemChange,
  KnownProblemEnd,
  NewKnownProblem,
} from '../../../../contract/known-problems.ts';
import { ById } from '../../../../contract/request-acts.ts';
import type { StaffActor } from '../../../kernel/actor.ts';
import type { House } from '../../../kernel/house.ts';
import type { Tx } from '../../../kernel/db/transaction.ts';
import { inTransaction } from '../../../kernel/db/transaction.ts';
import type { Route } from '../../../kernel/http/route.ts';
import { apiRoute, staffOf } from '../../../kernel/http/route.ts';
import { refuse } from '../../../kernel/refusals.ts';
import { revisionsOf, shownRevision } from '../../../kernel/revisions.ts';
import { knownProblemById, latestKnownProblems } from './known-store.ts';
import {
  SAYINGS,
  changeKnownProblem,
  endKnownProblem,
  openKnownProblem,
  resumeKnownProblem,
} from './open-known-problem.ts';
import { presentKnown, presentNear } from './present-known.ts';

const PATH = '/api/v1/known-problems';
const MOST_LISTED = 200;

async function done(house: House, actor: StaffActor, act: (tx: Tx) => Promise<string>): Promise<KnownProblem> {
  const id = await inTransaction(house, { actor }, act);
  return (await presentKnown(house.db, actor, [(await knownProblemById(house.db, id))!]))[0]!;
}

export const knownProblemRoutes: Route[] = [
  apiRoute({
    method: 'GET',
    path: PATH,
    summary: 'Problems known before anybody complained: those that are offered now, then the latest of the others',
    who: ['incident-announce'],
    response: Type.Array(KnownProblem),
    handle: async ({ house, actor }) =>
      presentKnown(house.db, staffOf(actor), await latestKnownProblems(house.db, MOST_LISTED)),
  }),
  apiRoute({
    method: 'POST',
    path: PATH,
    summary: 'Opens an incident ahead of complaints: what it is, where, what citizens are told, and until when',
    who: ['incident-announce'],
    body: NewKnownProblem,
    response: KnownProblem,
    handle: ({ house, actor, body }) => done(house, staffOf(actor), (tx) => openKnownProblem(tx, body)),
  }),
  apiRoute({
    method: 'GET',
    path: `${PATH}/near`,
    summary: 'Known problems that what a caller reports may be: asked while a request is taken',
    who: ['request-record', 'call-record'],
    query: KnownNearQuery,
    response: KnownNear,
    handle: ({ house, query }) => presentNear(house, query),
  }),
  apiRoute({
    method: 'PUT',
    path: `${PATH}/:id`,
    summary: 'Says it better: every version of what was said is kept',
    who: ['incident-announce'],
    params: ById,
    body: KnownProblemChange,
    response: KnownProblem,
    handle: ({ house, actor, params: { id }, body }) =>
      done(house, staffOf(actor), async (tx) => (await changeKnownProblem(tx, id, body), id)),
  }),
  apiRoute({
    method: 'POST',
    path: `${PATH}/:id/end`,
    summary: 'It is offered to nobody any more; those who asked hear of the end from the lead',
    who: ['incident-announce'],
    params: ById,
    body: KnownProblemEnd,
    response: KnownProblem,
    handle: ({ house, actor, params: { id }, body }) =>
      done(house, staffOf(actor), async (tx) => (await endKnownProblem(tx, id, body), id)),
  }),
  apiRoute({
    method: 'POST',
    path: `${PATH}/:id/resumption`,
    summary: 'It was ended too early, and is offered again',
    who: ['incident-announce'],
    params: ById,
    body: KnownProblemEnd,
    response: KnownProblem,
    handle: ({ house, actor, params: { id }, body }) =>
      done(house, staffOf(actor), async (tx) => (await resumeKnownProblem(tx, id, body), id)),
  }),
  apiRoute({
    method: 'GET',
    path: `${PATH}/:id/revisions`,
    summary: 'Every version of what was said of it, newest first: who, when and why',
    who: ['incident-announce'],
    params: ById,
    response: Type.Array(Revision),
    async handle({ house, params: { id } }) {
      if (!(await knownProblemById(house.db, id))) throw refuse('not-found');
      return (await revisionsOf(house.db, SAYINGS, id)).map(shownRevision);
    },
  }),
];
