import type { ReadyRole } from '../../../../contract/rights.ts';
import type { Tx } from '../../../kernel/db/transaction.ts';
import { refuse } from '../../../kernel/refusals.ts';
import { directorateForChange } from '../directorate-store.ts';
import { roleForChange } from '../role-store.ts';
import { worksForDirectorate } from '../staff-member.ts';
import { unitForChange } from '../unit-store.ts';

/** Where somebody stands in the house: what they do, and for whom. */
export interface GivenPost {
  role: string;
  directorate: string | null;
  unit?: string | null | undefined;
  looksAfter?: readonly string[] | undefined;
}

/**
 * A clerk or manager works for one active directorate, perhaps in one of its units; a deputy mayor looks after some; the others serve the whole
 * house. Gives what the role is built on. @throws input-invalid with the field and the problem.
 */
export async function checkPost(tx: Tx, post: GivenPost): Promise<ReadyRole> {
  const { role, directorate, unit = null, looksAfter = [] } = post;
  const found = await roleForChange(tx.db, role);
  if (!found?.active) throw refuse('input-invalid', { field: 'role', problem: 'role-unknown', role });
  const wrong = (field: string, problem: string) => refuse('input-invalid', { field, problem, role });
  if (!worksForDirectorate(found.base)) {
    if (directorate !== null) throw wrong('directorate', 'not-for-this-role');
  } else await checkDirectorate(tx, directorate, wrong);
  if (unit !== null) await checkUnit(tx, { unit, directorate }, wrong);
  if (looksAfter.length > 0 && found.base !== 'deputy-mayor') throw wrong('looksAfter', 'not-for-this-role');
  for (const code of looksAfter) await checkDirectorate(tx, code, wrong);
  return found.base;
}

type Wrong = (field: string, problem: string) => Error;

async function checkDirectorate(tx: Tx, code: string | null, wrong: Wrong): Promise<void> {
  const found = code === null ? undefined : await directorateForChange(tx.db, code);
  if (found === undefined) throw wrong('directorate', 'unknown');
  if (!found.active) throw wrong('directorate', 'not-active');
}

async function checkUnit(tx: Tx, post: { unit: string; directorate: string | null }, wrong: Wrong): Promise<void> {
  const found = await unitForChange(tx.db, post.unit);
  if (found === undefined || found.directorate !== post.directorate) throw wrong('unit', 'unit-unknown');
  if (!found.active) throw wrong('unit', 'not-active');
}
