/** One job of a plan is to be done on another day: rain, a broken machine. Its own plan goes on as before. */
import type { Tx } from '../../../kernel/db/transaction.ts';
import { refuse } from '../../../kernel/refusals.ts';
import { normaliseInput } from '../../../../text/turkish.ts';
import { istanbulDay } from '../../calendar/door.ts';
import { circumstances } from '../circumstances.ts';
import { PlannedJobPutOff, PlannedWorkCaughtUp } from '../facts.ts';
import { appendSteps, isPlanLate, stepsOf, writeDueDay } from '../job-store.ts';
import { planById } from '../plan-store.ts';
import { dayBefore, reasonNotToPutOff } from '../put-off.ts';
import type { PlannedJob } from '../work-plan.ts';
import { openJob } from './work-on-job.ts';

export interface PutOffJob {
  day: string;
  /** Shown to colleagues in its history; callers hear the day and never why. */
  reason: string;
  /** The day that was read: whoever read another one is told, so that no colleague's day is lost unseen. */
  from: string;
}

/** Refuses 'changed-meanwhile', 'reason-missing', the codes of put-off.ts, and what working on a job refuses. */
export async function putOffJob(tx: Tx, id: string, { day, reason, from }: PutOffJob): Promise<void> {
  const job = await openJob(tx, id);
  if (job.day !== from) throw refuse('changed-meanwhile');
  const why = normaliseInput(reason);
  if (why === '') throw refuse('reason-missing');
  const plan = (await planById(tx.db, job.planId))!;
  const around = (await circumstances(tx.db))(plan);
  const code = reasonNotToPutOff({ plan, from, to: day, today: istanbulDay(tx.now), around });
  if (code !== null) throw refuse(code);
  await moveTo(tx, job, { day, what: 'put-off', why });
}

/** Back to the day before it was last put off, also to one that is over: then it is late again. Refuses 'step-not-allowed' where it was not put off. */
export async function putJobBack(tx: Tx, id: string, { from }: Pick<PutOffJob, 'from'>): Promise<void> {
  const job = await openJob(tx, id);
  if (job.day !== from) throw refuse('changed-meanwhile');
  const day = dayBefore(await stepsOf(tx.db, id));
  if (day === null) throw refuse('step-not-allowed', { state: job.state });
  await moveTo(tx, job, { day, what: 'put-back', why: null });
}

interface Move {
  day: string;
  what: 'put-off' | 'put-back';
  why: string | null;
}

async function moveTo(tx: Tx, { id, planId, day: from, assigneeId }: PlannedJob, { day, what, why }: Move) {
  await writeDueDay(tx, id, day);
  await appendSteps(tx, [{ jobId: id, what, fromDay: from, toDay: day, why }]);
  tx.record(PlannedJobPutOff(id, { staffId: assigneeId, from, day }));
  if (!(await isPlanLate(tx.db, planId, istanbulDay(tx.now)))) tx.record(PlannedWorkCaughtUp(planId, {}));
}
