import type { Tx } from '../../../kernel/db/transaction.ts';
import { WorkResumed } from '../facts.ts';
import type { Who } from '../lifecycle.ts';
import { REQUEST_STEPS, take } from '../lifecycle.ts';
import { openCase, whoOf } from '../open-case.ts';
import type { ServiceRequest } from '../request.ts';
import { appendHistory, writeState } from '../store.ts';

/** The directorate found another way, or the answer came by telephone: work goes on without a word on the page. */
export async function resumeWork(
  tx: Tx,
  { requestId, reason, seen }: { requestId: string; reason?: string | undefined; seen?: number | undefined },
): Promise<void> {
  const open = await openCase(tx, requestId, seen);
  await goOn(tx, open.request, { who: whoOf(tx.actor, 'work', open), why: reason });
}

/** Waiting is over. Only from there, so that a note beside a running case changes nothing. */
export async function goOn(
  tx: Tx,
  request: ServiceRequest,
  { who, why }: { who: Who; why?: string | undefined },
): Promise<void> {
  const state = take(REQUEST_STEPS, 'resume', { state: request.state, who });
  await writeState(tx, request.id, { state });
  await appendHistory(tx, request.id, { what: 'resumed', fromValue: request.state, toValue: state, why });
  tx.record(WorkResumed(request.id, {}));
}
