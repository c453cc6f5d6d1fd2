/** Long works of the person signed in: how far they are, what became of each thing, stopping, going on, undoing. Nobody sees another's. */
import { Type } from 'typebox';
import { ById } from '../contract/request-acts.ts';
import { WorkItemShown, WorkItemsQuery, WorkShown } from '../contract/works.ts';
import type { Actor } from './kernel/actor.ts';
import { inTransaction } from './kernel/db/transaction.ts';
import type { House, Tx } from './kernel/house.ts';
import type { Route } from './kernel/http/route.ts';
import { apiRoute, staffOf } from './kernel/http/route.ts';
import { resumeWork, stopWork, undoWork } from './kernel/long-works/ask.ts';
import { itemsOf } from './kernel/long-works/item-store.ts';
import type { LongWork } from './kernel/long-works/long-work.ts';
import { workById, worksOf } from './kernel/long-works/work-store.ts';
import { refuse } from './kernel/refusals.ts';

const SHOWN_AT_ONCE = 20;
const ITEMS_AT_ONCE = 200;

export const workRoutes: Route[] = [
  apiRoute({
    method: 'GET',
    path: '/api/v1/works',
    summary: "One's own long works, newest first",
    who: 'staff',
    response: Type.Array(WorkShown),
    handle: async ({ house, actor }) =>
      (await worksOf(house.db, staffOf(actor).id, SHOWN_AT_ONCE)).map((work) => shown(house, work)),
  }),
  apiRoute({
    method: 'GET',
    path: '/api/v1/works/:id',
    summary: 'How far a long work is, and what there is of it so far',
    who: 'staff',
    params: ById,
    response: WorkShown,
    handle: async ({ house, actor, params }) => shown(house, await ownWork(house, actor, params.id)),
  }),
  apiRoute({
    method: 'GET',
    path: '/api/v1/works/:id/items',
    summary: 'What became of each thing of a long work, 200 at a time',
    who: 'staff',
    params: ById,
    query: WorkItemsQuery,
    response: Type.Array(WorkItemShown),
    async handle({ house, actor, params, query }) {
      const { id } = await ownWork(house, actor, params.id);
      const { after = 0, state } = query;
      const items = await itemsOf(house.db, id, { after, limit: ITEMS_AT_ONCE, ...(state && { state }) });
      return items.map(({ undo: _, ...item }) => item);
    },
  }),
  changing('stop', 'A long work ends after what is under way', (tx, { id }) => stopWork(tx, id)),
  changing('resumption', 'A long work that was stopped or failed goes on where it was', (tx, { id }) =>
    resumeWork(tx, id),
  ),
  apiRoute({
    method: 'POST',
    path: '/api/v1/works/:id/undo',
    summary: 'Undoes what a long work did, the last first; itself a long work',
    who: 'staff',
    params: ById,
    response: WorkShown,
    async handle({ house, actor, params }) {
      const work = await ownWork(house, actor, params.id);
      const id = await inTransaction(house, { actor }, (tx) => undoWork(tx, work));
      return shown(house, (await workById(house.db, id))!);
    },
  }),
];

function changing(path: string, summary: string, change: (tx: Tx, work: LongWork) => Promise<void>): Route {
  return apiRoute({
    method: 'POST',
    path: `/api/v1/works/:id/${path}`,
    summary,
    who: 'staff',
    params: ById,
    response: WorkShown,
    async handle({ house, actor, params }) {
      const work = await ownWork(house, actor, params.id);
      await inTransaction(house, { actor }, (tx) => change(tx, work));
      return shown(house, (await workById(house.db, work.id))!);
    },
  });
}

/** Refuses 'not-found' for another's: that there is one is not theirs to learn. */
async function ownWork(house: House, actor: Actor, id: string): Promise<LongWork> {
  const work = await workById(house.db, id);
  if (!work || work.askedBy !== staffOf(actor).id) throw refuse('not-found');
  return work;
}

function shown({ works }: House, work: LongWork) {
  const { input: _, cursor: __, askedBy: ___, startedAt: ____, askedAt, endedAt, ...rest } = work;
  const kind = works.find((each) => each.kind === work.kind);
  const ended = endedAt !== null;
  return {
    ...rest,
    askedAt: askedAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
    may: {
      stop: work.state === 'queued' || work.state === 'running',
      resume: work.state === 'stopped' || work.state === 'failed',
      undo:
        ended &&
        work.undoOf === null &&
        work.undoneBy === null &&
        work.done > 0 &&
        kind !== undefined &&
        'undo' in kind,
    },
  };
}
