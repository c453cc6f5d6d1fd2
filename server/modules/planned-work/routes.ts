import { Type } from 'typebox';
import { Revision } from '../../../contract/catalogue.ts';
import {
  NewWorkPlan,
  PlannedJob,
  PlannedJobDone,
  PlannedJobHanded,
  PlannedJobPutBack,
  PlannedJobPutOff,
  PlannedJobs,
  PlannedJobSkipped,
  PlannedJobSteps,
  PlannedNear,
  PlannedNearQuery,
  PlanPreview,
  WorkPlan,
  WorkPlanChange,
  WorkPlans,
} from '../../../contract/planned-work.ts';
import { ById } from '../../../contract/request-acts.ts';
import type { Actor } from '../../kernel/actor.ts';
import type { Tx } from '../../kernel/db/transaction.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import type { House } from '../../kernel/house.ts';
import type { Route } from '../../kernel/http/route.ts';
import { apiRoute, staffOf } from '../../kernel/http/route.ts';
import { refuse } from '../../kernel/refusals.ts';
import { revisionsOf, shownRevision } from '../../kernel/revisions.ts';
import { may } from '../staff/door.ts';
import { addPlan, changePlan, PLANS } from './actions/save-plan.ts';
import { putJobBack, putOffJob } from './actions/put-off-job.ts';
import { doneJob, handJob, skipJob, undoJobEnd } from './actions/work-on-job.ts';
import { jobById } from './job-store.ts';
import { plannedNear } from './near.ts';
import { planById } from './plan-store.ts';
import { plannedJobs, presentJobs, presentPlans, presentSteps, previewPlan, workPlans } from './present.ts';
import { thingOf, thingOfPlan } from './work-plan.ts';

interface Asked {
  house: House;
  actor: Actor;
}

async function ofJob({ house, actor }: Asked, id: string, act: (tx: Tx) => Promise<void>): Promise<PlannedJob> {
  await inTransaction(house, { actor }, act);
  return (await presentJobs(house, staffOf(actor), [(await jobById(house.db, id))!]))[0]!;
}

async function ofPlan({ house, actor }: Asked, act: (tx: Tx) => Promise<string>): Promise<WorkPlan> {
  const id = await inTransaction(house, { actor }, act);
  return (await presentPlans(house, staffOf(actor), [(await planById(house.db, id))!]))[0]!;
}

const planRoutes: Route[] = [
  apiRoute({
    method: 'GET',
    path: '/api/v1/work-plans',
    summary: 'Plans of the municipality’s own work, with the days on which each comes next',
    who: ['planned-work-read'],
    response: WorkPlans,
    handle: ({ house, actor }) => workPlans(house, staffOf(actor)),
  }),
  apiRoute({
    method: 'POST',
    path: '/api/v1/work-plans',
    summary: 'Plans work that comes once or by a rhythm; its first jobs are there with it',
    who: ['planned-work-plan'],
    body: NewWorkPlan,
    response: WorkPlan,
    handle: ({ body, ...asked }) => ofPlan(asked, (tx) => addPlan(tx, body)),
  }),
  apiRoute({
    method: 'POST',
    path: '/api/v1/work-plans/preview',
    summary: 'On which days a plan still being written would come, and what is wrong with it; nothing is saved',
    who: ['planned-work-plan'],
    body: NewWorkPlan,
    response: PlanPreview,
    handle: ({ house, body }) => previewPlan(house, body),
  }),
  apiRoute({
    method: 'PUT',
    path: '/api/v1/work-plans/:id',
    summary: 'Changes or ends a plan: what is still to come follows, what is over stays; every version is kept',
    who: ['planned-work-plan'],
    params: ById,
    body: WorkPlanChange,
    response: WorkPlan,
    handle: ({ params: { id }, body, ...asked }) => ofPlan(asked, async (tx) => (await changePlan(tx, id, body), id)),
  }),
  apiRoute({
    method: 'GET',
    path: '/api/v1/work-plans/:id/revisions',
    summary: 'Every version a plan had, newest first: who, when and why',
    who: ['planned-work-read'],
    params: ById,
    response: Type.Array(Revision),
    async handle({ house, actor, params: { id } }) {
      const plan = await planById(house.db, id);
      if (!plan || !may(actor, 'planned-work-read', thingOfPlan(plan))) throw refuse('not-found');
      return (await revisionsOf(house.db, PLANS, id)).map(shownRevision);
    },
  }),
];

const jobRoutes: Route[] = [
  apiRoute({
    method: 'GET',
    path: '/api/v1/planned-jobs',
    summary: 'Planned jobs that are due, the earliest first, and those ended in the last two weeks',
    who: ['planned-work-read'],
    response: PlannedJobs,
    handle: ({ house, actor }) => plannedJobs(house, staffOf(actor)),
  }),
  apiRoute({
    method: 'GET',
    path: '/api/v1/planned-jobs/near',
    summary:
      'What a caller can be told of planned work about a topic in a neighbourhood: what comes, what is late, what was done',
    who: ['request-record', 'call-record', 'request-read'],
    query: PlannedNearQuery,
    response: PlannedNear,
    handle: ({ house, query }) => plannedNear(house, query),
  }),
  apiRoute({
    method: 'GET',
    path: '/api/v1/planned-jobs/:id/steps',
    summary: 'What became of a planned job: who, when and why',
    who: ['planned-work-read'],
    params: ById,
    response: PlannedJobSteps,
    async handle({ house, actor, params: { id } }) {
      const job = await jobById(house.db, id);
      if (!job || !may(actor, 'planned-work-read', thingOf(job))) throw refuse('not-found');
      return presentSteps(house.db, id);
    },
  }),
  apiRoute({
    method: 'POST',
    path: '/api/v1/planned-jobs/:id/done',
    summary: 'Says that a planned job was done, with a note where there is something to say',
    who: ['planned-work-do'],
    params: ById,
    body: PlannedJobDone,
    response: PlannedJob,
    handle: ({ params: { id }, body, ...asked }) => ofJob(asked, id, (tx) => doneJob(tx, id, body.note)),
  }),
  apiRoute({
    method: 'POST',
    path: '/api/v1/planned-jobs/:id/skip',
    summary: 'Says that a planned job will not be done this time, and why',
    who: ['planned-work-do'],
    params: ById,
    body: PlannedJobSkipped,
    response: PlannedJob,
    handle: ({ params: { id }, body, ...asked }) => ofJob(asked, id, (tx) => skipJob(tx, id, body.reason)),
  }),
  apiRoute({
    method: 'POST',
    path: '/api/v1/planned-jobs/:id/undo',
    summary: 'A planned job was called done or skipped by mistake, and is due again',
    who: ['planned-work-do'],
    params: ById,
    response: PlannedJob,
    handle: ({ params: { id }, ...asked }) => ofJob(asked, id, (tx) => undoJobEnd(tx, id)),
  }),
  apiRoute({
    method: 'POST',
    path: '/api/v1/planned-jobs/:id/put-off',
    summary: 'Puts one planned job off to another day, with the reason; its plan’s other days stay',
    who: ['planned-work-do'],
    params: ById,
    body: PlannedJobPutOff,
    response: PlannedJob,
    handle: ({ params: { id }, body, ...asked }) => ofJob(asked, id, (tx) => putOffJob(tx, id, body)),
  }),
  apiRoute({
    method: 'POST',
    path: '/api/v1/planned-jobs/:id/put-back',
    summary: 'A planned job was put off by mistake, and is to be done on the day before again',
    who: ['planned-work-do'],
    params: ById,
    body: PlannedJobPutBack,
    response: PlannedJob,
    handle: ({ params: { id }, body, ...asked }) => ofJob(asked, id, (tx) => putJobBack(tx, id, body)),
  }),
  apiRoute({
    method: 'POST',
    path: '/api/v1/planned-jobs/:id/hand',
    summary: 'Hands a planned job to a person of its directorate, or back to all of them',
    who: ['planned-work-plan'],
    params: ById,
    body: PlannedJobHanded,
    response: PlannedJob,
    handle: ({ params: { id }, body, ...asked }) => ofJob(asked, id, (tx) => handJob(tx, id, body.person)),
  }),
];

export const plannedWorkRoutes: Route[] = [...planRoutes, ...jobRoutes];
