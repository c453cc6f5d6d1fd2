import type { CallBackMade as Made } from '../../../../contract/call-backs.ts';
import type { Tx } from '../../../kernel/db/transaction.ts';
import { refuse } from '../../../kernel/refusals.ts';
import { normaliseInput } from '../../../../text/turkish.ts';
import { appendHistory, askToReopen, openCase, whoOf } from '../../requests/door.ts';
import { CallBackMade } from '../facts.ts';
import type { CallBack, CallBackResult } from './call-back-store.ts';
import { lockCallBack, writeCall } from './call-back-store.ts';
import { MOST_TRIES } from './who-is-called.ts';

const RESULTS = { yes: 'true', no: 'not-true', unclear: 'unclear' } as const;

/**
 * What came of a call. "Not true" asks that we look again, with the citizen's words as the reason; somebody who could not be reached is tried again, a
 * few times. Refuses 'input-invalid' where the answers do not fit together, 'reason-missing' for a "no" without words, 'call-back-over' for one that
 * has its result, 'not-found' and 'not-allowed'.
 */
export async function recordCall(tx: Tx, { id, ...made }: Made & { id: string }): Promise<void> {
  const waiting = await lockCallBack(tx, id);
  if (!waiting) throw refuse('not-found');
  const open = await openCase(tx, waiting.requestId);
  whoOf(tx.actor, 'quality-check', open);
  if (waiting.result !== null) throw refuse('call-back-over');
  const note = normaliseInput(made.note);
  const result = resultOf(waiting, made);
  if (result === 'not-true' && note === '') throw refuse('reason-missing', { step: 'ask-to-reopen' });
  const by = tx.actor.kind === 'staff' ? tx.actor.id : null;
  const { satisfied, reached } = made;
  await writeCall(tx, id, { tries: waiting.tries + 1, result, satisfied, note, by });
  const { requestId } = waiting;
  await appendHistory(tx, requestId, {
    what: 'called-back',
    toValue: result ?? 'not-reached',
    why: note || null,
    data: { reached, satisfied },
  });
  tx.record(CallBackMade(requestId, { callBackId: id, result }));
  // Opened again meanwhile, it is looked at already.
  if (result === 'not-true' && open.request.state === 'concluded') await askToReopen(tx, open.request, note);
}

/** Null: not reached, and tried again. */
function resultOf({ tries }: CallBack, { reached, answerTrue, satisfied }: Made): CallBackResult | null {
  if (reached !== (answerTrue !== null)) throw refuse('input-invalid', { field: 'answerTrue' });
  if (!reached && satisfied !== null) throw refuse('input-invalid', { field: 'satisfied' });
  if (answerTrue !== null) return RESULTS[answerTrue];
  return tries + 1 >= MOST_TRIES ? 'not-reached' : null;
}
