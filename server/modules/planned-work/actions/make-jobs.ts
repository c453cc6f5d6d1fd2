/** Makes the jobs a plan owes up to its horizon, once each, and takes back those it no longer has. */
import { takeTurns } from '../../../kernel/db/take-turns.ts';
import type { Tx } from '../../../kernel/db/transaction.ts';
import { istanbulDay } from '../../calendar/door.ts';
import { PlannedJobsMade } from '../facts.ts';
import { jobsFrom, makeJobs, takeJobsBack } from '../job-store.ts';
import { worksThere } from '../plan-checks.ts';
import { planById, writeMadeTo } from '../plan-store.ts';
import type { Circumstances } from '../rhythm.ts';
import { firstDayOf, whatIsMade } from '../what-is-made.ts';
import type { WorkPlan } from '../work-plan.ts';

/**
 * The jobs and the day up to which they were made stand or fall together: killed in the middle, the next run begins where this one did. Two
 * workers take turns, and the constraint on plan, day and place holds whatever they do. Gives how many jobs changed.
 */
export async function makePlanned(tx: Tx, planId: string, around: (plan: WorkPlan) => Circumstances): Promise<number> {
  await takeTurns(tx.db, turnsOf(planId));
  const plan = await planById(tx.db, planId);
  return plan === undefined ? 0 : bringUpToDate(tx, plan, around(plan));
}

export const turnsOf = (planId: string): string => `work-plan ${planId}`;

/** For a plan whose turn the caller has. */
export async function bringUpToDate(tx: Tx, plan: WorkPlan, around: Circumstances): Promise<number> {
  const today = istanbulDay(tx.now);
  const there = await jobsFrom(tx.db, plan.id, firstDayOf(plan, today));
  const { make, takeBack, madeTo } = whatIsMade(plan, today, there, around);
  const changed = (await takeJobsBack(tx, takeBack)) + (await makeJobs(tx, await whoDoesIt(tx, plan), make));
  if (changed > 0) tx.record(PlannedJobsMade(plan.id, { jobs: changed }));
  if (madeTo !== plan.madeTo) await writeMadeTo(tx.db, plan.id, madeTo);
  return changed;
}

/** Whoever has left or moved since the plan was written does not get it; it lies with the directorate. */
async function whoDoesIt(tx: Tx, plan: WorkPlan): Promise<WorkPlan> {
  const { person, directorate } = plan;
  return person === null || (await worksThere(tx.db, { person, directorate })) ? plan : { ...plan, person: null };
}
