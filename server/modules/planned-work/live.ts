/** What the desk hears of planned work as it happens: each reader of what is within their rights at that moment. */
import type { LiveNews } from '../../kernel/house.ts';
import { may } from '../staff/door.ts';
import { PlannedJobEnded, PlannedJobHanded, PlannedJobOpenAgain, PlannedJobPutOff, PlannedJobsMade } from './facts.ts';
import { jobsByIds } from './job-list-store.ts';
import { plansByIds } from './plan-store.ts';
import { thingOf, thingOfPlan } from './work-plan.ts';

const FACTS = [PlannedJobEnded, PlannedJobHanded, PlannedJobOpenAgain, PlannedJobPutOff, PlannedJobsMade];

export const plannedWorkNews: LiveNews = {
  event: 'planned',
  facts: FACTS.map(({ factName }) => factName),
  async seenBy(db, actor, subjects) {
    const things = [
      ...(await jobsByIds(db, subjects)).map((job) => ({ id: job.id, thing: thingOf(job) })),
      ...(await plansByIds(db, subjects)).map((plan) => ({ id: plan.id, thing: thingOfPlan(plan) })),
    ];
    return new Set(things.filter(({ thing }) => may(actor, 'planned-work-read', thing)).map(({ id }) => id));
  },
};
