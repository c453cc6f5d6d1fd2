import { audit } from '../../../kernel/audit.ts';
import type { Tx } from '../../../kernel/db/transaction.ts';
import { staffOf } from '../../../kernel/http/route.ts';
import { newId } from '../../../kernel/ids.ts';
import { askForWork } from '../../../kernel/long-works/ask.ts';
import { refuse } from '../../../kernel/refusals.ts';
import { normaliseInput } from '../../../../text/turkish.ts';
import type { StaffMember } from '../../staff/door.ts';
import { deactivateStaffMember, may, staffById } from '../../staff/door.ts';
import { insertHandOver } from './hand-over-store.ts';
import { HAND_OVER } from './hand-over-work.ts';
import { heldBy } from './in-hand.ts';
import { planHandOver } from './plan-hand-over.ts';

export interface AskForHandOver {
  staffId: string;
  /** Empty: everything goes back to its unit or directorate. */
  people: readonly string[];
  why: string;
  /** The version of the account that was read, to close it in the same step. */
  close?: number | undefined;
}

/**
 * Writes down where each thing goes and begins. Closing the account in the same step locks it at once; what is still on its way is then in the
 * hands of a closed account for as long as the work takes. Refuses 'not-allowed', 'input-invalid', 'reason-missing', 'nothing-to-hand-over'.
 */
export async function askForHandOver(tx: Tx, given: AskForHandOver): Promise<{ work: string; total: number }> {
  const { staffId, people, close } = given;
  const person = await personToHandOver(tx, staffId);
  const why = normaliseInput(given.why);
  if (why === '') throw refuse('reason-missing', { step: 'hand-over' });
  const held = await heldBy(tx.db, staffId, tx.now);
  const { things } = await planHandOver({ db: tx.db, clock: { now: () => tx.now } }, { person, held, people });
  if (things.length === 0) throw refuse('nothing-to-hand-over');
  const id = newId(tx.now);
  const subjects = things.map(({ subject }) => subject);
  const work = await askForWork(tx, { kind: HAND_OVER, input: { handOverId: id }, subjects });
  await insertHandOver(tx, { id, staffId, workId: work, why, askedBy: staffOf(tx.actor).id }, things);
  const detail = { things: things.length, to: people };
  await audit(tx, { act: 'work-handed-over', subjectKind: 'staff-member', subjectId: staffId, reason: why, detail });
  if (close !== undefined) await deactivateStaffMember(tx, staffId, close);
  return { work, total: things.length };
}

/** Refuses 'not-found', and 'not-allowed' for somebody whose work is not theirs to hand on. */
export async function personToHandOver({ db, actor }: Pick<Tx, 'db' | 'actor'>, staffId: string): Promise<StaffMember> {
  const person = await staffById(db, staffId);
  if (person === undefined) throw refuse('not-found');
  const { directorate, unit } = person;
  const thing = {
    people: [staffId],
    directorates: directorate === null ? [] : [directorate],
    units: unit === null ? [] : [unit],
  };
  if (!may(actor, 'hand-over', thing)) throw refuse('not-allowed');
  return person;
}
