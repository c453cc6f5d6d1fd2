// From what a citizen wrote to the likeliest topics. Pure: an index built once from the catalogue, then one function. Where this municipality
// has learned from its own requests, what it learned is blended in (learned-words.ts).
// It suggests and explains; it never decides, and what it read is never stored or logged here.
import { words } from '../../../text/turkish.ts';
import type { Reader } from './learned-words.ts';
import { isTelling, mistyped } from './topic-index.ts';
import type { Phrase, TopicIndex } from './topic-index.ts';
import { stemsOf } from './turkish-stems.ts';

export { buildTopicIndex } from './topic-index.ts';
export type { SuggestableTopic, TopicIndex } from './topic-index.ts';

export interface TopicSuggestion {
  code: string;
  /** Comparable within one answer only; higher is likelier. */
  score: number;
  /** The catalogue's own words that matched, most telling first; of a topic that only lessons speak for, the citizen's. */
  because: string[];
}

/** What was learned, and how much it counts beside the catalogue's words: 0 nothing, 1 alone. */
export interface Learned {
  reader: Reader;
  weight: number;
}

/** The catalogue's words, and what was learned beside them where there is such. */
export interface LearnedIndex extends TopicIndex {
  learned?: Learned | null;
}

interface Hit {
  phrase: number;
  word: number;
  position: number;
  quality: number;
  rarity: number;
}

const LONGEST_TEXT = 4000;
const SHORT_STEM = 3;
const WORDS_READ = 250;
// What the parts are worth was tuned on the tune half of data/everyday-sentences.json.
const WORTH = {
  solo: 1,
  partial: 0.3,
  phrase: 1.25,
  perWord: 0.25,
  scattered: 0.6,
  doubled: 0.8,
  typo: 0.7,
  shortStem: 0.7,
  sharedStem: 0.88,
};
const NEAR = 4; // words that may stand between those of a phrase

/** The likeliest topics for a text, best first; none when nothing in it is known. Deterministic. */
export function suggestTopics(
  index: LearnedIndex,
  text: string,
  { limit = 3, learned = index.learned ?? null }: { limit?: number; learned?: Learned | null } = {},
): TopicSuggestion[] {
  const tokens = words(text.slice(0, LONGEST_TEXT)).filter(isTelling).slice(0, WORDS_READ);
  const hits = tokens.flatMap((token, position) => hitsOf(index, token, position));
  const found = scored(index, bestPerWord(hits));
  return (learned === null ? found : blended(index, found, { text, learned }))
    .sort((left, right) => right.score - left.score || left.place - right.place)
    .slice(0, limit)
    .map(({ place, score, because }) => ({
      code: index.codes[place]!,
      score: Math.round(score * 1000) / 1000,
      because,
    }));
}

/** Half a word of some phrase must not become a certainty by being the only thing the catalogue knows of a text. */
const WEAK = 2;
/** Below this share a topic that no word of the catalogue speaks for is not worth a line. */
const LEAST_LEARNED = 0.05;

function blended(index: TopicIndex, found: Score[], { text, learned }: { text: string; learned: Learned }): Score[] {
  const likely = learned.reader.likelihoods(text.slice(0, LONGEST_TEXT));
  if (likely === null) return found;
  const { weight } = learned;
  const byPlace = new Map(found.map((each) => [each.place, each]));
  const total = found.reduce((sum, { score }) => sum + score, WEAK);
  return index.codes.flatMap((code, place) => {
    const own = byPlace.get(place);
    const share = likely.get(code) ?? 0;
    if (own === undefined && share < LEAST_LEARNED) return [];
    const because = own?.because.length ? own.because : learned.reader.because(text, code);
    return [{ place, score: ((1 - weight) * (own?.score ?? 0)) / total + weight * share, because }];
  });
}

/** Every word of every phrase a typed word may mean; a word nobody knows is tried with one mistake in it. */
function hitsOf(index: TopicIndex, token: string, position: number): Hit[] {
  const stems = stemsOf(token);
  let found = lookUp(index, token, stems, 1);
  if (found.length === 0) found = lookUp(index, token, stemsOf(token.replace(/(.)\1+/g, '$1')), WORTH.doubled); // çooop
  if (found.length === 0) found = lookUp(index, token, mistyped(index, stems), WORTH.typo);
  const topics = new Set(found.map((hit) => index.phrases[hit.phrase]!.topic));
  const rarity = Math.log(1 + index.codes.length / Math.max(1, topics.size));
  return found.map((hit) => ({ ...hit, position, rarity }));
}

function lookUp(index: TopicIndex, token: string, stems: string[], worth: number): Omit<Hit, 'position' | 'rarity'>[] {
  return stems.flatMap((stem) =>
    (index.byStem.get(stem) ?? []).flatMap(({ phrase, word, stripped }) => {
      const whole = stem.length === token.length;
      const single = index.phrases[phrase]!.words.length === 1;
      if (stem.length <= SHORT_STEM && stripped > 0 && single) return []; // three shared letters prove nothing by themselves
      const likeness = whole && stripped === 0 ? 1 : stem.length <= SHORT_STEM ? WORTH.shortStem : WORTH.sharedStem;
      return [{ phrase, word, quality: worth * likeness }];
    }),
  );
}

/** Of several typed words that mean the same word of a phrase, the best one counts. */
function bestPerWord(hits: Hit[]): Map<number, Hit[]> {
  const byPhrase = new Map<number, Hit[]>();
  for (const hit of hits) {
    const others = byPhrase.get(hit.phrase) ?? [];
    const same = others.findIndex((other) => other.word === hit.word);
    if (same === -1) others.push(hit);
    else if (others[same]!.quality < hit.quality) others[same] = hit;
    byPhrase.set(hit.phrase, others);
  }
  return byPhrase;
}

interface Score {
  place: number;
  score: number;
  because: string[];
}

/**
 * A topic's score is the sum over the typed words of what each is worth to it at best: much inside a whole phrase, its
 * plain rarity as a keyword of its own, little as a piece of a phrase whose other words are missing.
 */
function scored(index: TopicIndex, byPhrase: Map<number, Hit[]>): Score[] {
  const topics = new Map<number, { worth: Map<number, number>; reasons: Map<string, number> }>();
  for (const [phraseId, hits] of byPhrase) {
    const phrase = index.phrases[phraseId]!;
    const factor = phraseFactor(phrase, hits);
    const topic = topics.get(phrase.topic) ?? { worth: new Map(), reasons: new Map() };
    topics.set(phrase.topic, topic);
    for (const hit of hits) {
      const worth = hit.rarity * hit.quality * factor;
      topic.worth.set(hit.position, Math.max(topic.worth.get(hit.position) ?? 0, worth));
    }
    const total = hits.reduce((sum, hit) => sum + hit.rarity * hit.quality * factor, 0);
    if (hits.length === phrase.words.length) topic.reasons.set(phrase.text, total);
  }
  return [...topics].map(([place, { worth, reasons }]) => ({
    place,
    score: [...worth.values()].reduce((sum, value) => sum + value, 0),
    because: [...reasons]
      .sort((left, right) => right[1] - left[1] || (left[0] < right[0] ? -1 : 1))
      .slice(0, 3)
      .map(([text]) => text),
  }));
}

function phraseFactor(phrase: Phrase, hits: Hit[]): number {
  const length = phrase.words.length;
  if (length === 1) return WORTH.solo;
  const positions = new Set(hits.map((hit) => hit.position));
  if (hits.length < length || positions.size < length) return (WORTH.partial * hits.length) / length;
  const spread = Math.max(...positions) - Math.min(...positions);
  const whole = WORTH.phrase + WORTH.perWord * (length - 2);
  return spread <= length - 1 + NEAR ? whole : whole * WORTH.scattered;
}
