/** Which ladder holds for a topic: its own, its group's, the municipality's for all, or the ready one. */
import type { Ladder, LadderSetting } from '../../../contract/ladder.ts';
import type { Db } from '../../kernel/db/database.ts';
import { listTopics } from '../catalogue/door.ts';
import { READY } from './escalation-ladder.ts';
import { allLadders } from './setting-store.ts';

export type LadderOf = (topicCode: string | null) => Ladder;

export async function laddersInForce(db: Db): Promise<LadderOf> {
  const [set, topics] = await Promise.all([allLadders(db), listTopics(db)]);
  const groups = new Map(topics.map(({ code, group }) => [code, group]));
  return (topicCode) => narrowest(set, [topicCode, topicCode && groups.get(topicCode), 'all']) ?? READY;
}

function narrowest(set: readonly LadderSetting[], scopes: readonly (string | null | undefined)[]): Ladder | undefined {
  for (const wanted of scopes) {
    const found = set.find(({ scope, active }) => scope === wanted && active);
    if (found) return found.ladder;
  }
  return undefined;
}
