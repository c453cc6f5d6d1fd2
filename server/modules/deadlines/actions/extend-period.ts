import type { Tx } from '../../../kernel/db/transaction.ts';
import { newId } from '../../../kernel/ids.ts';
import { refuse } from '../../../kernel/refusals.ts';
import { appendHistory } from '../../requests/door.ts';
import { PeriodExtended } from '../facts.ts';
import { insertExtension } from '../foi-store.ts';
import type { ExtensionGround } from '../information-requests.ts';
import { EXTENSION_GROUNDS } from '../information-requests.ts';
import { applyCause } from './change-clocks.ts';
import type { FoiAct } from './open-foi.ts';
import { openFoi, paperNumberOf, requireInTime, runningClock, sentenceOf } from './open-foi.ts';

export interface ExtendPeriod extends FoiAct {
  ground: ExtensionGround;
  /** What exactly must be waited for; the citizen reads it. */
  reason: string;
  /** Number of the letter, where no message of ours reaches the citizen. */
  paperNumber?: string | undefined;
}

/**
 * Lengthens the period of an information request to 30 business days in total: once, on a ground of the list, with a notice that leaves before the
 * first 15 end (4982 m.11). Held, because the citizen hears of it.
 * Refuses 'ground-missing', 'reason-missing', 'period-not-running' (also when it was lengthened before), 'notice-too-late', 'notice-missing'.
 */
export async function extendPeriod(tx: Tx, input: ExtendPeriod, leavesAt: Date): Promise<void> {
  const open = await openFoi(tx, input, 'period-change');
  const clock = runningClock(open, ['foi']);
  if (!Object.hasOwn(EXTENSION_GROUNDS, input.ground)) throw refuse('ground-missing', { field: 'ground' });
  requireInTime(clock, leavesAt);
  const reason = sentenceOf(input.reason, 'extend-period');
  const paperNumber = paperNumberOf(open, input.paperNumber);
  const { request } = open;
  const { ground } = input;
  await insertExtension(tx, {
    ...{ ground, reason, paperNumber },
    id: newId(tx.now),
    requestId: request.id,
    clockId: clock.id,
    notifiedAt: tx.now,
  });
  await appendHistory(tx, request.id, { what: 'period-extended', toValue: ground, why: reason, data: { paperNumber } });
  await applyCause(tx, request, 'extension');
  tx.record(PeriodExtended(request.id, { ground }));
}
