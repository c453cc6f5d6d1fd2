/**
 * Which of those who follow asks for something of the answer, as far as the reader may know of them. Who may read none of them learns that one
 * asks, and neither which nor on what topic.
 */
import type { AskedBy } from '../../../contract/answers.ts';
import type { StaffActor } from '../../kernel/actor.ts';
import type { Db } from '../../kernel/db/database.ts';
import { formatTrackingNumber } from '../../../text/tracking-number.ts';
import { topicInForce } from '../catalogue/door.ts';
import { listRights, requestsNamed } from '../requests/door.ts';

interface Asked {
  /** Those who follow and ask, the oldest first; none: the answered request itself. */
  by: readonly string[];
  /** Whether it is the topic that asks; otherwise its topic would be a wrong reason. */
  isTopics: boolean;
}

/** One stands for all of them, the oldest that may be read. */
export async function askedBy(db: Db, actor: StaffActor, { by, isTopics }: Asked): Promise<AskedBy> {
  if (by.length === 0) return null;
  const readable = await requestsNamed(db, by, listRights(actor, 'request-read').sights);
  const oldest = by.map((id) => readable.find((each) => each.id === id)).find((each) => each !== undefined);
  if (oldest === undefined) return { request: null };
  const { id, trackingNumber, topicCode } = oldest;
  const topic = isTopics && topicCode !== null ? await topicInForce(db, topicCode) : undefined;
  return {
    request: {
      id,
      shownNumber: formatTrackingNumber(trackingNumber),
      topic: topic === undefined ? null : { code: topic.code, tr: topic.name.tr, en: topic.name.en },
    },
  };
}
