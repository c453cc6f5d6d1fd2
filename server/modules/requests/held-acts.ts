/** The case file's own acts that reach a citizen; modules above name theirs beside these (server/held-acts.ts). */
import type { HeldActKind } from '../../kernel/house.ts';
import { answerAssignment, giveInterimAnswer } from './actions/answer-assignment.ts';
import { changeKind } from './actions/change-kind.ts';
import { askCitizen } from './actions/ask-citizen.ts';
import { cancelRequest, refuseReopening, reopenRequest, withdrawForCitizen } from './actions/decide-on-request.ts';

// The input was checked by the route that held it and is kept as it was given.
export const requestHeldActs: HeldActKind[] = [
  { name: 'answer', once: onceAnswered, run: (tx, input) => answerAssignment(tx, input as never) },
  { name: 'interim-answer', run: (tx, input) => giveInterimAnswer(tx, input as never) },
  { name: 'ask-citizen', run: (tx, input) => askCitizen(tx, input as never) },
  { name: 'reopen', run: (tx, input) => reopenRequest(tx, input as never) },
  { name: 'refuse-reopening', run: (tx, input) => refuseReopening(tx, input as never) },
  { name: 'change-kind', run: (tx, input) => changeKind(tx, input as never) },
  { name: 'cancel', run: (tx, input) => cancelRequest(tx, input as never) },
  { name: 'withdraw-for-citizen', run: (tx, input) => withdrawForCitizen(tx, input as never) },
];

/** A part is answered once: by whoever answers it, or by whoever approves a draft of the answer. */
export function onceAnswered({ assignmentId }: Record<string, unknown>): string {
  return `answer ${String(assignmentId)}`;
}
