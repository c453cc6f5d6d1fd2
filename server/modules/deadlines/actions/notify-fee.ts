import type { Tx } from '../../../kernel/db/transaction.ts';
import { newId } from '../../../kernel/ids.ts';
import { refuse } from '../../../kernel/refusals.ts';
import { appendHistory } from '../../requests/door.ts';
import { beginOf } from '../clock.ts';
import { FeeNotified } from '../facts.ts';
import { insertFee } from '../foi-store.ts';
import { clockRule } from '../which-clocks.ts';
import { applyCause } from './change-clocks.ts';
import { insertOf } from './keep-clocks.ts';
import type { FoiAct } from './open-foi.ts';
import { openFoi, paperNumberOf, requireInTime, runningClock, sentenceOf } from './open-foi.ts';

export interface NotifyFee extends FoiAct {
  /** In kuruş, more than nothing. */
  amountKurus: number;
  /** What must be paid for; the citizen reads it. */
  whatFor: string;
  paperNumber?: string | undefined;
}

/** Copies that cost more are no copies any more: a slip of the keyboard is caught here and not by the citizen. */
export const MOST_KURUS = 100_000_000;

/**
 * Tells the citizen what access will cost. It cuts the period, and the citizen's own 15 business days begin (4982 m.10–11); unpaid then, the
 * request counts as withdrawn. Held, because the citizen hears of it.
 * Refuses 'input-invalid' for an amount, 'already-exists' for a second fee, 'reason-missing', 'period-not-running', 'notice-too-late', 'notice-missing'.
 */
export async function notifyFee(tx: Tx, input: NotifyFee, leavesAt: Date): Promise<void> {
  const open = await openFoi(tx, input, 'period-change');
  const clock = runningClock(open, ['foi', 'foi-extended']);
  // A second notice would cut the period a second time: what access costs is said once.
  const begun = beginOf(open.clocks) ?? open.request.receivedAt;
  if (open.clocks.some(({ rule, startedAt }) => rule === 'foi-fee' && startedAt >= begun))
    throw refuse('already-exists', { field: 'fee' });
  requireInTime(clock, leavesAt);
  const { amountKurus } = input;
  if (!Number.isSafeInteger(amountKurus) || amountKurus <= 0 || amountKurus > MOST_KURUS)
    throw refuse('input-invalid', { field: 'amountKurus' });
  const whatFor = sentenceOf(input.whatFor, 'notify-fee');
  const paperNumber = paperNumberOf(open, input.paperNumber);
  const { request } = open;
  const [fee] = await insertOf(tx, { request, rules: [clockRule('foi-fee')], from: tx.now, follows: clock.id });
  await insertFee(tx, {
    ...{ amountKurus, whatFor, paperNumber },
    id: newId(tx.now),
    requestId: request.id,
    clockId: fee!.id,
    notifiedAt: tx.now,
  });
  await appendHistory(tx, request.id, {
    what: 'fee-notified',
    toValue: String(amountKurus),
    why: whatFor,
    data: { amountKurus, dueAt: fee!.dueAt?.toISOString() ?? null, paperNumber },
  });
  await applyCause(tx, request, 'fee-notice');
  tx.record(FeeNotified(request.id, {}));
}
