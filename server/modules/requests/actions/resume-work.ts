import type { Tx } from '../../../kernel/db/transaction.ts';
import type { QuestionEnd } from '../asking.ts';
import { WorkResumed } from '../facts.ts';
import type { RequestStep, Who } from '../lifecycle.ts';
import { REQUEST_STEPS, take } from '../lifecycle.ts';
import { openCase, whoOf } from '../open-case.ts';
import type { ServiceRequest } from '../request.ts';
import { appendHistory } from '../history-store.ts';
import { writeState } from '../store.ts';

/** The directorate found another way: work goes on without a word of the citizen. */
export async function resumeWork(
  tx: Tx,
  { requestId, reason, seen }: { requestId: string; reason?: string | undefined; seen?: number | undefined },
): Promise<void> {
  const open = await openCase(tx, requestId, seen);
  await goOn(tx, open.request, { by: 'staff', who: whoOf(tx.actor, 'work', open), why: reason });
}

export type WhyOn =
  | { by: 'staff'; who: Who; why?: string | undefined }
  /** Their words, whoever wrote them down. */
  | { by: 'citizen' }
  /** The day is over and no answer came. */
  | { by: 'last-day'; lastDay: string };

interface Way {
  step: RequestStep;
  who: Who;
  what: string;
  ends: QuestionEnd;
  why?: string | undefined;
  data?: Record<string, unknown>;
}

/** Waiting is over. Only from there, so that a note beside a running case changes nothing. */
export async function goOn(tx: Tx, request: ServiceRequest, given: WhyOn): Promise<void> {
  const { step, who, what, ends, why, data } = wayOf(given);
  const state = take(REQUEST_STEPS, step, { state: request.state, who, reason: why });
  await writeState(tx, request.id, { state, questionEnds: ends });
  await appendHistory(tx, request.id, { what, fromValue: request.state, toValue: state, why, data });
  tx.record(WorkResumed(request.id, {}));
}

function wayOf(given: WhyOn): Way {
  if (given.by === 'citizen') return { step: 'resume', who: 'citizen', what: 'resumed', ends: 'answered' };
  if (given.by === 'staff') return { step: 'resume', who: given.who, what: 'resumed', ends: 'went-on', why: given.why };
  const data = { lastDay: given.lastDay };
  return { step: 'stop-waiting', who: 'system', what: 'question-unanswered', ends: 'unanswered', data };
}
