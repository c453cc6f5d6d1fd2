import type { Tx } from '../../../kernel/db/transaction.ts';
import { newId } from '../../../kernel/ids.ts';
import type { ServiceRequest } from '../../requests/door.ts';
import type { Clock, ClockStop } from '../clock.ts';
import { clocksOfRequest, endClocks, insertClocks } from '../store.ts';
import { inheritStops } from './keep-clocks.ts';
import { showDue } from './show-due.ts';

export interface ResponseTakenBack {
  /** When it was given, in ISO 8601. */
  acceptedAt: string;
  /** When the first one beside it was given; null: there is none. */
  respondedAt: string | null;
}

/**
 * What ended the clock was no response. That end stays as it is; another clock takes its place, with the same day, so that nobody gains time by
 * accepting and taking back. Where somebody else has responded since, it ends there, in time or late.
 */
export async function oweFirstResponseAgain(
  tx: Tx,
  request: ServiceRequest,
  { acceptedAt, respondedAt }: ResponseTakenBack,
): Promise<void> {
  // Both at the same moment: the other one is as good as this.
  if (respondedAt === acceptedAt) return;
  const clocks = await clocksOfRequest(tx.db, request.id);
  const old = clocks.find(
    ({ endReason, endedAt }) => endReason === 'responded' && endedAt?.toISOString() === acceptedAt,
  );
  if (!old) return;
  const clock: Clock = { ...old, id: newId(tx.now), follows: old.id, endedAt: null, endReason: null, stops: [] };
  await insertClocks(tx, [clock]);
  const stops = stopsOf(old, clocks);
  await inheritStops(tx, { started: [clock], from: stops.length === 0 ? undefined : { stops } });
  if (respondedAt !== null)
    await endClocks(tx, { requestId: request.id, reason: 'responded', ids: [clock.id], at: new Date(respondedAt) });
  await showDue(tx, request, await clocksOfRequest(tx.db, request.id));
}

/** A stop that was closed only because the clock ended lasts as long as it did for the others. */
function stopsOf(old: Clock, all: readonly Clock[]): ClockStop[] {
  return old.stops.map((stop) => {
    if (stop.until?.getTime() !== old.endedAt?.getTime()) return stop;
    const same = all
      .flatMap(({ id, stops }) => (id === old.id ? [] : stops))
      .find(({ cause, from }) => cause === stop.cause && from.getTime() === stop.from.getTime());
    return same ?? stop;
  });
}
