/** Asks the rules and does what they say: gives the request to a directorate, or to the solution centre, with the reason in its history. */
import type { RoutedBy } from '../../../../contract/routing.ts';
import { systemActor } from '../../../kernel/actor.ts';
import type { Db } from '../../../kernel/db/database.ts';
import type { Tx } from '../../../kernel/db/transaction.ts';
import { topicAtVersion } from '../../catalogue/door.ts';
import type { Assignment, ServiceRequest } from '../../requests/door.ts';
import {
  assignRequest,
  assignmentsOf,
  dropAssignment,
  handAssignment,
  requestById,
  sendToReview,
} from '../../requests/door.ts';
import { factsOf, lookupsFor } from '../gather-facts.ts';
import type { PreparedRules } from '../prepared-rules.ts';
import { rulesInForce } from '../queries.ts';
import { reasonInTurkish } from '../reason-texts.ts';
import type { Decision, RoutingFacts, RuleTarget } from '../rule.ts';
import { whoIsThere } from '../who-is-there.ts';
import { whoHandlesIt } from '../who-handles-it.ts';

/** Routing acts as itself, not as the person who recorded: the history must say that a rule decided. */
function asRouting(tx: Tx): Tx {
  return { ...tx, actor: systemActor('routing') };
}

/** What the rules in force say of this request as it stands. */
export async function decide(db: Db, request: ServiceRequest): Promise<Decision> {
  const rules = await rulesInForce(db);
  return whoHandlesIt(await factsOfRequest(db, request, rules), rules);
}

export async function factsOfRequest(db: Db, request: ServiceRequest, rules: PreparedRules): Promise<RoutingFacts> {
  const { topicCode, topicVersion } = request;
  const topic = topicCode === null ? undefined : await topicAtVersion(db, topicCode, topicVersion!);
  return factsOf(request, topic ?? null, { ...(await lookupsFor(db, rules.needs)), rules });
}

export async function routeRequest(tx: Tx, requestId: string): Promise<void> {
  const request = await requestById(tx.db, requestId);
  if (!request) throw new Error('a fact names a request that is not there');
  const decision = await decide(tx.db, request);
  if (decision.to === null) return leaveToPeople(tx, requestId, decision);
  const { to, absence } = await whoIsThere(tx, decision.to);
  const routedBy = routedByOf(decision, absence);
  const there = (await assignmentsOf(tx.db, requestId)).find(
    (part) => part.endedAt === null && part.directorateCode === to.directorate,
  );
  if (there === undefined) await assign(tx, { requestId, to, routedBy });
  else await handOn(tx, { part: there, to, routedBy });
}

async function assign(
  tx: Tx,
  { requestId, to, routedBy }: { requestId: string; to: RuleTarget; routedBy: RoutedBy },
): Promise<void> {
  await assignRequest(asRouting(tx), {
    requestId,
    directorate: to.directorate,
    unit: to.unit,
    assigneeId: to.person,
    why: reasonInTurkish(routedBy),
    data: { routedBy },
  });
}

/** The directorate has it already: where the rule names a unit or a person and nobody has begun, it is handed there. */
async function handOn(
  tx: Tx,
  { part, to, routedBy }: { part: Assignment; to: RuleTarget; routedBy: RoutedBy },
): Promise<void> {
  const isNamed = to.unit !== null || to.person !== null;
  const isThere = part.unitCode === to.unit && part.assigneeId === to.person;
  if (part.state !== 'offered' || !isNamed || isThere) return;
  await handAssignment(asRouting(tx), {
    assignmentId: part.id,
    unit: to.unit,
    assigneeId: to.person,
    why: reasonInTurkish(routedBy),
    data: { routedBy },
  });
}

/** A history line each time would say nothing new: what waits for people waits for them. */
async function leaveToPeople(tx: Tx, requestId: string, decision: Decision): Promise<void> {
  const request = await requestById(tx.db, requestId);
  if (request?.triage === 'no-directorate') return;
  const routedBy = routedByOf(decision, undefined);
  await sendToReview(asRouting(tx), {
    requestId,
    why: reasonInTurkish(routedBy),
    triage: 'no-directorate',
    data: { routedBy },
  });
}

/**
 * A corrected topic or place, and the person said that the rules shall be asked again: parts nobody has begun are given up and the rules
 * asked. Work that was begun never moves by itself.
 */
export async function rerouteRequest(tx: Tx, requestId: string, why: string): Promise<void> {
  const open = (await assignmentsOf(tx.db, requestId)).filter((part) => part.endedAt === null);
  if (open.some((part) => part.state !== 'offered')) return;
  const request = await requestById(tx.db, requestId);
  if (!request) throw new Error('a fact names a request that is not there');
  const { to } = await decide(tx.db, request);
  // The part it would be given back at once stays as it is: nothing moves, and nobody reads of it.
  const leaving = open.filter((part) => part.directorateCode !== to?.directorate);
  for (const part of leaving) await dropAssignment(asRouting(tx), { assignmentId: part.id, why });
  await routeRequest(tx, requestId);
}

function routedByOf(decision: Decision, absence: RoutedBy['absence']): RoutedBy {
  const { to: _, ...reason } = decision;
  return { ...reason, ...(absence && { absence }) };
}
