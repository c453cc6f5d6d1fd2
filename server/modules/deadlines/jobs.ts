/** What the law reads into a day that has passed: silence that counts as refusal, and a fee that was not paid. Each case in its own transaction. */
import { systemActor } from '../../kernel/actor.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import type { Tx } from '../../kernel/db/transaction.ts';
import type { House } from '../../kernel/house.ts';
import { instantAt, istanbulDay } from '../calendar/door.ts';
import { appendHistory, deemWithdrawn, isOpen, lockRequest } from '../requests/door.ts';
import type { Clock } from './clock.ts';
import { isRunning } from './clock.ts';
import { RefusalImplied } from './facts.ts';
import { clocksOfRequest, clocksRunOut, endClocks } from './store.ts';
import type { StatutoryClockKey } from './which-clocks.ts';
import { clockRule } from './which-clocks.ts';

const AT_ONCE = 200;

/**
 * A day belongs to the citizen and to us until its midnight, whatever the office hours: only days that are over are looked at. A case that
 * cannot be dealt with is logged and left for tomorrow; it keeps nobody else waiting. Gives how many were dealt with.
 */
export async function readSilence(house: House): Promise<number> {
  const today = instantAt(istanbulDay(house.clock.now()), '00:00');
  let done = 0;
  for (let after = ''; ;) {
    const over = await clocksRunOut(house.db, { before: today, after, limit: AT_ONCE });
    for (const clock of over) if (await readSafely(house, clock)) done += 1;
    if (over.length < AT_ONCE) return done;
    after = over.at(-1)!.id;
  }
}

async function readSafely(house: House, clock: Clock): Promise<boolean> {
  try {
    return await inTransaction(house, { actor: systemActor('deadlines') }, (tx) => readOne(tx, clock));
  } catch (error) {
    house.metrics.faults.inc({ where: 'silence' });
    house.log.error({ err: error, where: 'silence', request: clock.requestId }, 'fault');
    return false;
  }
}

/** Looked at again under the lock: an answer may have come between the look and the lock. */
async function readOne(tx: Tx, { id, requestId, rule }: Clock): Promise<boolean> {
  const request = await lockRequest(tx, requestId);
  const clock = (await clocksOfRequest(tx.db, requestId)).find((each) => each.id === id);
  if (!request || !clock || !isRunning(clock) || !isOpen(request.state)) return false;
  if (clockRule(rule as StatutoryClockKey).silence === 'withdrawn') {
    await deemWithdrawn(tx, { requestId, reason: 'Ücret 15 iş günü içinde ödenmedi (4982 m.11).' });
    return true;
  }
  await endClocks(tx, { requestId, reason: 'implied-refusal', ids: [id] });
  await appendHistory(tx, requestId, {
    what: 'refusal-implied',
    toValue: rule,
    data: { dueAt: clock.dueAt?.toISOString() ?? null },
  });
  tx.record(RefusalImplied(requestId, { rule }));
  return true;
}
