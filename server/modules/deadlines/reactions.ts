import type { Fact } from '../../kernel/facts.ts';
import { on } from '../../kernel/facts.ts';
import type { Tx } from '../../kernel/db/transaction.ts';
import type { ServiceRequest } from '../requests/door.ts';
import {
  RequestAssigned,
  RequestCancelled,
  RequestConcluded,
  RequestRecorded,
  RequestReopened,
  RequestWithdrawn,
  TopicChanged,
  WorkBegun,
  requestById,
  setAssignmentsDue,
} from '../requests/door.ts';
import { endAllClocks, meetFirstResponse, restartForTopic, startClocks } from './actions/keep-clocks.ts';

async function requestOf(tx: Tx, fact: Fact): Promise<ServiceRequest> {
  const request = await requestById(tx.db, fact.subject);
  if (!request) throw new Error('a fact names a request that is not there');
  return request;
}

export const deadlineReactions = [
  on(RequestRecorded, 'starts the clocks', async (tx, fact) => {
    const request = await requestOf(tx, fact);
    await startClocks(tx, request, request.receivedAt);
  }),
  on(RequestAssigned, 'gives the new part its due date', async (tx, fact) => {
    const request = await requestOf(tx, fact);
    await setAssignmentsDue(tx, request.id, request.promisedAt);
  }),
  on(TopicChanged, "starts the new topic's clocks", async (tx, fact) => restartForTopic(tx, await requestOf(tx, fact))),
  on(WorkBegun, 'ends the first-response clock', async (tx, fact) => meetFirstResponse(tx, await requestOf(tx, fact))),
  on(RequestConcluded, 'ends all clocks as met', (tx, fact) => endAllClocks(tx, fact.subject, 'met')),
  on(RequestWithdrawn, 'ends all clocks', (tx, fact) => endAllClocks(tx, fact.subject, 'withdrawn')),
  on(RequestCancelled, 'ends all clocks', (tx, fact) => endAllClocks(tx, fact.subject, 'cancelled')),
  on(RequestReopened, 'starts new clocks from the day of reopening', async (tx, fact) =>
    startClocks(tx, await requestOf(tx, fact), tx.now),
  ),
];
