import type { Tx } from '../../../kernel/db/transaction.ts';
import type { ServiceRequest } from '../../requests/door.ts';
import { clocksOfRequest, endClocks } from '../store.ts';
import type { Clock } from '../clock.ts';
import { beginOf, isRunning } from '../clock.ts';
import { endCause } from './change-clocks.ts';
import { isStandard } from '../which-clocks.ts';
import { insertOf, rulesOf } from './keep-clocks.ts';
import { sayPromiseMoved, showDue } from './show-due.ts';

/**
 * Another legal basis: the old one's clocks end with that ground, late ones stay late, and the new one's count from the original receipt, so
 * that nobody waits longer for having been filed wrongly. The published standard belongs to the topic and runs on.
 */
export async function restartForKind(tx: Tx, request: ServiceRequest): Promise<void> {
  const clocks = await clocksOfRequest(tx.db, request.id);
  const running = clocks.filter(isRunning);
  const rules = (await rulesOf(tx, request)).filter(({ key }) => !isStandard(key) && !isTold(key, running));
  const kept = new Set<string>(rules.map(({ key }) => key));
  const old = running.filter(
    ({ rule }) => !isStandard(rule) && !kept.has(rule) && !(rule === WAITING && isSilent(request)),
  );
  const last = clocks.findLast(({ purpose }) => purpose === 'statutory');
  await endClocks(tx, { requestId: request.id, reason: 'kind-changed', ids: old.map(({ id }) => id) });
  await insertOf(tx, {
    request,
    rules: rules.filter(({ key }) => !running.some(({ rule }) => rule === key)),
    // A reopened request counts from its reopening, whatever its basis.
    from: beginOf(clocks) ?? request.receivedAt,
    ...(last && { follows: last.id }),
  });
  // A fee that was awaited is owed under 4982 only: what stood still for it goes on.
  if (old.some(({ rule }) => rule === 'foi-fee')) {
    const other = request.state === 'waiting-for-citizen' ? ('waiting-for-citizen' as const) : null;
    return endCause(tx, request, { cause: 'fee-notice', at: tx.now, other });
  }
  const to = await showDue(tx, request, await clocksOfRequest(tx.db, request.id));
  await sayPromiseMoved(tx, request, { to, because: 'kind-changed' });
}

const WAITING = 'interim-wait';

/** After an interim answer the general rule of silence has given way to its four months, under the new basis too. */
function isTold(rule: string, running: readonly Clock[]): boolean {
  return (rule === 'admin-silence' || rule === 'foi-silence') && running.some((clock) => clock.rule === WAITING);
}

function isSilent({ kind }: ServiceRequest): boolean {
  return kind === 'foi' || kind === 'petition';
}
