import { systemActor } from '../../../kernel/actor.ts';
import { audit } from '../../../kernel/audit.ts';
import { inTransaction } from '../../../kernel/db/transaction.ts';
import type { House } from '../../../kernel/house.ts';
import { hashToken } from '../../../kernel/ids.ts';
import { deleteSession } from '../session-store.ts';

/** Ends the session on the server too; one that has ended already is no error. */
export async function signOut(house: House, token: string): Promise<void> {
  await inTransaction(house, { actor: systemActor('sign-in') }, async (tx) => {
    const staffId = await deleteSession(tx.db, hashToken(token));
    if (staffId !== undefined) await audit(tx, { act: 'signed-out', subjectKind: 'staff-member', subjectId: staffId });
  });
}
