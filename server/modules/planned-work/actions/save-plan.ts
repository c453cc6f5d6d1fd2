/** Somebody plans work of their directorate, and plans it otherwise later. Every version is kept. */
import type { NewWorkPlan, WorkPlanChange } from '../../../../contract/planned-work.ts';
import { audit } from '../../../kernel/audit.ts';
import { takeTurns } from '../../../kernel/db/take-turns.ts';
import type { Tx } from '../../../kernel/db/transaction.ts';
import { newId } from '../../../kernel/ids.ts';
import { refuse } from '../../../kernel/refusals.ts';
import { recordRevision } from '../../../kernel/revisions.ts';
import { normaliseInput } from '../../../../text/turkish.ts';
import { istanbulDay, shiftDay } from '../../calendar/door.ts';
import { may } from '../../staff/door.ts';
import { circumstances } from '../circumstances.ts';
import type { CheckedPlan } from '../plan-checks.ts';
import { checkPlan } from '../plan-checks.ts';
import { planById, writePlan } from '../plan-store.ts';
import { nextDays } from '../rhythm.ts';
import { bringUpToDate, turnsOf } from './make-jobs.ts';

/** The kind under which every version of a plan is kept. */
export const PLANS = 'work-plan';

/**
 * Its first jobs are there with it. Nothing is made for days that are over. Gives its id.
 * @throws input-invalid with all faults, also 'no-day-ahead'; not-allowed
 */
export async function addPlan(tx: Tx, given: NewWorkPlan): Promise<string> {
  const plan = await checked(tx, given);
  requireFor(tx, plan.directorate);
  const today = istanbulDay(tx.now);
  const around = (await circumstances(tx.db))(plan);
  if (nextDays(plan, today, 1, around).length === 0)
    throw refuse('input-invalid', { faults: [{ where: 'rhythm', problem: 'no-day-ahead' }] });
  const id = newId(tx.now);
  await keep(tx, { id, plan, madeTo: shiftDay(today, -1) });
  return id;
}

/**
 * What is still to come follows the plan as it is now; what is over stays as it was. A plan is ended by its last day and never deleted.
 * @throws not-found, changed-meanwhile, reason-missing, input-invalid, not-allowed
 */
export async function changePlan(tx: Tx, id: string, { plan: given, reason }: WorkPlanChange): Promise<void> {
  await takeTurns(tx.db, turnsOf(id));
  const before = await planById(tx.db, id);
  if (before === undefined || !mayPlanFor(tx, before.directorate)) throw refuse('not-found');
  if (normaliseInput(reason) === '') throw refuse('reason-missing');
  const { version, ...typed } = given;
  if (before.version !== version) throw refuse('changed-meanwhile');
  const plan = await checked(tx, typed);
  requireFor(tx, plan.directorate);
  await keep(tx, { id, plan, madeTo: before.madeTo, reason });
}

async function checked(tx: Tx, given: NewWorkPlan): Promise<CheckedPlan> {
  const { plan, faults } = await checkPlan(tx.db, given);
  if (faults.length > 0) throw refuse('input-invalid', { faults });
  return plan;
}

interface Kept {
  id: string;
  plan: CheckedPlan;
  madeTo: string;
  reason?: string;
}

async function keep(tx: Tx, { id, plan, madeTo, reason }: Kept): Promise<void> {
  const version = await recordRevision(tx, { kind: PLANS, key: id, body: plan, reason });
  const saved = { ...plan, id, madeTo, version };
  await writePlan(tx.db, saved);
  const detail = { version, directorate: plan.directorate };
  await audit(tx, { act: 'work-plan-changed', subjectKind: 'work-plan', subjectId: id, reason, detail });
  await bringUpToDate(tx, saved, (await circumstances(tx.db))(saved));
}

function requireFor(tx: Tx, directorate: string): void {
  if (!mayPlanFor(tx, directorate)) throw refuse('not-allowed');
}

function mayPlanFor(tx: Tx, directorate: string): boolean {
  return may(tx.actor, 'planned-work-plan', { directorates: [directorate] });
}
