/** Acts on periods that reach a citizen; joined in server/held-acts.ts. */
import type { HeldActKind } from '../../kernel/house.ts';
import { extendPeriod } from './actions/extend-period.ts';
import { movePromise } from './actions/move-promise.ts';
import { notifyFee } from './actions/notify-fee.ts';
import { recordFeePayment } from './actions/record-fee-payment.ts';

export const deadlineHeldActs: HeldActKind[] = [
  { name: 'extend-period', run: (tx, input, leavesAt) => extendPeriod(tx, input as never, leavesAt) },
  { name: 'notify-fee', run: (tx, input, leavesAt) => notifyFee(tx, input as never, leavesAt) },
  { name: 'move-promise', run: (tx, input) => movePromise(tx, input as never) },
  { name: 'fee-paid', run: (tx, input) => recordFeePayment(tx, input as never) },
];
