// The catalogue's words, arranged so that a typed word finds every phrase it may belong to, with one mistake in it too.
import { words } from '../../../text/turkish.ts';
import { stemsOf } from './turkish-stems.ts';

/** What the suggestion needs of a topic; the catalogue's topics have more. */
export interface SuggestableTopic {
  code: string;
  name: { tr: string };
  keywords: readonly string[];
}

export interface Phrase {
  topic: number;
  text: string;
  words: string[];
}

export interface Posting {
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

const SHORTEST_MISTYPED = 5;

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

/** Whether a folded word can tell one topic from another. */
export function isTelling(word: string): boolean {
  return word.length > 1 && !SILENT.has(word);
}

/** Known stems one mistake away (a letter missing, added, wrong, or two exchanged) from one of the word's own stems. */
export function mistyped(index: TopicIndex, stems: string[]): string[] {
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

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}
