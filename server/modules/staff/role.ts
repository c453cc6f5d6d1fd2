/** The nouns of roles, and what is wrong with one somebody wants to save. Pure. */
import type { Reach, ReadyRole, Right } from '../../../contract/rights.ts';
import { RIGHTS, SCOPES } from '../../../contract/rights.ts';
import { readyRights } from './policy.ts';

export interface Role {
  code: string;
  base: ReadyRole;
  name: string;
  nameEn: string;
  /** Null: a role of the house; its rights stand in policy.ts. */
  rights: Record<Right, Reach> | null;
  active: boolean;
  version: number;
}

export interface RoleFault {
  right: Right;
  problem: 'wider-when-restricted' | 'not-for-this-base';
}

/** These open the house itself or every file in it; only those ready roles that have them may pass them on. */
const ONLY_WHERE_THE_BASE_HAS_IT: readonly Right[] = ['settings-change', 'staff-change', 'audit-read'];

/**
 * A role of one's own may reach further than its base (that is what it is made for), with two limits: nobody sees more of the restricted than
 * of the ordinary, and the keys to the house are not handed out under another name.
 */
export function faultsInRights(base: ReadyRole, rights: Record<Right, Reach>): RoleFault[] {
  return RIGHTS.flatMap((right): RoleFault[] => {
    const { ordinary, restricted } = rights[right];
    if (SCOPES.indexOf(restricted) < SCOPES.indexOf(ordinary)) return [{ right, problem: 'wider-when-restricted' }];
    const isKey = ONLY_WHERE_THE_BASE_HAS_IT.includes(right) && ordinary !== 'none';
    return isKey && readyRights(base)[right].ordinary === 'none' ? [{ right, problem: 'not-for-this-base' }] : [];
  });
}

/** What the role lets its bearers do, whichever kind it is. */
export function rightsOfRole({ base, rights }: Pick<Role, 'base' | 'rights'>): Record<Right, Reach> {
  return rights ?? readyRights(base);
}
