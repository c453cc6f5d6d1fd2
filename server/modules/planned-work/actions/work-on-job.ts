/** The small life of a planned job: due, then done or skipped; handed to a person in between. Each step is appended to its history. */
import type { Right } from '../../../../contract/rights.ts';
import type { Tx } from '../../../kernel/db/transaction.ts';
import { staffOf } from '../../../kernel/http/route.ts';
import { refuse } from '../../../kernel/refusals.ts';
import { normaliseInput } from '../../../../text/turkish.ts';
import { istanbulDay } from '../../calendar/door.ts';
import { may } from '../../staff/door.ts';
import { PlannedJobEnded, PlannedJobHanded, PlannedJobOpenAgain, PlannedWorkCaughtUp } from '../facts.ts';
import { appendSteps, isPlanLate, lockJob, writeEnd, writeHand, writeOpenAgain } from '../job-store.ts';
import { worksThere } from '../plan-checks.ts';
import type { PlannedJob } from '../work-plan.ts';
import { thingOf } from '../work-plan.ts';

/** Refuses 'step-not-allowed' when somebody has ended it meanwhile, or the plan has taken it back. */
export async function doneJob(tx: Tx, id: string, note: string): Promise<void> {
  await end(tx, await openJob(tx, id), { state: 'done', note: normaliseInput(note) || null });
}

/** It was not done and will not be: why, must be said. */
export async function skipJob(tx: Tx, id: string, reason: string): Promise<void> {
  const job = await openJob(tx, id);
  const note = normaliseInput(reason);
  if (note === '') throw refuse('reason-missing');
  await end(tx, job, { state: 'skipped', note });
}

/** It was marked by mistake, and is due again. */
export async function undoJobEnd(tx: Tx, id: string): Promise<void> {
  const job = await jobFor(tx, id, 'planned-work-do');
  if (job.state !== 'done' && job.state !== 'skipped') throw notNow(job);
  await writeOpenAgain(tx, id);
  await appendSteps(tx, [{ jobId: id, what: 'undone', why: job.note }]);
  tx.record(PlannedJobOpenAgain(id, {}));
}

/** Null: nobody has it in particular. Refuses 'input-invalid' for somebody who does not work in the job's directorate. */
export async function handJob(tx: Tx, id: string, person: string | null): Promise<void> {
  const job = await jobFor(tx, id, 'planned-work-plan');
  if (job.state !== 'due') throw notNow(job);
  if (job.assigneeId === person) return;
  if (person !== null && !(await worksThere(tx.db, { person, directorate: job.directorate })))
    throw refuse('input-invalid', { faults: [{ where: 'person', problem: 'not-of-work' }] });
  await writeHand(tx, id, person);
  await appendSteps(tx, [{ jobId: id, what: 'handed', toPerson: person }]);
  tx.record(PlannedJobHanded(id, { staffId: person, day: job.day }));
}

/** Locked for this person's work. Refuses 'step-not-allowed' for one that has ended. */
export async function openJob(tx: Tx, id: string): Promise<PlannedJob> {
  const job = await jobFor(tx, id, 'planned-work-do');
  if (job.state !== 'due') throw notNow(job);
  return job;
}

/** What somebody may not see is not there for them. */
async function jobFor(tx: Tx, id: string, right: Right): Promise<PlannedJob> {
  const job = await lockJob(tx, id);
  if (job === undefined || !may(tx.actor, 'planned-work-read', thingOf(job))) throw refuse('not-found');
  if (!may(tx.actor, right, thingOf(job))) throw refuse('not-allowed');
  return job;
}

function notNow({ state }: PlannedJob) {
  return refuse('step-not-allowed', { state });
}

async function end(
  tx: Tx,
  { id, planId }: PlannedJob,
  { state, note }: { state: 'done' | 'skipped'; note: string | null },
): Promise<void> {
  await writeEnd(tx, id, { state, note, by: staffOf(tx.actor).id });
  await appendSteps(tx, [{ jobId: id, what: state, why: note }]);
  tx.record(PlannedJobEnded(id, { state }));
  if (!(await isPlanLate(tx.db, planId, istanbulDay(tx.now)))) tx.record(PlannedWorkCaughtUp(planId, {}));
}
