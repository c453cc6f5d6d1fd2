// From what a citizen wrote to the likeliest topics. Pure: an index built once from the catalogue, then one function.
// It suggests and explains; it never decides, and what it read is never stored or logged here.
import { words } from '../../../text/turkish.ts';
import { stemsOf } from './turkish-stems.ts';

/** What the suggestion needs of a topic; the catalogue's topics have more. */
export interface SuggestableTopic {
  code: string;
  name: { tr: string };
  keywords: readonly string[];
}

export interface TopicSuggestion {
  code: string;
  /** Comparable within one answer only; higher is likelier. */
  score: number;
  /** The catalogue's own words that matched, most telling first. */
  because: string[];
}

interface Phrase {
  topic: number;
  text: string;
  words: string[];
}

interface Posting {
  phrase: number;
  word: number;
  stripped: number;
}

/** Built once for a catalogue by `buildTopicIndex`. */
export interface TopicIndex {
  codes: string[];
  phrases: Phrase[];
  byStem: Map<string, Posting[]>;
  byDeletion: Map<string, string[]>;
}

interface Hit {
  phrase: number;
  word: number;
  position: number;
  quality: number;
  rarity: number;
}

const LONGEST_TEXT = 4000;
const SHORTEST_MISTYPED = 5;
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

/** Reads the catalogue once: every keyword, and the topic's own name, becomes a phrase found by the stems of its words. */
export function buildTopicIndex(topics: readonly SuggestableTopic[]): TopicIndex {
  const index: TopicIndex = {
    codes: topics.map((topic) => topic.code),
    phrases: [],
    byStem: new Map(),
    byDeletion: new Map(),
  };
  topics.forEach((topic, place) => {
    for (const text of new Set([topic.name.tr, ...topic.keywords])) addPhrase(index, place, text);
  });
  for (const [stem, postings] of index.byStem) {
    // A mistake is only looked for in whole words of the catalogue: half a word resembles too many others.
    if (stem.length < SHORTEST_MISTYPED || !postings.some((posting) => posting.stripped === 0)) continue;
    for (const shorter of deletions(stem)) push(index.byDeletion, shorter, stem);
  }
  return index;
}

/** The likeliest topics for a text, best first; none when nothing in it is known. Deterministic. */
export function suggestTopics(
  index: TopicIndex,
  text: string,
  { limit = 3 }: { limit?: number } = {},
): TopicSuggestion[] {
  const tokens = words(text.slice(0, LONGEST_TEXT)).filter(isTelling).slice(0, WORDS_READ);
  const hits = tokens.flatMap((token, position) => hitsOf(index, token, position));
  return scored(index, bestPerWord(hits))
    .sort((left, right) => right.score - left.score || left.place - right.place)
    .slice(0, limit)
    .map(({ place, score, because }) => ({
      code: index.codes[place]!,
      score: Math.round(score * 1000) / 1000,
      because,
    }));
}

function addPhrase(index: TopicIndex, topic: number, text: string): void {
  const all = words(text);
  const phraseWords = all.some(isTelling) ? all.filter(isTelling) : all;
  const phrase = index.phrases.push({ topic, text, words: phraseWords }) - 1;
  phraseWords.forEach((word, place) => {
    for (const stem of stemsOf(word))
      push(index.byStem, stem, { phrase, word: place, stripped: word.length - stem.length });
  });
}

// Words that say nothing about the topic: they would only lengthen every story's score. Not oldu and olmuş: without
// Turkish letters they are öldü and ölmüş too.
const SILENT = new Set(
  words(
    `ve veya ile ama fakat çünkü ki da de mi mı mu mü bir bu şu o biz siz ben sen onlar bizim sizin benim onun bana size bize
    çok daha en gibi kadar için göre sonra önce her hiç şey ne nasıl neden niye nerede nereye nereden kim kime ya hem diye
    var yok değil olan oluyor olsun olur olarak ise artık hala hâlâ hemen lütfen rica ederim ediyorum edin edilsin
    merhaba merhabalar iyi günler akşamlar selam selamün aleyküm sayın yetkili belediye belediyesi belediyemiz acaba
    gün gündür bugün dün sabah akşam hafta haftadır aydır yıl yıldır sürekli sanırım yani bile zaten şimdi tam nda nde
    kaç sene defa kere kez birkaç tane adet biri birisi kimse kimsesi herkes hepsi hepsini bütün biraz bence bizde sizde sizden bizden
    galiba herhalde belki mutlaka özellikle üstelik ayrıca sayesinde yüzünden dolayı diyorlar dedi dedik söyledik
    istiyorum istiyoruz istiyorlar isterim istemek isteriz musunuz misiniz mısınız mıyım miyim mıyız olacak kaldı kalmış gitmiş gidiyor geliyor lazım gerek gerekiyor yapılsın yapıyor yapıyorlar yapmak eder ediyor ediyorlar etti`,
  ),
);

function isTelling(word: string): boolean {
  return word.length > 1 && !SILENT.has(word);
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

/** Known stems one mistake away (a letter missing, added, wrong, or two exchanged) from one of the word's own stems. */
function mistyped(index: TopicIndex, stems: string[]): string[] {
  const candidates = stems.filter((stem) => stem.length >= SHORTEST_MISTYPED - 1);
  const near = new Set<string>();
  for (const stem of candidates) {
    for (const variant of [stem, ...deletions(stem)]) {
      if (variant.length >= SHORTEST_MISTYPED && variant !== stem && isWhole(index, variant)) near.add(variant);
      for (const known of index.byDeletion.get(variant) ?? []) if (oneMistake(stem, known)) near.add(known);
    }
    if (near.size > 0) break; // the longest stem that explains the word is the best explanation
  }
  return [...near];
}

function isWhole(index: TopicIndex, stem: string): boolean {
  return index.byStem.get(stem)?.some((posting) => posting.stripped === 0) ?? false;
}

function oneMistake(typed: string, known: string): boolean {
  if (typed[0] !== known[0] && typed.length < 6) return false; // people rarely miss the first letter of a short word
  if (Math.abs(typed.length - known.length) === 1) return true; // they share a form with one letter deleted
  const differing = [...typed]
    .map((letter, place) => (letter === known[place] ? -1 : place))
    .filter((place) => place >= 0);
  if (differing.length === 1) return true;
  const [first = 0, second = 0] = differing;
  return differing.length === 2 && typed[first] === known[second] && typed[second] === known[first];
}

function deletions(stem: string): string[] {
  return Array.from({ length: stem.length }, (_, place) => stem.slice(0, place) + stem.slice(place + 1));
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

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}
