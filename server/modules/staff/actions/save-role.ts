import { audit } from '../../../kernel/audit.ts';
import { takeTurns } from '../../../kernel/db/take-turns.ts';
import type { Tx } from '../../../kernel/db/transaction.ts';
import { refuse } from '../../../kernel/refusals.ts';
import { recordRevision } from '../../../kernel/revisions.ts';
import { normaliseInput } from '../../../../text/turkish.ts';
import { may } from '../policy.ts';
import { rememberedRoles } from '../role-queries.ts';
import type { Role } from '../role.ts';
import { faultsInRights } from '../role.ts';
import { bearersOf, roleForChange, writeRole } from '../role-store.ts';

/**
 * Writes a role of the municipality's own, new (version 0) or changed; its bearers have the new rights from their next call on. The roles of the
 * house, and what a role is built on, do not change; a role somebody bears stays active.
 * @throws input-invalid with the faults, changed-meanwhile, step-not-allowed.
 */
export async function saveRole(tx: Tx, given: Role, reason?: string): Promise<Role> {
  if (!may(tx.actor, 'staff-change')) throw refuse('not-allowed');
  if (given.rights === null) throw refuse('step-not-allowed', { because: 'role-of-the-house' });
  const role = { ...given, name: normaliseInput(given.name), nameEn: normaliseInput(given.nameEn) };
  if (role.name === '' || role.nameEn === '') throw refuse('input-invalid', { field: 'name', problem: 'empty' });
  const faults = faultsInRights(role.base, given.rights);
  if (faults.length > 0) throw refuse('input-invalid', { faults });
  await takeTurns(tx.db, `role ${role.code}`);
  const before = await roleForChange(tx.db, role.code);
  if (before?.rights === null) throw refuse('step-not-allowed', { because: 'role-of-the-house' });
  if ((before?.version ?? 0) !== given.version) throw refuse('changed-meanwhile', { current: before ?? null });
  if (before && before.base !== role.base) throw refuse('input-invalid', { field: 'base', problem: 'fixed' });
  if (!role.active && (await bearersOf(tx.db, role.code)) > 0)
    throw refuse('step-not-allowed', { because: 'role-in-use' });
  const { version: _, ...body } = role;
  const version = await recordRevision(tx, { kind: 'role', key: role.code, body, reason });
  await writeRole(tx.db, { ...role, version });
  await audit(tx, { act: 'role-changed', subjectKind: 'role', subjectId: role.code, reason, detail: { version } });
  rememberedRoles.forgetAfter(tx);
  return { ...role, version };
}
