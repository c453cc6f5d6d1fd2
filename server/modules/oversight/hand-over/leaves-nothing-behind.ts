/** Nobody leaves with work in hand: an account is closed, and a post changed to another directorate, when the work has gone on or is on its way. */
import type { Tx } from '../../../kernel/db/transaction.ts';
import { refuse } from '../../../kernel/refusals.ts';
import { onTheirWay } from './hand-over-store.ts';
import { countsOf, heldBy } from './in-hand.ts';
import { MUST_GO_ON } from './who-takes-over.ts';

/** Refuses 'work-in-hand' with how much of what. `left`: the directorate they worked for until now; a house-wide post has none. */
export async function refuseToLeaveWork(
  tx: Tx,
  { staffId, active, left }: { staffId: string; active: boolean; left: string | null },
): Promise<void> {
  if (active && left === null) return;
  const held = await heldBy(tx.db, staffId, tx.now);
  const goes = await onTheirWay(tx.db, staffId);
  const stays = ({ id }: { id: string }) => !goes.has(id);
  // Whoever moves keeps what they have elsewhere: posts they stand in for, and parts they took in somebody's place.
  const counts = countsOf({
    parts: held.parts.filter((one) => stays(one) && (!active || one.directorate === left)),
    drafts: held.drafts.filter((one) => stays(one) && (!active || one.directorateCode === left)),
    standIns: active ? [] : held.standIns.filter(stays),
    ...{ notices: [], views: [] },
  });
  if (MUST_GO_ON.every((kind) => counts[kind] === 0)) return;
  const { part, draft, 'stand-in': standIn } = counts;
  throw refuse('work-in-hand', { staffId, part, draft, standIn });
}
