/** The nouns of roles, and what is wrong with one somebody wants to save. Pure. */
import type { Reach, ReadyRole, Right, Scope } from '../../../contract/rights.ts';
import { CASE_RIGHTS, HOUSE_RIGHTS, RIGHTS, SCOPES } from '../../../contract/rights.ts';
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
  problem: 'wider-when-restricted' | 'not-for-this-base' | 'all-or-none' | 'wider-than-reading' | 'wider-than-listing';
}

/** These open the house itself or every file in it; only those ready roles that have them may pass them on. */
const ONLY_WHERE_THE_BASE_HAS_IT: readonly Right[] = ['settings-change', 'staff-change', 'audit-read'];

/**
 * A role of one's own may reach further than its base (that is what it is made for), within limits: nobody sees more of the restricted than of
 * the ordinary, acts on what they may not read, or takes out what they may not list; and the keys to the house are not handed out under
 * another name.
 */
export function faultsInRights(base: ReadyRole, rights: Record<Right, Reach>): RoleFault[] {
  return RIGHTS.flatMap((right) => {
    const problem = faultIn(base, right, rights);
    return problem === null ? [] : [{ right, problem }];
  });
}

function faultIn(base: ReadyRole, right: Right, rights: Record<Right, Reach>): RoleFault['problem'] | null {
  const { ordinary, restricted } = rights[right];
  if (isWider(restricted, ordinary)) return 'wider-when-restricted';
  if (HOUSE_RIGHTS.includes(right) && ordinary !== 'all' && ordinary !== 'none') return 'all-or-none';
  const isKey = ONLY_WHERE_THE_BASE_HAS_IT.includes(right) && ordinary !== 'none';
  if (isKey && readyRights(base)[right].ordinary === 'none') return 'not-for-this-base';
  if (CASE_RIGHTS.includes(right) && reachesBeyond(rights[right], rights['request-read'])) return 'wider-than-reading';
  if (right === 'list-export' && reachesBeyond(rights[right], rights['request-list'])) return 'wider-than-listing';
  return null;
}

function reachesBeyond(one: Reach, other: Reach): boolean {
  return isWider(one.ordinary, other.ordinary) || isWider(one.restricted, other.restricted);
}

/** The order is SCOPES': the widest first. */
function isWider(one: Scope, other: Scope): boolean {
  return SCOPES.indexOf(one) < SCOPES.indexOf(other);
}

export const NOT_AT_ALL: Reach = { ordinary: 'none', restricted: 'none' };

/** As it was stored: of the rights that were there on that day, and perhaps of some that are no more. */
interface StoredRights {
  base: ReadyRole;
  /** Null: a role of the house, whose rights stand in policy.ts. */
  rights: Partial<Record<Right, Reach>> | null;
}

/**
 * What the role lets its bearers do, whichever kind it is. A right that came into the house after a role was made is not in it, nor is one over
 * the house that reaches half way: no is the safe answer.
 */
export function rightsOfRole({ base, rights }: StoredRights): Record<Right, Reach> {
  if (rights === null) return readyRights(base);
  const safe = (right: Right): Reach => {
    const reach = rights[right] ?? NOT_AT_ALL;
    return HOUSE_RIGHTS.includes(right) && reach.ordinary !== 'all' ? NOT_AT_ALL : reach;
  };
  return Object.fromEntries(RIGHTS.map((right) => [right, safe(right)])) as Record<Right, Reach>;
}
