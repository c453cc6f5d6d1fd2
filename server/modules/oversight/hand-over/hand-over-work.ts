/** The hand-over itself, one thing after the other. What has gone on by itself meanwhile is passed over in silence. */
import type { Tx } from '../../../kernel/db/transaction.ts';
import { itemWork } from '../../../kernel/long-works/kinds.ts';
import { refuse } from '../../../kernel/refusals.ts';
import { passOnDraft } from '../../answers/door.ts';
import { passOnAssignment } from '../../requests/door.ts';
import { passOnStandIn, passOnView, staffById } from '../../staff/door.ts';
import { LeftToDirectorate, StaffNoticed } from '../facts.ts';
import { giveNotice } from '../notice-store.ts';
import type { HandOver, ThingToHandOver } from './hand-over-store.ts';
import { handOverById, thingOfHandOver } from './hand-over-store.ts';

export const HAND_OVER = 'hand-over';

interface Input {
  handOverId: string;
}

export const handOverWork = itemWork<Input>({
  kind: HAND_OVER,
  async act(tx, { handOverId }, subject) {
    const { handOver, thing } = await found(tx, handOverId, subject);
    const { staffId: from, why } = handOver;
    return handOn(tx, thing, { leaver: from, from, to: thing.to, why });
  },
  async undo(tx, { handOverId }, { subject, undo }) {
    if (undo.moved !== true) return;
    const { handOver, thing } = await found(tx, handOverId, subject);
    if (!(await staffById(tx.db, handOver.staffId))?.active) throw refuse('account-closed');
    const leaver = handOver.staffId;
    await handOn(tx, thing, { leaver, from: thing.to, to: leaver, why: UNDONE });
  },
});

const UNDONE = 'Devir geri alındı.';

async function found(tx: Tx, id: string, subject: string): Promise<{ handOver: HandOver; thing: ThingToHandOver }> {
  const [handOver, thing] = await Promise.all([handOverById(tx.db, id), thingOfHandOver(tx.db, id, subject)]);
  if (!handOver || !thing) throw new Error('a hand-over names a thing that is not in it');
  return { handOver, thing };
}

interface On {
  leaver: string;
  /** Null: a part that lies with its unit or directorate is fetched back. */
  from: string | null;
  to: string | null;
  why: string;
}

/** Gives whether it moved, for the undoing. */
async function handOn(
  tx: Tx,
  { kind, subject: id }: ThingToHandOver,
  { leaver, from, to, why }: On,
): Promise<{ moved: boolean }> {
  if (kind === 'part') return { moved: await handPart(tx, id, { from, to, why }) };
  // Then nobody stands in, and the ladder says so; somebody who is gone would be nobody too, and hide it.
  if (kind === 'stand-in') return { moved: await passOnStandIn(tx, { id, leaver, from, to }) };
  // Nobody is there who could: the thing says so, instead of being lost in silence.
  if (from === null || to === null) throw refuse('nobody-takes-it');
  if (kind === 'draft') return { moved: await passOnDraft(tx, { draftId: id, from, to, why }) };
  if (kind === 'view') return { moved: await passOnView(tx, { id, leaver, from, to }) };
  return { moved: await handNotice(tx, id, { from, to }) };
}

async function handPart(tx: Tx, assignmentId: string, { from, to, why }: Omit<On, 'leaver'>): Promise<boolean> {
  const requestId = await passOnAssignment(tx, { assignmentId, from, to, why });
  if (requestId !== null && to === null) tx.record(LeftToDirectorate(requestId, { assignmentId }));
  return requestId !== null;
}

async function handNotice(tx: Tx, id: string, { from, to }: { from: string; to: string }): Promise<boolean> {
  const moved = await giveNotice(tx, { id, from, to });
  if (moved) for (const who of [from, to]) tx.record(StaffNoticed(who, { kinds: [] }));
  return moved;
}
