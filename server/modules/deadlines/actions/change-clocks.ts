/** What a cause does to the running clocks of a request, as what-changes-a-clock.ts says, and what happens when the cause is gone. */
import type { Tx } from '../../../kernel/db/transaction.ts';
import { calendarInForce } from '../../calendar/door.ts';
import type { ServiceRequest } from '../../requests/door.ts';
import type { Clock, StopCause } from '../clock.ts';
import { computeDueOf, isRunning, openStopOf } from '../clock.ts';
import { clocksOfRequest, closeStops, endClocks, insertStops, writeDues } from '../store.ts';
import type { ClockCause } from '../what-changes-a-clock.ts';
import { effectOn } from '../what-changes-a-clock.ts';
import type { EndReason } from '../what-ends-a-clock.ts';
import { clockRule, ruleOf } from '../which-clocks.ts';
import { insertOf } from './keep-clocks.ts';
import { sayPromiseMoved, showDue } from './show-due.ts';

/** How a clock that gives way or is cut is said to have ended. */
const ENDED_BY: Partial<Record<ClockCause, EndReason>> = {
  'fee-notice': 'fee-notice',
  extension: 'extended',
  'interim-answer': 'interim-answer',
};

/** Applies the cause to every running clock, each as the table says. */
export async function applyCause(tx: Tx, request: ServiceRequest, cause: ClockCause): Promise<void> {
  const running = (await clocksOfRequest(tx.db, request.id)).filter(isRunning);
  for (const clock of running) {
    const { effect, successor } = effectOn(cause, clock.rule);
    if (effect !== 'is-cut' && effect !== 'gives-way') continue;
    await endClocks(tx, { requestId: request.id, reason: ENDED_BY[cause]!, ids: [clock.id] });
    if (successor)
      await insertOf(tx, { request, rules: [clockRule(successor)], from: clock.startedAt, follows: clock.id });
  }
  await insertStops(tx, idsToStop(running, cause, tx.now), cause as StopCause, tx.now);
  const to = await showDue(tx, request, await clocksOfRequest(tx.db, request.id));
  if (cause === 'extension' || cause === 'fee-notice') await sayPromiseMoved(tx, request, { to, because: cause });
}

/** One that has run out already stands still no more: what is late stays late. */
function idsToStop(running: readonly Clock[], cause: ClockCause, now: Date): string[] {
  return running
    .filter((clock) => effectOn(cause, clock.rule).effect === 'stops' && openStopOf(clock) === undefined)
    .filter(({ dueAt }) => dueAt === null || dueAt > now)
    .map(({ id }) => id);
}

/**
 * The cause is gone: what stood still for it goes on from that moment, unless something else still stops it. The new days are counted
 * at once, and a promise that moved is told.
 */
export async function endCause(
  tx: Tx,
  request: ServiceRequest,
  { cause, at, other }: { cause: StopCause; at: Date; other: StopCause | null },
): Promise<void> {
  await closeStops(tx, request.id, cause, at);
  const clocks = (await clocksOfRequest(tx.db, request.id)).filter(isRunning);
  if (other !== null) await insertStops(tx, idsToStop(clocks, other, tx.now), other, tx.now);
  const calendar = await calendarInForce(tx.db);
  const moved = clocks
    .filter(({ stops }) => stops.some((stop) => stop.cause === cause))
    .map((clock) => ({ ...clock, dueAt: computeDueOf(calendar, clock, tx.now)?.dueAt ?? null }));
  await writeDues(tx, moved);
  const to = await showDue(tx, request, await clocksOfRequest(tx.db, request.id));
  await sayPromiseMoved(tx, request, { to, because: cause });
}

/** What was cut starts anew from its whole length; `from` is the day of the payment, which is day 0. */
export async function restartCut(tx: Tx, request: ServiceRequest, from: Date): Promise<void> {
  const clocks = await clocksOfRequest(tx.db, request.id);
  // The citizen's clock runs in between; it takes nobody's place.
  const isReplaced = (id: string) => clocks.some(({ follows, rule }) => follows === id && rule !== 'foi-fee');
  const cut = clocks.filter(({ id, endReason }) => endReason === 'fee-notice' && !isReplaced(id));
  for (const clock of cut) await insertOf(tx, { request, rules: [ruleOf(clock.rule, clock)], from, follows: clock.id });
}
