import { systemActor } from '../../kernel/actor.ts';
import type { Tx } from '../../kernel/db/transaction.ts';
import { on } from '../../kernel/facts.ts';
import { topicAtVersion } from '../catalogue/door.ts';
import {
  RequestRecorded,
  TopicChanged,
  assignRequest,
  assignmentsOf,
  dropAssignment,
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
  on(
    TopicChanged,
    "moves the request to the new topic's directorate, unless somebody is at work on it",
    async (tx, fact) => {
      const open = (await assignmentsOf(tx.db, fact.subject)).filter((part) => part.endedAt === null);
      if (open.some((part) => part.state !== 'offered')) return;
      const asRouting: Tx = { ...tx, actor: systemActor('routing') };
      for (const part of open) await dropAssignment(asRouting, { assignmentId: part.id, why: 'Konu değişti.' });
      await routeRequest(tx, fact.subject);
    },
  ),
];
