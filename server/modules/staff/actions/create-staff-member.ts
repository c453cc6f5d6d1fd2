import { audit } from '../../../kernel/audit.ts';
import type { Tx } from '../../../kernel/db/transaction.ts';
import { newId } from '../../../kernel/ids.ts';
import { refuse } from '../../../kernel/refusals.ts';
import { normaliseInput } from '../../../../text/turkish.ts';
import { checkPassword, hashPassword } from '../passwords.ts';
import { may } from '../policy.ts';
import { canonicalUsername, USERNAME } from '../staff-member.ts';
import { insertStaffMember } from '../store.ts';
import type { GivenPost } from './staff-post.ts';
import { checkPost } from './staff-post.ts';

export interface GivenStaffMember extends GivenPost {
  username: string;
  displayName: string;
  email?: string | null | undefined;
  password: string;
  /** True when somebody else chose the password; the person must replace it at the first sign-in. */
  mustChangePassword?: boolean;
}

/** @throws input-invalid (username, name, directorate, password), already-exists when the username is taken. */
export async function createStaffMember(tx: Tx, given: GivenStaffMember): Promise<string> {
  checkPassword(given.password, canonicalUsername(given.username));
  return addStaffMember(tx, given);
}

/** Without the rules for passwords: the demo's are printed at every start and cannot be good ones. */
export async function addStaffMember(tx: Tx, given: GivenStaffMember): Promise<string> {
  if (!may(tx.actor, 'staff-change')) throw refuse('not-allowed');
  const username = canonicalUsername(given.username);
  if (!USERNAME.test(username)) throw refuse('input-invalid', { field: 'username', problem: 'not-a-username' });
  const name = normaliseInput(given.displayName);
  if (name === '') throw refuse('input-invalid', { field: 'name', problem: 'empty' });
  const base = await checkPost(tx, given);
  const id = newId(tx.now);
  const added = await insertStaffMember(tx.db, {
    id,
    username,
    name,
    role: given.role,
    base,
    directorate: given.directorate,
    unit: given.unit ?? null,
    looksAfter: [...(given.looksAfter ?? [])],
    email: given.email ?? null,
    passwordHash: await hashPassword(given.password),
    mustChangePassword: given.mustChangePassword ?? false,
    now: tx.now,
  });
  if (!added) throw refuse('already-exists', { field: 'username' });
  const detail = { role: given.role, directorate: given.directorate };
  await audit(tx, { act: 'staff-member-created', subjectKind: 'staff-member', subjectId: id, detail });
  return id;
}
