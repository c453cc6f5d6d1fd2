/** Plans and jobs as the API says them, with what their reader may do to each. */
import type { JobWhen, PlannedJobs, PlannedJobSteps, PlanPreview, WorkPlans } from '../../../contract/planned-work.ts';
import type { NewWorkPlan, PlannedJob as ShownJob, WorkPlan as ShownPlan } from '../../../contract/planned-work.ts';
import type { StaffActor } from '../../kernel/actor.ts';
import type { Db } from '../../kernel/db/database.ts';
import type { House } from '../../kernel/house.ts';
import { istanbulDay, shiftDay, weekdayOf } from '../calendar/door.ts';
import { may, staffNames } from '../staff/door.ts';
import { circumstances } from './circumstances.ts';
import type { PlannedLoad } from './job-list-store.ts';
import { jobLoads, jobsInSight } from './job-list-store.ts';
import { stepsOf } from './job-store.ts';
import { checkPlan } from './plan-checks.ts';
import { allPlans } from './plan-store.ts';
import type { Circumstances } from './rhythm.ts';
import { nextDays } from './rhythm.ts';
import { sightOf } from './who-sees.ts';
import type { PlannedJob, WorkPlan } from './work-plan.ts';
import { placesOf, thingOf, thingOfPlan } from './work-plan.ts';

/** Whoever has more than these due looks at the earliest. */
const MOST_DUE = 500;
const MOST_ENDED = 100;
const ENDED_DAYS = 14;

/** What is due, the earliest first, then what was ended lately. */
export async function plannedJobs(house: House, actor: StaffActor): Promise<PlannedJobs> {
  const now = house.clock.now();
  const sight = sightOf(actor, 'planned-work-read');
  const endedSince = new Date(now.getTime() - ENDED_DAYS * 86_400_000);
  const [due, ended] = await Promise.all([
    jobsInSight(house.db, { sight, endedSince: null, limit: MOST_DUE + 1 }),
    jobsInSight(house.db, { sight, endedSince, limit: MOST_ENDED }),
  ]);
  const jobs = await presentJobs(house, actor, [...due.slice(0, MOST_DUE), ...ended]);
  return { today: istanbulDay(now), jobs, more: due.length > MOST_DUE };
}

export async function presentJobs(house: House, actor: StaffActor, jobs: readonly PlannedJob[]): Promise<ShownJob[]> {
  const today = istanbulDay(house.clock.now());
  const people = jobs.flatMap(({ assigneeId, endedBy }) => [assigneeId, endedBy]).filter((id) => id !== null);
  const names = await staffNames(house.db, people);
  return jobs.map((job) => {
    const { planVersion: _, topicCode, street, assigneeId, neighbourhoodId, areaCode, ...rest } = job;
    return {
      ...rest,
      topic: topicCode,
      street: street ?? '',
      person: assigneeId === null ? null : { id: assigneeId, name: names.get(assigneeId) ?? '–' },
      neighbourhood: neighbourhoodId,
      area: areaCode,
      when: whenOf(job, today),
      endedAt: job.endedAt?.toISOString() ?? null,
      endedBy: job.endedBy === null ? null : (names.get(job.endedBy) ?? null),
      mayDo: may(actor, 'planned-work-do', thingOf(job)),
      mayHand: may(actor, 'planned-work-plan', thingOf(job)),
    };
  });
}

function whenOf({ state, day }: PlannedJob, today: string): JobWhen {
  if (state !== 'due') return 'ended';
  if (day < today) return 'late';
  return day <= shiftDay(today, 7 - weekdayOf(today)) ? 'this-week' : 'later';
}

export async function presentSteps(db: Db, jobId: string): Promise<PlannedJobSteps> {
  const steps = await stepsOf(db, jobId);
  const names = await staffNames(
    db,
    steps
      .flatMap(({ actorKind, actorId, toPerson }) => [actorKind === 'staff' ? actorId : null, toPerson])
      .filter((id) => id !== null),
  );
  return steps.map(({ at, actorKind, actorId, what, toPerson, fromDay, toDay, why }) => ({
    at: at.toISOString(),
    by: actorKind === 'staff' && actorId !== null ? (names.get(actorId) ?? '–') : null,
    ...{ what, why, fromDay, toDay },
    to: toPerson === null ? null : (names.get(toPerson) ?? '–'),
  }));
}

const SOON_DAYS = 7;

/** How many planned jobs are late or due within a week, by who has them. */
export function plannedLoads({ db, clock }: House, actor: StaffActor): Promise<PlannedLoad[]> {
  return jobLoads(db, sightOf(actor, 'planned-work-read'), shiftDay(istanbulDay(clock.now()), SOON_DAYS));
}

const NEXT_SHOWN = 3;

/** Those that still come, then those that are over. */
export async function workPlans(house: House, actor: StaffActor): Promise<WorkPlans> {
  const plans = await presentPlans(house, actor, await allPlans(house.db));
  const sight = sightOf(actor, 'planned-work-plan');
  return {
    plans: plans.toSorted((one, other) => Number(one.next.length === 0) - Number(other.next.length === 0)),
    mayPlanFor: sight === null ? null : [...sight.directorates],
  };
}

export async function presentPlans(house: House, actor: StaffActor, all: readonly WorkPlan[]): Promise<ShownPlan[]> {
  const around = await circumstances(house.db);
  const today = istanbulDay(house.clock.now());
  return all
    .filter((plan) => may(actor, 'planned-work-read', thingOfPlan(plan)))
    .map((plan) => {
      const { madeTo: _, ...shown } = plan;
      return {
        ...shown,
        next: nextDays(plan, today, NEXT_SHOWN, around(plan)),
        mayChange: may(actor, 'planned-work-plan', thingOfPlan(plan)),
      };
    });
}

const NEXT_TRIED = 6;

/** What a plan still being written would do, and what is wrong with it. */
export async function previewPlan(house: House, given: NewWorkPlan): Promise<PlanPreview> {
  const { plan, faults } = await checkPlan(house.db, given);
  const around: Circumstances = (await circumstances(house.db))(plan);
  const isCountable = !faults.some(({ where }) => where === 'lastDay' || where.startsWith('rhythm'));
  const today = istanbulDay(house.clock.now());
  const days = isCountable ? nextDays(plan, today, NEXT_TRIED, around) : [];
  const comesNever = isCountable && days.length === 0 ? [{ where: 'rhythm', problem: 'no-day-ahead' }] : [];
  return { days, jobsADay: placesOf(plan).length, faults: [...faults, ...comesNever] };
}
