/** What planned work does by the clock. Each plan in a transaction of its own: a kill loses the one under way, which the next run finds again. */
import { systemActor } from '../../kernel/actor.ts';
import { takeTurns } from '../../kernel/db/take-turns.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import type { House } from '../../kernel/house.ts';
import { istanbulDay } from '../calendar/door.ts';
import { makePlanned } from './actions/make-jobs.ts';
import { circumstances } from './circumstances.ts';
import { PlannedWorkLate } from './facts.ts';
import { markLate } from './job-store.ts';
import { allPlans } from './plan-store.ts';

const actor = systemActor('planned-work');

/** Every few minutes, so that a season that is switched and a holiday that is entered change what is to come soon after. Gives how many jobs changed. */
export async function makePlannedJobs(house: House): Promise<number> {
  const around = await circumstances(house.db);
  let changed = 0;
  for (const plan of await allPlans(house.db)) {
    try {
      changed += await inTransaction(house, { actor }, (tx) => makePlanned(tx, plan.id, around));
    } catch (error) {
      // One plan that cannot be followed keeps no other waiting.
      house.metrics.faults.inc({ where: 'planned-work' });
      house.log.error({ err: error, where: 'planned-work', plan: plan.id }, 'fault');
    }
  }
  await tellOfLateJobs(house);
  return changed;
}

/** Once for each job that was not called done on its day, gathered by plan: who answers for it is told in the morning. */
async function tellOfLateJobs(house: House): Promise<void> {
  await inTransaction(house, { actor }, async (tx) => {
    await takeTurns(tx.db, 'planned-work-late');
    for (const { planId, directorate, day, jobs } of await markLate(tx, istanbulDay(tx.now)))
      tx.record(PlannedWorkLate(planId, { directorate, day, jobs }));
  });
}
