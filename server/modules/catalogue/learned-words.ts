/**
 * What words people use for what: counted from requests whose topic was corrected by staff or confirmed by a conclusion. A naive Bayes model
 * over stems: simple enough to be explained ("of those who wrote `menfez`, nine in ten meant YOL-07"), and it holds no text, only counts.
 * Pure.
 */
import { words } from '../../../text/turkish.ts';
import { isTelling } from './topic-index.ts';
import { stemsOf } from './turkish-stems.ts';

/** Counts of one training. Kept as JSON. */
export interface LearnedWords {
  lessons: number;
  /** Topic → how many lessons, and how many stems in them. */
  topics: Record<string, { lessons: number; stems: number }>;
  /** Stem → topic → in how many lessons. */
  stems: Record<string, Record<string, number>>;
}

export interface Lesson {
  topic: string;
  stems: readonly string[];
}

const WORDS_READ = 250;
const SHORTEST = 4;
/** A stem only one or two people wrote teaches nothing, and may be somebody's name. */
const FEWEST_LESSONS = 3;
/** How many words of everybody's talk are mixed into what is known of a topic: one with few lessons must not seem certain. */
const OF_EVERYBODY = 50;

/** What a lesson keeps of a text: each telling word's stem once, without order. */
export function lessonStems(text: string): string[] {
  return [...new Set(tellingWords(text).map(stemOf))];
}

function tellingWords(text: string): string[] {
  return words(text).filter(isTelling).slice(0, WORDS_READ);
}

/**
 * One stem for all forms of a word: the shortest that is long enough to mean one thing, cut again until nothing more comes off, because a
 * softened end (`yolluğu`) is hardened first and can be cut only then.
 */
function stemOf(word: string): string {
  const stems = stemsOf(word);
  const shortest = stems.findLast((stem) => stem.length >= SHORTEST) ?? stems.at(-1)!;
  return shortest.length < word.length ? stemOf(shortest) : shortest;
}

/** Counts lessons one by one, so that a year of them need not lie in memory. */
export function countLessons(): { add(lesson: Lesson): void; finish(): LearnedWords } {
  const topics: LearnedWords['topics'] = {};
  const stems = new Map<string, Map<string, number>>();
  let lessons = 0;
  return {
    add({ topic, stems: said }) {
      lessons += 1;
      const about = (topics[topic] ??= { lessons: 0, stems: 0 });
      about.lessons += 1;
      for (const stem of said) {
        const byTopic = stems.get(stem) ?? new Map<string, number>();
        stems.set(stem, byTopic);
        byTopic.set(topic, (byTopic.get(topic) ?? 0) + 1);
      }
    },
    finish() {
      const kept = [...stems].filter(([, byTopic]) => sumOf(byTopic.values()) >= FEWEST_LESSONS);
      for (const [, byTopic] of kept) for (const [topic, count] of byTopic) topics[topic]!.stems += count;
      return {
        lessons,
        topics,
        stems: Object.fromEntries(kept.map(([stem, byTopic]) => [stem, Object.fromEntries(byTopic)])),
      };
    },
  };
}

function sumOf(numbers: Iterable<number>): number {
  let sum = 0;
  for (const each of numbers) sum += each;
  return sum;
}

export interface Reader {
  /** How likely each topic is after these words, summing to one; null when no word of them was ever learned. */
  likelihoods(text: string): Map<string, number> | null;
  /** The citizen's own words that speak most for this topic. */
  because(text: string, topic: string): string[];
}

/** Makes counts ready to be asked about these topics. */
export function readerOf(model: LearnedWords, codes: readonly string[]): Reader {
  const all = sumOf(Object.values(model.topics).map(({ stems }) => stems));
  const stems = new Map(
    Object.entries(model.stems).map(([stem, byTopic]) => {
      const said = sumOf(Object.values(byTopic));
      return [stem, { byTopic: new Map(Object.entries(byTopic)), said, share: said / all }];
    }),
  );
  const about = codes.map((code) => {
    const { lessons = 0, stems: said = 0 } = model.topics[code] ?? {};
    return { code, start: Math.log((lessons + 1) / (model.lessons + codes.length)), said };
  });
  return {
    likelihoods(text) {
      const known = lessonStems(text).flatMap((stem) => stems.get(stem) ?? []);
      if (known.length === 0) return null;
      const logs = about.map(({ code, start, said }) =>
        known.reduce((sum, { byTopic, share }) => {
          const seen = (byTopic.get(code) ?? 0) + OF_EVERYBODY * share;
          return sum + Math.log(seen / (said + OF_EVERYBODY));
        }, start),
      );
      const most = Math.max(...logs);
      const shares = logs.map((log) => Math.exp(log - most));
      const sum = sumOf(shares);
      return new Map(about.map(({ code }, place) => [code, shares[place]! / sum]));
    },
    because(text, topic) {
      const telling = tellingWords(text).flatMap((word) => {
        const found = stems.get(stemOf(word));
        const share = found === undefined ? 0 : (found.byTopic.get(topic) ?? 0) / found.said;
        return share > 0.5 ? [{ word, share }] : [];
      });
      const best = [...new Map(telling.map((each) => [each.word, each])).values()].sort(
        (left, right) => right.share - left.share || (left.word < right.word ? -1 : 1),
      );
      return best.slice(0, 3).map(({ word }) => word);
    },
  };
}
