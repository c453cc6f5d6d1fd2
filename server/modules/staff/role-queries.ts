import type { Db } from '../../kernel/db/database.ts';
import { remembered } from '../../kernel/remembered.ts';
import type { Role } from './role.ts';
import { allRoles } from './role-store.ts';

/** For names and choices only; what somebody may is read with their session at every call. */
export const rememberedRoles = remembered(allRoles);

export function listRoles(db: Db): Promise<Role[]> {
  return rememberedRoles.get(db);
}

/** A role somebody bears is always there: a foreign key says so. */
export async function roleByCode(db: Db, code: string): Promise<Role> {
  const found =
    (await listRoles(db)).find((role) => role.code === code) ?? (await allRoles(db)).find((role) => role.code === code);
  if (!found) throw new Error('a person bears a role that is not there');
  return found;
}
