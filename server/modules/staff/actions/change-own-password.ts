import type { StaffActor } from '../../../kernel/actor.ts';
import { audit } from '../../../kernel/audit.ts';
import { inTransaction } from '../../../kernel/db/transaction.ts';
import type { House } from '../../../kernel/house.ts';
import type { Limit } from '../../../kernel/limits.ts';
import { withinLimit } from '../../../kernel/limits.ts';
import { refuse } from '../../../kernel/refusals.ts';
import { checkPassword, hashPassword, passwordOpens } from '../passwords.ts';
import { beginSession } from '../sessions.ts';
import { deleteSessionsOf } from '../session-store.ts';
import { credentialsOf, staffMember, writePassword } from '../store.ts';

const PER_PERSON: Limit = { name: 'password-change', most: 10, seconds: 900 };

/**
 * Changes the password of the person who is signed in, ends all their sessions and gives the token of a new one: whoever
 * else knew the old password is out (ASVS 7.4.3).
 * @throws sign-in-failed when the current password is wrong, input-invalid when the next one may not be one.
 */
export async function changeOwnPassword(
  house: House,
  actor: StaffActor,
  { current, next }: { current: string; next: string },
): Promise<string> {
  const within = await withinLimit(house.db, house.clock.now(), PER_PERSON, actor.id);
  if (!within) throw refuse('too-many-attempts');
  const member = await staffMember(house.db, actor.id);
  const credentials = member && (await credentialsOf(house.db, member.username));
  const opens = await passwordOpens(credentials?.passwordHash ?? null, current);
  if (!opens || member === undefined) throw refuse('sign-in-failed');
  checkPassword(next, member.username);
  if (next.normalize('NFC') === current.normalize('NFC')) {
    throw refuse('input-invalid', { field: 'password', problem: 'same-as-before' });
  }
  const hash = await hashPassword(next);
  return inTransaction(house, { actor }, async (tx) => {
    await writePassword(tx.db, actor.id, { hash, mustChange: false });
    await deleteSessionsOf(tx.db, actor.id);
    await audit(tx, { act: 'password-changed', subjectKind: 'staff-member', subjectId: actor.id });
    return beginSession(tx, actor.id);
  });
}
