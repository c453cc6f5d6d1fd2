import { systemActor } from '../../kernel/actor.ts';
import type { Tx } from '../../kernel/db/transaction.ts';
import { on } from '../../kernel/facts.ts';
import { topicAtVersion } from '../catalogue/door.ts';
import {
  AssignmentReturned,
  RequestRecorded,
  TopicChanged,
  assignRequest,
  assignmentsOf,
  requestById,
  sendToReview,
} from '../requests/door.ts';
import { whoHandlesIt } from './who-handles-it.ts';

async function routeRequest(tx: Tx, requestId: string): Promise<void> {
  const request = await requestById(tx.db, requestId);
  if (!request) throw new Error('a fact names a request that is not there');
  const topic =
    request.topicCode === null ? null : await topicAtVersion(tx.db, request.topicCode, request.topicVersion!);
  const route = whoHandlesIt({ topic: topic ?? null });
  // Routing acts as itself, not as the person who recorded: the history must say that a rule decided.
  const asRouting: Tx = { ...tx, actor: systemActor('routing') };
  if (route.directorate === null) {
    if (request.state !== 'in-review') await sendToReview(asRouting, { requestId, why: route.why });
    return;
  }
  const open = (await assignmentsOf(tx.db, requestId)).some(
    (part) => part.endedAt === null && part.directorateCode === route.directorate,
  );
  if (!open) await assignRequest(asRouting, { requestId, directorate: route.directorate, why: route.why });
}

export const routingReactions = [
  on(RequestRecorded, "gives the request to its topic's directorate", (tx, fact) => routeRequest(tx, fact.subject)),
  on(TopicChanged, "gives the request to the new topic's directorate, if nobody else is at work", async (tx, fact) => {
    const parts = await assignmentsOf(tx.db, fact.subject);
    const kept = parts.filter((part) => part.endedAt === null && part.state !== 'offered');
    if (kept.length === 0) await routeRequest(tx, fact.subject);
  }),
];

/** Listed so that the table of facts shows it: a return is answered by the supervisor, not by a rule (ping-pong would never end). */
export const ROUTING_LEAVES_ALONE = [AssignmentReturned.factName];
