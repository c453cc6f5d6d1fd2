/**
 * What goes to a citizen can be taken back for some seconds (10 unless configured). So the act is written down and held; nothing is visible
 * outside until the worker carries it out, and an act whose case has changed meanwhile comes back to its author instead of being forced.
 */
import type { StaffActor } from '../../../kernel/actor.ts';
import type { Tx } from '../../../kernel/db/transaction.ts';
import { inTransaction } from '../../../kernel/db/transaction.ts';
import type { HeldActKind, House } from '../../../kernel/house.ts';
import { newId } from '../../../kernel/ids.ts';
import { refuse } from '../../../kernel/refusals.ts';
import type { HeldAct, HeldActName } from '../held-store.ts';
import type { ReadableCase } from '../reader.ts';
import { mayOn, readableCase } from '../reader.ts';
import { endHeldAct, heldActById, insertHeldAct } from '../held-store.ts';

export interface HoldAct {
  requestId: string;
  act: HeldActName;
  input: Record<string, unknown>;
}

/**
 * Holds the act. It is first tried for real and undone, so that what cannot work is refused now, with the form still open, and not after
 * the wait. A function finds out within the rehearsal what is to be held. Throws what the act itself would throw, and 'held-already' for what somebody else is sending at this moment.
 */
export async function holdAct(
  house: House,
  actor: StaffActor,
  act: HoldAct | ((tx: Tx) => Promise<HoldAct>),
): Promise<HeldAct> {
  const found = await rehearse(house, actor, act);
  return inTransaction(house, { actor }, (tx) => writeDown(tx, actor, found));
}

class RehearsalOver extends Error {}

async function rehearse(house: House, actor: StaffActor, act: Parameters<typeof holdAct>[2]): Promise<HoldAct> {
  let found: HoldAct | undefined;
  try {
    await inTransaction(house, { actor }, async (tx) => {
      found = typeof act === 'function' ? await act(tx) : act;
      await carryOut(tx, found, leavesAt(tx));
      throw new RehearsalOver();
    });
  } catch (error) {
    if (!(error instanceof RehearsalOver)) throw error;
  }
  return found!;
}

function leavesAt(tx: Tx): Date {
  return new Date(tx.now.getTime() + tx.house.config.takeBackSeconds * 1000);
}

async function writeDown(tx: Tx, actor: StaffActor, { requestId, act, input }: HoldAct): Promise<HeldAct> {
  const held = { id: newId(tx.now), requestId, staffId: actor.id, act, input, heldAt: tx.now, dueAt: leavesAt(tx) };
  if (!(await insertHeldAct(tx, { ...held, once: kindOf(tx, act).once?.(input) ?? null })))
    throw refuse('held-already');
  return { ...held, state: 'held', refusal: null };
}

/**
 * Only its author, or who may approve answers to this case, takes an act back, and only while it is held: refuses 'take-back-too-late' after
 * that, 'not-found' for an act of a case that is not this person's.
 */
export async function takeBack(tx: Tx, { actId }: { actId: string }): Promise<void> {
  const held = await heldActById(tx, actId);
  if (!held || tx.actor.kind !== 'staff') throw refuse('not-found');
  if (held.staffId !== tx.actor.id) {
    const found = await readableCase(tx.db, tx.actor, held.requestId);
    if (!mayTakeBack(tx.actor, held, found)) throw refuse('not-allowed');
  }
  if (held.state !== 'held') throw refuse('take-back-too-late');
  await endHeldAct(tx, actId, { state: 'taken-back', refusal: null });
}

/** What a colleague is about to tell a citizen, those may stop who approve answers there. */
export function mayTakeBack(actor: StaffActor, held: Pick<HeldAct, 'staffId'>, found: ReadableCase): boolean {
  return held.staffId === actor.id || mayOn(actor, 'answer-approve', found);
}

/** Carries the act out. The transaction's actor must be its author: rights are asked again at this moment. */
export async function carryOut(
  tx: Tx,
  { act, input }: Pick<HeldAct, 'act' | 'input'>,
  whenItLeaves: Date,
): Promise<void> {
  await kindOf(tx, act).run(tx, input, whenItLeaves);
}

function kindOf(tx: Tx, act: string): HeldActKind {
  const kind = tx.house.heldActs.find(({ name }) => name === act);
  if (!kind) throw new Error(`no module carries out the held act "${act}"`);
  return kind;
}
