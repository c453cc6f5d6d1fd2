import type { Reaction } from '../../kernel/facts.ts';
import { on } from '../../kernel/facts.ts';
import type { Tx } from '../../kernel/db/transaction.ts';
import { StaffMemberChanged } from '../staff/door.ts';
import { appendSteps, dueInHandsOf, writeToNobody } from './job-store.ts';

export const plannedWorkReactions: Reaction[] = [
  on(StaffMemberChanged, 'gives planned jobs back to the directorate', (tx, { subject, data }) =>
    leaveJobs(tx, subject, data),
  ),
];

/** Nobody is kept from leaving by work that comes back by itself: what they had lies with their directorate again. */
async function leaveJobs(
  tx: Tx,
  staffId: string,
  { active, left }: { active: boolean; left: string | null },
): Promise<void> {
  if (active && left === null) return;
  const jobs = await dueInHandsOf(tx.db, staffId, active ? left : null);
  const ids = jobs.map(({ id }) => id);
  await writeToNobody(tx, ids);
  await appendSteps(
    tx,
    ids.map((jobId) => ({ jobId, what: 'handed' })),
  );
}
