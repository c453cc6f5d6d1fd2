import type { Fact } from '../../kernel/facts.ts';
import { on } from '../../kernel/facts.ts';
import { SettingChanged } from '../../kernel/revisions.ts';
import type { Tx } from '../../kernel/db/transaction.ts';
import type { ServiceRequest } from '../requests/door.ts';
import {
  AcceptanceTakenBack,
  CitizenAsked,
  InterimAnswerGiven,
  KindChanged,
  RequestAssigned,
  RequestCancelled,
  RequestConcluded,
  RequestDeemedWithdrawn,
  RequestRecorded,
  RequestReopened,
  RequestWithdrawn,
  TopicChanged,
  WorkBegun,
  WorkResumed,
  requestById,
  setAssignmentsDue,
} from '../requests/door.ts';
import { applyCause, endCause } from './actions/change-clocks.ts';
import { oweFirstResponseAgain } from './actions/owe-first-response-again.ts';
import { endAllClocks, meetFirstResponse, restartForTopic, startClocks } from './actions/keep-clocks.ts';
import { giveOwnDue } from './actions/due-of-part.ts';
import { restartForKind } from './actions/restart-for-kind.ts';
import { askForRecount } from './recount-work.ts';
import { isFeeAwaited } from './store.ts';

async function requestOf(tx: Tx, fact: Fact): Promise<ServiceRequest> {
  const request = await requestById(tx.db, fact.subject);
  if (!request) throw new Error('a fact names a request that is not there');
  return request;
}

export const deadlineReactions = [
  on(SettingChanged, 'counts the clocks anew that run over a changed holiday', async (tx, { data: { kind, key } }) => {
    // A holiday's key begins with its day; a whole file of them has none.
    if (kind === 'holiday') await askForRecount(tx, key === '*' ? null : key.slice(0, 10));
  }),
  on(RequestRecorded, 'starts the clocks', async (tx, fact) => {
    const request = await requestOf(tx, fact);
    await startClocks(tx, request, request.receivedAt);
  }),
  on(RequestAssigned, 'gives the new part its due date', async (tx, fact) => {
    const request = await requestOf(tx, fact);
    await setAssignmentsDue(tx, request.id, request.promisedAt);
    await giveOwnDue(tx, { requestId: request.id, assignmentId: fact.data.assignmentId });
  }),
  on(TopicChanged, "starts the new topic's clocks", async (tx, fact) => restartForTopic(tx, await requestOf(tx, fact))),
  on(KindChanged, 'ends the clocks of the old legal basis and starts those of the new one', async (tx, fact) =>
    restartForKind(tx, await requestOf(tx, fact)),
  ),
  on(WorkBegun, 'ends the first-response clock', async (tx, fact) => meetFirstResponse(tx, await requestOf(tx, fact))),
  on(AcceptanceTakenBack, 'owes the first response again, from the day it was owed', async (tx, fact) =>
    oweFirstResponseAgain(tx, await requestOf(tx, fact), fact.data),
  ),
  on(CitizenAsked, 'stops the clocks that may stop', async (tx, fact) =>
    applyCause(tx, await requestOf(tx, fact), 'waiting-for-citizen'),
  ),
  on(WorkResumed, 'lets the clocks go on', async (tx, fact) => {
    const other = (await isFeeAwaited(tx.db, fact.subject)) ? 'fee-notice' : null;
    await endCause(tx, await requestOf(tx, fact), { cause: 'waiting-for-citizen', at: tx.now, other });
  }),
  on(InterimAnswerGiven, 'lets the silence of the law give way to four months', async (tx, fact) =>
    applyCause(tx, await requestOf(tx, fact), 'interim-answer'),
  ),
  on(RequestConcluded, 'ends all clocks as answered or forwarded', (tx, fact) =>
    endAllClocks(tx, fact.subject, fact.data.outcome === 'forwarded' ? 'forwarded' : 'answered'),
  ),
  on(RequestWithdrawn, 'ends all clocks', (tx, fact) => endAllClocks(tx, fact.subject, 'withdrawn')),
  on(RequestDeemedWithdrawn, 'ends all clocks', (tx, fact) => endAllClocks(tx, fact.subject, 'deemed-withdrawn')),
  on(RequestCancelled, 'ends all clocks', (tx, fact) => endAllClocks(tx, fact.subject, 'cancelled')),
  on(RequestReopened, 'starts new clocks from the day of reopening', async (tx, fact) =>
    startClocks(tx, await requestOf(tx, fact), tx.now),
  ),
];
