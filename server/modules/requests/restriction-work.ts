/**
 * A topic that becomes restricted, or is kept to others than before, takes its requests along, old ones too: who may no longer see such a
 * request shall not find last month's. The other way round nothing follows: what somebody told us under a promise of silence stays silent when
 * the topic is opened for the future.
 */
import type { Tx } from '../../kernel/db/transaction.ts';
import { stepWork } from '../../kernel/long-works/kinds.ts';
import type { LongWork, Step } from '../../kernel/long-works/long-work.ts';
import { keptTo, readTopics } from '../catalogue/door.ts';
import { takeFromThoseKeptOut } from './actions/correct-request.ts';
import { RequestRestricted } from './facts.ts';
import { lockRequests } from './listed-store.ts';
import { appendHistory } from './history-store.ts';
import { requestById, requestsKeptOtherwise, writeRestriction } from './store.ts';

export const RESTRICTION = 'topic-restriction';
const AT_ONCE = 100;

interface Cursor {
  after: string;
}

export const restrictionWork = stepWork<{ topic: string }, Cursor>({ kind: RESTRICTION, step });

async function step(tx: Tx, { input, cursor }: LongWork<{ topic: string }, Cursor>): Promise<Step<Cursor>> {
  const topic = (await readTopics(tx.db)).find(({ code }) => code === input.topic);
  if (!topic?.restricted) return { cursor: null, done: 0 };
  const restrictedTo = keptTo(topic);
  const ids = await requestsKeptOtherwise(tx.db, {
    ...{ topic: topic.code, restrictedTo, limit: AT_ONCE },
    after: cursor?.after ?? null,
  });
  await lockRequests(tx, ids);
  for (const id of ids) await restrict(tx, id, restrictedTo);
  return { cursor: ids.length < AT_ONCE ? null : { after: ids.at(-1)! }, done: ids.length };
}

async function restrict(tx: Tx, id: string, restrictedTo: string[]): Promise<void> {
  const before = (await requestById(tx.db, id))!;
  await writeRestriction(tx, id, restrictedTo);
  await appendHistory(tx, id, {
    what: 'restriction-changed',
    fromValue: before.restricted ? before.restrictedTo.join(', ') : null,
    toValue: restrictedTo.join(', '),
  });
  tx.record(RequestRestricted(id, {}));
  const request = { ...before, restricted: true, restrictedTo };
  await takeFromThoseKeptOut(tx, { request, why: 'Konu gizli oldu; bu birim başvuruyu göremez.', reroute: false });
}
