// What citizens can ask for, and what this municipality is called: the tables a municipality changes without a release.
import type { Db } from '../../kernel/db/database.ts';
import { remembered, rememberedByStamp } from '../../kernel/remembered.ts';
import type { Revision } from '../../kernel/revisions.ts';
import { revisionAt, revisionsOf } from '../../kernel/revisions.ts';
import { readerOf } from './learned-words.ts';
import { modelInUse, trainingInUse } from './lesson-store.ts';
import { allGroups, allTopics, profileRow } from './store.ts';
import type { Learned, LearnedIndex, TopicIndex } from './suggest-topics.ts';
import { buildTopicIndex } from './suggest-topics.ts';
import type { Profile, Topic, TopicGroup } from './topic.ts';

export const rememberedTopics = remembered(
  async (db) => new Map((await allTopics(db)).map((topic) => [topic.code, topic])),
);
export const rememberedGroups = remembered(allGroups);
export const rememberedProfile = remembered(profileRow);

/** The topic as it is now; also one no longer offered, which says so itself. A change elsewhere is seen within two seconds. */
export async function topicInForce(db: Db, code: string): Promise<Topic | undefined> {
  return (await rememberedTopics.get(db)).get(code);
}

/** The topic as it was when a request was made under it: its standard and its words then. */
export async function topicAtVersion(db: Db, code: string, version: number): Promise<Topic | undefined> {
  const current = await topicInForce(db, code);
  if (current?.version === version) return current;
  const revision = await revisionAt<Omit<Topic, 'version'>>(db, 'topic', code, version);
  return revision && { ...revision.body, version };
}

/** Every topic by code, with those no longer offered. */
export async function listTopics(db: Db): Promise<Topic[]> {
  return [...(await rememberedTopics.get(db)).values()];
}

export function listGroups(db: Db): Promise<TopicGroup[]> {
  return rememberedGroups.get(db);
}

/** The groups in which something is offered, in their order: an empty heading leads nobody anywhere. */
export async function offeredGroups(db: Db): Promise<TopicGroup[]> {
  const [groups, topics] = await Promise.all([listGroups(db), listTopics(db)]);
  const named = new Set(topics.filter(({ active }) => active).map(({ group }) => group));
  return groups.filter(({ active, code }) => active && named.has(code));
}

const indexes = new WeakMap<object, TopicIndex>();
let newest: { words: string; index: TopicIndex } | undefined;

/** What this municipality's own requests taught; null while nothing was taken into use. */
export const rememberedLearned = rememberedByStamp<Learned | null>({
  stamp: trainingInUse,
  async load(db) {
    const found = await modelInUse(db);
    if (found === undefined) return null;
    const codes = (await listTopics(db)).filter(({ active }) => active).map(({ code }) => code);
    return { reader: readerOf(found.model, codes), weight: found.weight };
  },
});

/** What topics are suggested from: the active ones' words, and what was learned beside them. */
export async function topicIndex(db: Db): Promise<LearnedIndex> {
  return { ...(await wordIndex(db)), learned: await rememberedLearned.get(db) };
}

/** Built again only when the words have changed, because that takes a while. */
async function wordIndex(db: Db): Promise<TopicIndex> {
  const topics = await rememberedTopics.get(db);
  const known = indexes.get(topics);
  if (known !== undefined) return known;
  const offered = [...topics.values()].filter(({ active }) => active);
  const words = JSON.stringify(offered.map(({ code, name, keywords }) => [code, name.tr, keywords]));
  if (newest?.words !== words) newest = { words, index: buildTopicIndex(offered) };
  indexes.set(topics, newest.index);
  return newest.index;
}

export function topicRevisions(db: Db, code: string): Promise<Revision<Omit<Topic, 'version'>>[]> {
  return revisionsOf(db, 'topic', code);
}

export function profileRevisions(db: Db): Promise<Revision<Omit<Profile, 'version'>>[]> {
  return revisionsOf(db, 'municipality', 'profile');
}

/** Name, numbers and colour of this municipality. Before one is seeded there is nothing to serve, which is a fault. */
export async function municipality(db: Db): Promise<Profile> {
  const profile = await rememberedProfile.get(db);
  if (profile === undefined) throw new Error('no municipality has been seeded into this database');
  return profile;
}

export async function hasMunicipality(db: Db): Promise<boolean> {
  return (await profileRow(db)) !== undefined;
}
