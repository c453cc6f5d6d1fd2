import type { Role } from '../../../kernel/actor.ts';
import type { Tx } from '../../../kernel/db/transaction.ts';
import { refuse } from '../../../kernel/refusals.ts';
import { directorateForChange } from '../directorate-store.ts';
import { worksForDirectorate } from '../staff-member.ts';

/** A clerk or manager works for one active directorate; the others for none, because they serve the whole house. */
export async function checkPost(
  tx: Tx,
  { role, directorate }: { role: Role; directorate: string | null },
): Promise<void> {
  if (!worksForDirectorate(role)) {
    if (directorate !== null)
      throw refuse('input-invalid', { field: 'directorate', problem: 'not-for-this-role', role });
    return;
  }
  const found = directorate === null ? undefined : await directorateForChange(tx.db, directorate);
  if (found === undefined) throw refuse('input-invalid', { field: 'directorate', problem: 'unknown', role });
  if (!found.active) throw refuse('input-invalid', { field: 'directorate', problem: 'not-active', role });
}
