/** Whose morning mail has been written. */
import { maybeRow, run, sql } from '../../kernel/db/database.ts';
import type { Tx } from '../../kernel/db/transaction.ts';

/** False: another worker has written it, or writes it now. */
export async function beginDigest(tx: Tx, staffId: string, day: string): Promise<boolean> {
  const begun = await maybeRow(
    tx.db,
    sql`insert into staff_digests (staff_id, day, written_at) values (${staffId}, ${day}, ${tx.now})
        on conflict do nothing returning staff_id`,
  );
  return begun !== undefined;
}

export async function finishDigest(
  tx: Tx,
  { staffId, day, messageId }: { staffId: string; day: string; messageId: string },
): Promise<void> {
  await run(
    tx.db,
    sql`update staff_digests set message_id = ${messageId} where staff_id = ${staffId} and day = ${day}`,
  );
}
