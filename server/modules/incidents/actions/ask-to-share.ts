import type { Tx } from '../../../kernel/db/transaction.ts';
import { systemActor } from '../../../kernel/actor.ts';
import { askForWork } from '../../../kernel/long-works/ask.ts';
import { membersOf } from '../../requests/door.ts';

/** What is carried from a lead to each of those that follow it. */
export interface Sharing {
  leadId: string;
  what: 'begin' | 'begin-taken-back' | 'parts' | 'interim' | 'conclusion' | 'promise' | 'new-lead' | 'reopening';
  answerId?: string | null;
  why?: string;
  /** Of an acceptance that was taken back. */
  taken?: { assignmentId: string; acceptedAt: string; respondedAt: string | null };
}

export const SHARE_WITH_MEMBERS = 'share-with-members';

/**
 * Carries it to all who follow the lead now, each in a transaction of its own: five hundred people's cases are not locked at once, and a killed
 * worker leaves nobody out and tells nobody twice. The house itself asks, so that nothing hangs on a person's rights of a later moment.
 */
export async function askToShare(
  tx: Tx,
  { members, ...input }: Sharing & { members?: readonly string[] },
): Promise<void> {
  const subjects = members ?? (await membersOf(tx.db, input.leadId, ['merged']));
  if (subjects.length === 0) return;
  await askForWork({ ...tx, actor: systemActor('incidents') }, { kind: SHARE_WITH_MEMBERS, input, subjects });
}
