import { takeTurns } from '../../../kernel/db/take-turns.ts';
import type { Tx } from '../../../kernel/db/transaction.ts';
import { recordFirstRevisions } from '../../../kernel/revisions.ts';
import { rememberedGroups, rememberedProfile, rememberedTopics } from '../queries.ts';
import { addGroups, addTopics, profileRow, writeProfile } from '../store.ts';
import { faultsInTopic } from '../topic-faults.ts';
import type { Profile, Topic, TopicGroup } from '../topic.ts';

/** Writes the groups and topics that are missing; those that are there stay as the municipality has made them. */
export async function seedTopics(tx: Tx, catalogue: { groups: TopicGroup[]; topics: Topic[] }): Promise<void> {
  const faults = catalogue.topics.flatMap((topic) =>
    faultsInTopic(topic).map(({ where, problem }) => `${topic.code} ${where}: ${problem}`),
  );
  if (faults.length > 0) throw new Error(`The shipped topics cannot be used:\n${faults.join('\n')}`);
  await recordFirstRevisions(tx, 'topic-group', firstOf(catalogue.groups, await addGroups(tx.db, catalogue.groups)));
  await recordFirstRevisions(tx, 'topic', firstOf(catalogue.topics, await addTopics(tx.db, catalogue.topics)));
  rememberedGroups.forgetAfter(tx);
  rememberedTopics.forgetAfter(tx);
}

function firstOf<Kept extends { code: string; version: number }>(list: Kept[], added: string[]) {
  return list.filter(({ code }) => added.includes(code)).map(({ version: _, ...body }) => ({ key: body.code, body }));
}

/** Writes the profile into a database that has none; one that is there stays. */
export async function seedProfile(tx: Tx, profile: Profile): Promise<void> {
  await takeTurns(tx.db, 'municipality');
  if ((await profileRow(tx.db)) !== undefined) return;
  const { version: _, ...body } = profile;
  await writeProfile(tx.db, { ...body, version: 1 });
  await recordFirstRevisions(tx, 'municipality', [{ key: 'profile', body }]);
  rememberedProfile.forgetAfter(tx);
}
