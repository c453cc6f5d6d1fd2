import type { Tx } from '../../../kernel/db/transaction.ts';
import { refuse } from '../../../kernel/refusals.ts';
import { normaliseInput } from '../../../../text/turkish.ts';
import { instantAt, isDay, istanbulDay } from '../../calendar/door.ts';
import { appendHistory, requestById, reviveRequest, whoOf } from '../../requests/door.ts';
import type { Clock } from '../clock.ts';
import { FeePaid } from '../facts.ts';
import type { Fee } from '../foi-store.ts';
import { latestFeeOf, writePayment } from '../foi-store.ts';
import { clocksOfRequest, endClocks } from '../store.ts';
import { endCause, restartCut } from './change-clocks.ts';
import type { FoiAct, OpenFoi } from './open-foi.ts';
import { openFoi } from './open-foi.ts';
import { showDue } from './show-due.ts';

export interface RecordFeePayment extends FoiAct {
  /** 'YYYY-MM-DD': the day on which it was paid, not the one on which we learnt of it. */
  paidOn: string;
  receipt: string;
}

/**
 * The fee was paid: the period starts anew on the day after (4982 m.10–11). A payment in time that was recorded only after the request had counted as
 * withdrawn brings it back, because the ground was not there. Held, because the citizen hears of the new day.
 * Refuses 'period-not-running' when no fee is awaited, 'date-invalid', 'fee-too-late' when it was paid after the last day, 'input-invalid' without a receipt.
 */
export async function recordFeePayment(tx: Tx, input: RecordFeePayment): Promise<void> {
  const open = await openFoi(tx, input, 'period-change');
  const fee = await latestFeeOf(tx.db, input.requestId);
  const clock = open.clocks.find(({ id }) => id === fee?.clockId);
  if (!fee || !clock || fee.paidOn !== null || !isAwaitedOrMissed(clock))
    throw refuse('period-not-running', { runs: null });
  const { paidOn } = input;
  checkDay(tx, paidOn, { fee, clock });
  const receipt = normaliseInput(input.receipt).slice(0, 100);
  if (receipt === '') throw refuse('input-invalid', { field: 'receipt' });
  const paidAt = momentOf(tx, paidOn, fee);
  await writePayment(tx, { id: fee.id, paidOn, receipt });
  await appendHistory(tx, input.requestId, { what: 'fee-paid', toValue: paidOn, data: { receipt } });
  if (clock.endReason === 'deemed-withdrawn') await bringBack(tx, open, paidAt);
  else await goOn(tx, open, { clock, paidAt });
  tx.record(FeePaid(input.requestId, {}));
}

function isAwaitedOrMissed({ endReason }: Clock): boolean {
  return endReason === null || endReason === 'deemed-withdrawn';
}

function checkDay(tx: Tx, paidOn: string, { fee, clock }: { fee: Fee; clock: Clock }): void {
  const tooEarly = !isDay(paidOn) || paidOn < istanbulDay(fee.notifiedAt);
  if (tooEarly || paidOn > istanbulDay(tx.now)) throw refuse('date-invalid', { field: 'paidOn' });
  if (clock.dueAt !== null && paidOn > istanbulDay(clock.dueAt))
    throw refuse('fee-too-late', { due: istanbulDay(clock.dueAt) });
}

/** Some moment of that day, neither before the fee was notified nor after now: only the day counts. */
function momentOf(tx: Tx, paidOn: string, { notifiedAt }: Fee): Date {
  const noon = instantAt(paidOn, '12:00');
  if (noon < notifiedAt) return notifiedAt;
  return noon > tx.now ? tx.now : noon;
}

async function goOn(tx: Tx, { request }: OpenFoi, { clock, paidAt }: { clock: Clock; paidAt: Date }): Promise<void> {
  await endClocks(tx, { requestId: request.id, reason: 'paid', ids: [clock.id], at: paidAt });
  await restartCut(tx, request, paidAt);
  const other = request.state === 'waiting-for-citizen' ? 'waiting-for-citizen' : null;
  await endCause(tx, request, { cause: 'fee-notice', at: paidAt, other });
}

async function bringBack(tx: Tx, open: OpenFoi, paidAt: Date): Promise<void> {
  const who = whoOf(tx.actor, 'period-change', open);
  const reason = 'Ücretin süresinde ödendiği sonradan öğrenildi (4982 m.11).';
  await reviveRequest(tx, { requestId: open.request.id, reason, who });
  await restartCut(tx, open.request, paidAt);
  const request = (await requestById(tx.db, open.request.id))!;
  await showDue(tx, request, await clocksOfRequest(tx.db, request.id));
}
