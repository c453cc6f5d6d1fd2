import { audit } from '../../../kernel/audit.ts';
import type { Tx } from '../../../kernel/db/transaction.ts';
import { isId } from '../../../kernel/ids.ts';
import { refuse } from '../../../kernel/refusals.ts';
import { normaliseInput } from '../../../../text/turkish.ts';
import { StaffMemberChanged } from '../facts.ts';
import { checkPassword, hashPassword } from '../passwords.ts';
import { may } from '../policy.ts';
import { deleteSessionsOf } from '../session-store.ts';
import type { StaffMember } from '../staff-member.ts';
import { otherAdministrators, staffMemberForChange, writePassword, writeStaffMember } from '../store.ts';
import { checkPost } from './staff-post.ts';

export interface StaffMemberChange {
  /** The version that was read. */
  version: number;
  displayName?: string | undefined;
  role?: string | undefined;
  directorate?: string | null | undefined;
  unit?: string | null | undefined;
  looksAfter?: readonly string[] | undefined;
  active?: boolean | undefined;
  email?: string | null | undefined;
  password?: string | undefined;
}

/**
 * Changes what is given and leaves the rest. Another post, a deactivation, or a password set by an administrator ends all their sessions
 * at once: whoever goes on knows as what.
 * @throws changed-meanwhile, input-invalid, step-not-allowed when nobody would be left to administer the house.
 */
export async function updateStaffMember(tx: Tx, id: string, change: StaffMemberChange): Promise<StaffMember> {
  if (!may(tx.actor, 'staff-change')) throw refuse('not-allowed');
  const before = await load(tx, id);
  if (before.version !== change.version) throw refuse('changed-meanwhile', { current: before });
  const asked = applied(before, change);
  // Somebody who leaves keeps the post they had, even where it has gone meanwhile.
  const isChecked = asked.active || asked.role !== before.role;
  const after = isChecked ? { ...asked, base: await checkPost(tx, asked) } : asked;
  if (after.name === '') throw refuse('input-invalid', { field: 'name', problem: 'empty' });
  await keepAnAdministrator(tx, before, after);
  const saved = await writeStaffMember(tx.db, after);
  if (change.password !== undefined) await setPassword(tx, saved, change.password);
  if (!after.active || change.password !== undefined || isAnotherPost(before, after)) await deleteSessionsOf(tx.db, id);
  await audit(tx, {
    act: 'staff-member-changed',
    subjectKind: 'staff-member',
    subjectId: id,
    detail: differences(before, after),
  });
  const hasLeft = !saved.active || saved.directorate !== before.directorate;
  tx.record(StaffMemberChanged(id, { active: saved.active, left: hasLeft ? before.directorate : null }));
  return saved;
}

/** Closes the account and ends its sessions at once. The person stays in the history they made. */
export async function deactivateStaffMember(tx: Tx, id: string, seen?: number): Promise<void> {
  const { version } = await load(tx, id);
  await updateStaffMember(tx, id, { version: seen ?? version, active: false });
}

async function load(tx: Tx, id: string): Promise<StaffMember> {
  const found = isId(id) ? await staffMemberForChange(tx.db, id) : undefined;
  if (found === undefined) throw refuse('not-found');
  return found;
}

function applied(before: StaffMember, change: StaffMemberChange): StaffMember {
  return {
    ...before,
    name: change.displayName === undefined ? before.name : normaliseInput(change.displayName),
    role: change.role ?? before.role,
    directorate: change.directorate === undefined ? before.directorate : change.directorate,
    unit: change.unit === undefined ? before.unit : change.unit,
    looksAfter: [...(change.looksAfter ?? before.looksAfter)],
    active: change.active ?? before.active,
    email: change.email === undefined ? before.email : change.email,
  };
}

function isAnotherPost(before: StaffMember, after: StaffMember): boolean {
  const postOf = ({ role, directorate, unit, looksAfter }: StaffMember) =>
    [role, directorate, unit, ...looksAfter].join();
  return postOf(before) !== postOf(after);
}

async function keepAnAdministrator(tx: Tx, before: StaffMember, after: StaffMember): Promise<void> {
  const isOne = (member: StaffMember) => member.active && member.base === 'administrator';
  if (!isOne(before) || isOne(after)) return;
  if ((await otherAdministrators(tx.db, before.id)) === 0)
    throw refuse('step-not-allowed', { because: 'last-administrator' });
}

async function setPassword(tx: Tx, member: StaffMember, password: string): Promise<void> {
  checkPassword(password, member.username);
  await writePassword(tx.db, member.id, { hash: await hashPassword(password), mustChange: true });
  await audit(tx, { act: 'password-set', subjectKind: 'staff-member', subjectId: member.id });
}

/** From and to of what changed, but of a name only that it did: the audit is kept for years and a name may have to be forgotten. */
function differences(before: StaffMember, after: StaffMember): Record<string, unknown> {
  const detail: Record<string, unknown> = {};
  for (const field of ['role', 'directorate', 'unit', 'active'] as const) {
    if (before[field] !== after[field]) detail[field] = { from: before[field], to: after[field] };
  }
  if (before.looksAfter.join() !== after.looksAfter.join())
    detail.looksAfter = { from: before.looksAfter, to: after.looksAfter };
  if (before.name !== after.name) detail.name = 'changed';
  if (before.email !== after.email) detail.email = 'changed';
  return detail;
}
