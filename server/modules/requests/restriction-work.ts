/**
 * A topic that becomes restricted, is kept to others than before, or keeps identities secret takes its requests along, old ones too: who may no longer see such a
 * request shall not find last month's. The other way round nothing follows: what somebody told us under a promise of silence stays silent when
 * the topic is opened for the future.
 */
import type { Tx } from '../../kernel/db/transaction.ts';
import { stepWork } from '../../kernel/long-works/kinds.ts';
import type { LongWork, Step } from '../../kernel/long-works/long-work.ts';
import type { Topic } from '../catalogue/door.ts';
import { keptTo, readTopics } from '../catalogue/door.ts';
import { takeFromThoseKeptOut } from './actions/correct-request.ts';
import { RequestRestricted } from './facts.ts';
import { lockRequests } from './listed-store.ts';
import { appendHistory } from './history-store.ts';
import type { ServiceRequest } from './request.ts';
import type { Confidence } from './store.ts';
import { requestsKeptOtherwise } from './key-store.ts';
import { requestById, writeConfidence } from './store.ts';

export const RESTRICTION = 'topic-restriction';
const AT_ONCE = 100;

interface Cursor {
  after: string;
}

export const restrictionWork = stepWork<{ topic: string }, Cursor>({ kind: RESTRICTION, step });

async function step(tx: Tx, { input, cursor }: LongWork<{ topic: string }, Cursor>): Promise<Step<Cursor>> {
  const topic = (await readTopics(tx.db)).find(({ code }) => code === input.topic);
  if (!topic) return { cursor: null, done: 0 };
  const confidence = confidenceOf(topic);
  const ids = await requestsKeptOtherwise(tx.db, {
    ...{ topic: topic.code, ...confidence, limit: AT_ONCE },
    after: cursor?.after ?? null,
  });
  await lockRequests(tx, ids);
  for (const id of ids) await keep(tx, id, confidence);
  return { cursor: ids.length < AT_ONCE ? null : { after: ids.at(-1)! }, done: ids.length };
}

export function confidenceOf(topic: Topic): Confidence {
  return { restrictedTo: topic.restricted ? keptTo(topic) : null, identitySecret: topic.identitySecret };
}

async function keep(tx: Tx, id: string, confidence: Confidence): Promise<void> {
  const before = (await requestById(tx.db, id))!;
  await writeConfidence(tx, id, confidence);
  const { restrictedTo, identitySecret } = confidence;
  if (identitySecret && !before.identitySecret) await appendHistory(tx, id, { what: 'identity-kept' });
  if (restrictedTo !== null) await restrict(tx, before, restrictedTo);
  tx.record(RequestRestricted(id, {}));
}

async function restrict(tx: Tx, before: ServiceRequest, restrictedTo: string[]): Promise<void> {
  if (before.restricted && before.restrictedTo.join() === restrictedTo.join()) return;
  await appendHistory(tx, before.id, {
    what: 'restriction-changed',
    fromValue: before.restricted ? before.restrictedTo.join(', ') : null,
    toValue: restrictedTo.join(', '),
  });
  const request = { ...before, restricted: true, restrictedTo };
  await takeFromThoseKeptOut(tx, { request, why: 'Konu gizli oldu; bu birim başvuruyu göremez.', reroute: false });
}
