/** Lessons about topics are kept, and once a night something is learned from them. */
import type { Tx } from '../../../kernel/db/transaction.ts';
import { newId } from '../../../kernel/ids.ts';
import type { Reader } from '../learned-words.ts';
import { countLessons, lessonStems, readerOf } from '../learned-words.ts';
import type { KeptLesson, Training } from '../lesson-store.ts';
import { insertTraining, lessonsBefore, writeLessons } from '../lesson-store.ts';
import { rememberedLearned, topicIndex } from '../queries.ts';
import { suggestTopics } from '../suggest-topics.ts';
import type { Asked } from '../topic-accuracy.ts';
import { accuracyOf, bestWeight, mayBeUsed, useOf } from '../topic-accuracy.ts';

export interface Taught {
  requestId: string;
  text: string;
  topic: string;
  source: KeptLesson['source'];
}

/** A topic that staff corrected or a conclusion confirmed. Of the text only stems are kept. */
export async function keepLessons(tx: Tx, taught: readonly Taught[]): Promise<void> {
  const lessons = taught.map(({ requestId, text, topic, source }): KeptLesson => {
    const use = useOf(requestId);
    return { requestId, topic, source, stems: lessonStems(text), heldBack: use === 'learn' ? null : use };
  });
  await writeLessons(tx.db, lessons, tx.now);
}

/** Newer requests say how people speak now; more than this changes nothing. */
const MOST_LESSONS = 200_000;
const MOST_HELD_BACK = 2_000;
const BATCH = 5_000;

/** Reads the words of held-back requests where they still are. */
export type TextsOf = (requestIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;

/**
 * Learns from all lessons but the held-back ones, chooses on half of those how much it counts, and measures on the other half before and after.
 * What would be worse than what is in use is kept as a figure and not taken. Null: there is nothing to learn from yet.
 */
export async function trainTopics(tx: Tx, textsOf: TextsOf): Promise<Training | null> {
  const counted = countLessons();
  for (let offset = 0; offset < MOST_LESSONS; offset += BATCH) {
    const batch = await lessonsBefore(tx.db, { heldBack: 'learn', offset, limit: BATCH });
    for (const lesson of batch) counted.add(lesson);
    if (batch.length < BATCH) break;
  }
  const model = counted.finish();
  if (model.lessons === 0) return null;
  const index = await topicIndex(tx.db);
  const reader = readerOf(model, index.codes);
  const suggestWith = (weight: number) => suggester(index, { reader, weight });
  const [choosing, measuring] = [await heldBack(tx, 'choose', textsOf), await heldBack(tx, 'measure', textsOf)];
  const { weight } = await bestWeight(choosing, suggestWith);
  const before = await accuracyOf(measuring, (text) => suggestTopics(index, text));
  const after = await accuracyOf(measuring, suggestWith(weight));
  const training: Training = {
    ...{ id: newId(tx.now), trainedAt: tx.now, lessons: model.lessons, weight },
    ...{ chosenOn: choosing.length, measuredOn: measuring.length },
    ...{ firstBefore: before.first, firstThreeBefore: before.firstThree },
    ...{ firstAfter: after.first, firstThreeAfter: after.firstThree },
    taken: mayBeUsed(after, before),
  };
  await insertTraining(tx.db, training, model);
  rememberedLearned.forgetAfter(tx);
  return training;
}

function suggester(index: Parameters<typeof suggestTopics>[0], learned: { reader: Reader; weight: number }) {
  return (text: string) => suggestTopics(index, text, { learned });
}

async function heldBack(tx: Tx, use: 'choose' | 'measure', textsOf: TextsOf): Promise<Asked[]> {
  const lessons = await lessonsBefore(tx.db, { heldBack: use, offset: 0, limit: MOST_HELD_BACK });
  const texts = await textsOf(lessons.map(({ requestId }) => requestId));
  return lessons.flatMap(({ requestId, topic }) => {
    const text = texts.get(requestId);
    return text === undefined ? [] : [{ text, topic }];
  });
}
