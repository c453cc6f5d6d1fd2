/** Keeps the copies that lists sort by, and the promise, in step with the clocks. */
import type { Tx } from '../../../kernel/db/transaction.ts';
import type { ServiceRequest } from '../../requests/door.ts';
import { appendHistory, setAssignmentsDue, setDue } from '../../requests/door.ts';
import type { Clock } from '../clock.ts';
import { carriesPromise, isOurs, isRunning, openStopOf } from '../clock.ts';

type Timed = Pick<Clock, 'purpose' | 'unit' | 'dueAt' | 'endedAt' | 'stops'>;

/**
 * The promise to the citizen is the service standard's conclusion, but never later than the law's day; without a running clock of the law (it was
 * cut by a fee notice) nothing is promised. The next due is whichever of our running clocks ends first: a shorter clock of our own never
 * hides a statutory one, because when it has ended the other is shown, and a stopped one never hides a running one.
 */
export async function showDue(tx: Tx, request: ServiceRequest, clocks: readonly Timed[]): Promise<Date | null> {
  const running = clocks.filter(isRunning);
  const soonest = earliest(running.filter((clock) => isOurs(clock) && openStopOf(clock) === undefined));
  const isOwed = running.some(({ purpose }) => purpose === 'statutory');
  const promisedAt = isOwed ? (earliest(running.filter(carriesPromise))?.dueAt ?? null) : null;
  await setDue(tx, request.id, {
    promisedAt,
    nextDueAt: soonest?.dueAt ?? null,
    nextDueKind: soonest?.purpose ?? null,
    nextDueUnit: soonest?.unit ?? null,
  });
  await setAssignmentsDue(tx, request.id, promisedAt);
  return promisedAt;
}

function earliest(clocks: readonly Timed[]): Timed | undefined {
  return clocks
    .filter(({ dueAt }) => dueAt !== null)
    .reduce<Timed | undefined>((best, clock) => (best && best.dueAt! <= clock.dueAt! ? best : clock), undefined);
}

interface Moved {
  to: Date | null;
  because: string;
  why?: string | undefined;
  /** The one it follows, whose promise was moved. */
  leadId?: string | undefined;
}

/** A promise that moved is told with its old and its new day and what moved it. `request` is the case as it was before. */
export async function sayPromiseMoved(
  tx: Tx,
  request: ServiceRequest,
  { to, because, why, leadId }: Moved,
): Promise<void> {
  const from = request.promisedAt;
  if (from?.getTime() === to?.getTime()) return;
  await appendHistory(tx, request.id, {
    what: 'promise-moved',
    fromValue: from?.toISOString() ?? null,
    toValue: to?.toISOString() ?? null,
    why,
    data: { because, ...(leadId !== undefined && { lead: leadId }) },
  });
}
