/**
 * HEART FILE. Which jobs a plan makes and takes back on a day. What is over stays as it was, and so does what somebody has called done or
 * skipped; what is still to come follows the plan, its season and the holidays as they stand today. One that was put off is still the job of its
 * plan's own day, by which it is known here: it is not made again, and goes with that day. Asked again on the same day, it has nothing left to do.
 * Pure.
 */
import { shiftDay } from '../calendar/door.ts';
import type { Circumstances } from './rhythm.ts';
import { daysOf } from './rhythm.ts';
import type { Place, PlannedJob, WorkPlan } from './work-plan.ts';
import { placesOf } from './work-plan.ts';

/** `day`: the plan's own, also of one that was put off. */
export type JobThere = Pick<PlannedJob, 'id' | 'day' | 'state' | 'planVersion' | keyof Place>;

export interface JobWanted extends Place {
  day: string;
  movedFrom: string | null;
}

export interface Made {
  make: JobWanted[];
  takeBack: string[];
  madeTo: string;
}

/** @param there the plan's jobs from `firstDayOf` on */
export function whatIsMade(plan: WorkPlan, today: string, there: readonly JobThere[], around: Circumstances): Made {
  const to = shiftDay(today, plan.daysAhead);
  const wanted = daysOf(plan, { from: firstDayOf(plan, today), to }, around).flatMap((day) =>
    placesOf(plan).map((place) => ({ ...day, ...place })),
  );
  const found = new Map(there.map((job) => [keyOf(job), job]));
  const names = new Set(wanted.map(keyOf));
  return {
    make: wanted.filter((job) => isToBeMade(found.get(keyOf(job)), { plan, today })),
    takeBack: there
      .filter(({ state, day }) => state === 'due' && day >= today)
      .filter((job) => !names.has(keyOf(job)))
      .map(({ id }) => id),
    madeTo: to > plan.madeTo ? to : plan.madeTo,
  };
}

/** From today on everything is looked at anew; before it only what no worker was there to make. */
export function firstDayOf({ madeTo }: Pick<WorkPlan, 'madeTo'>, today: string): string {
  const missed = shiftDay(madeTo, 1);
  return missed < today ? missed : today;
}

function isToBeMade(job: JobThere | undefined, { plan, today }: { plan: WorkPlan; today: string }): boolean {
  if (job === undefined || job.state === 'taken-back') return true;
  return job.state === 'due' && job.day >= today && job.planVersion !== plan.version;
}

function keyOf({ day, neighbourhoodId, areaCode }: Pick<JobWanted, 'day' | keyof Place>): string {
  return `${day} ${neighbourhoodId ?? ''} ${areaCode ?? ''}`;
}
