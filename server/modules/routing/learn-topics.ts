/**
 * Once a night: reads the day's corrections and conclusions off the facts, keeps each as a lesson, and lets the catalogue learn. So nothing is
 * added to what a clerk waits for. Above requests, because the catalogue lies below them and knows none.
 */
import { systemActor } from '../../kernel/actor.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import type { House } from '../../kernel/house.ts';
import type { PastFact } from '../../kernel/past-facts.ts';
import { pastFacts } from '../../kernel/past-facts.ts';
import type { Taught, Training } from '../catalogue/door.ts';
import { forgetLessons, keepLessons, keepLessonsReadTo, lessonsReadTo, trainTopics } from '../catalogue/door.ts';
import { RequestConcluded, TopicChanged, wordsAndTopics } from '../requests/door.ts';

const BATCH = 1_000;
/** Longer than any transaction stays open. */
const SETTLED_AFTER_MS = 60_000;

/** An end that says nothing of what it was about confirms no topic. */
const CONFIRMS_NOTHING = new Set<unknown>(['not-examined', 'information-missing', 'duplicate', 'withdrawn']);

export async function learnTopics(house: House): Promise<Training | null> {
  const before = new Date(house.clock.now().getTime() - SETTLED_AFTER_MS);
  while (await readSome(house, before));
  return inTransaction(house, { actor: systemActor('learning') }, (tx) =>
    trainTopics(tx, async (ids) => new Map((await wordsAndTopics(tx.db, ids)).map(({ id, text }) => [id, text]))),
  );
}

/** False: everything has been read. */
function readSome(house: House, before: Date): Promise<boolean> {
  return inTransaction(house, { actor: systemActor('learning') }, async (tx) => {
    const names = [TopicChanged.factName, RequestConcluded.factName];
    const facts = await pastFacts(tx.db, { names, after: await lessonsReadTo(tx.db), before, limit: BATCH });
    const last = facts.at(-1);
    if (last === undefined) return false;
    const source = sourcesOf(facts);
    const taught = (await wordsAndTopics(tx.db, [...source.keys()])).map(({ id, text, topicCode }): Taught => ({
      ...{ requestId: id, text, topic: topicCode },
      source: source.get(id)!,
    }));
    await keepLessons(tx, taught);
    // What has become restricted meanwhile takes back what it taught.
    const kept = new Set(taught.map(({ requestId }) => requestId));
    await forgetLessons(tx.db, [...source.keys()].filter((id) => !kept.has(id))); // prettier-ignore
    await keepLessonsReadTo(tx.db, last.id);
    return facts.length === BATCH;
  });
}

/** A correction says more than a conclusion: somebody looked at the words and chose. */
function sourcesOf(facts: readonly PastFact[]): Map<string, Taught['source']> {
  const sources = new Map<string, Taught['source']>();
  for (const { name, subject, data } of facts) {
    if (name === TopicChanged.factName) sources.set(subject, 'corrected');
    else if (!CONFIRMS_NOTHING.has(data.outcome) && !sources.has(subject)) sources.set(subject, 'confirmed');
  }
  return sources;
}
