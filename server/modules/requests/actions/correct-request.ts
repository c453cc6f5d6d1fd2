/** What was recorded wrongly is put right: the topic, the place. The old stays in the history, with who corrected it and why. */
import type { Tx } from '../../../kernel/db/transaction.ts';
import { refuse } from '../../../kernel/refusals.ts';
import { normaliseInput } from '../../../../text/turkish.ts';
import { systemActor } from '../../../kernel/actor.ts';
import { topicInForce } from '../../catalogue/door.ts';
import { neighbourhoodById } from '../../places/door.ts';
import { assignmentsOf } from '../assignment-store.ts';
import { PlaceChanged, TopicChanged } from '../facts.ts';
import { handsWithin } from '../kept-to.ts';
import { checkTopicOfLaw } from '../legal-basis.ts';
import { isOpen } from '../lifecycle.ts';
import { openCase, whoOf } from '../open-case.ts';
import type { Place, ServiceRequest } from '../request.ts';
import { appendHistory } from '../history-store.ts';
import { writePlace, writeTopic } from '../store.ts';
import { sendToReview } from './assign-request.ts';
import { dropAssignment } from './work-on-assignment.ts';

interface Correction {
  requestId: string;
  reason: string;
  /** Whether the rules of routing shall be asked again; work already begun stays where it is all the same. */
  reroute: boolean;
  seen?: number | undefined;
}

export interface ChangeTopic extends Correction {
  topic: { code: string; version: number; restricted: boolean; restrictedTo: string[] };
}

/** The topic was wrong. Clocks follow by reaction, routing where the person said so. Refuses 'kind-first' for a procedure of another law. */
export async function changeTopic(tx: Tx, { requestId, topic, reason, reroute, seen }: ChangeTopic): Promise<void> {
  const request = await toCorrect(tx, { step: 'change-topic', requestId, reason, seen });
  if (request.topicCode === topic.code) return;
  const found = await topicInForce(tx.db, topic.code);
  checkTopicOfLaw(request.kind, found?.kind);
  await writeTopic(tx, requestId, { ...topic, identitySecret: found?.identitySecret ?? false });
  await appendHistory(tx, requestId, {
    what: 'topic-changed',
    fromValue: request.topicCode,
    toValue: topic.code,
    why: reason,
  });
  const { restricted, restrictedTo } = topic;
  await takeFromThoseKeptOut(tx, { request: { ...request, restricted, restrictedTo }, why: KEPT_FROM_THEM, reroute });
  tx.record(TopicChanged(requestId, { from: request.topicCode, to: topic.code, reroute }));
}

const KEPT_FROM_THEM = 'Yeni konu gizli; bu birim başvuruyu göremez.';

/** Under a restricted topic a part may lie with somebody it is now kept from: they give it up, and nobody is left without one unseen. */
export async function takeFromThoseKeptOut(
  tx: Tx,
  { request, why, reroute }: { request: ServiceRequest; why: string; reroute: boolean },
): Promise<void> {
  const open = (await assignmentsOf(tx.db, request.id)).filter(({ endedAt }) => endedAt === null);
  const out = open.filter(
    ({ directorateCode: directorate, unitCode: unit }) => handsWithin(request, { directorate, unit }) === null,
  );
  const asSystem = { ...tx, actor: systemActor('restriction') };
  for (const { id } of out) await dropAssignment(asSystem, { assignmentId: id, why });
  if (out.length > 0 && out.length === open.length && !reroute)
    await sendToReview(asSystem, { requestId: request.id, why, triage: 'no-directorate' });
}

export interface ChangePlace extends Correction {
  place: Place;
}

/** The place was wrong. Refuses 'input-invalid' for a neighbourhood that is not there; saying the same place again changes nothing. */
export async function changePlace(tx: Tx, { requestId, place, reason, reroute, seen }: ChangePlace): Promise<void> {
  const request = await toCorrect(tx, { step: 'change-place', requestId, reason, seen });
  const before = placeOf(request);
  const after = await tidied(tx, place);
  if (isSame(before, after)) return;
  await writePlace(tx, requestId, after);
  await appendHistory(tx, requestId, {
    what: 'place-changed',
    fromValue: before.neighbourhoodId === null ? null : String(before.neighbourhoodId),
    toValue: after.neighbourhoodId === null ? null : String(after.neighbourhoodId),
    why: reason,
    data: { before, after },
  });
  tx.record(PlaceChanged(requestId, { from: before.neighbourhoodId, to: after.neighbourhoodId, reroute }));
}

async function toCorrect(
  tx: Tx,
  { step, requestId, reason, seen }: Omit<Correction, 'reroute'> & { step: string },
): Promise<ServiceRequest> {
  const open = await openCase(tx, requestId, seen);
  whoOf(tx.actor, 'request-correct', open);
  const { request } = open;
  if (!isOpen(request.state)) throw refuse('step-not-allowed', { step, state: request.state });
  if (!reason.trim()) throw refuse('reason-missing', { step });
  return request;
}

export function placeOf(request: Place): Place {
  const { neighbourhoodId, street, door, description, latitude, longitude } = request;
  return { neighbourhoodId, street, door, description, latitude, longitude };
}

async function tidied(tx: Tx, place: Place): Promise<Place> {
  const { neighbourhoodId, latitude, longitude } = place;
  if (neighbourhoodId !== null && (await neighbourhoodById(tx.db, neighbourhoodId)) === undefined)
    throw refuse('input-invalid', { field: 'neighbourhoodId' });
  if ((latitude === null) !== (longitude === null)) throw refuse('input-invalid', { field: 'latitude' });
  const words = (typed: string | null) => normaliseInput(typed ?? '') || null;
  const { street, door, description } = place;
  return { ...place, street: words(street), door: words(door), description: words(description) };
}

function isSame(left: Place, right: Place): boolean {
  return (Object.keys(left) as (keyof Place)[]).every((part) => left[part] === right[part]);
}
