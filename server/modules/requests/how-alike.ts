/**
 * HEART FILE. How likely it is that two people report the same problem: what they say it is, where, when, and in which words. Out of a hundred;
 * below ALIKE_FROM nothing is suggested. It only suggests: people decide, and no request is ever put behind another by a number.
 */
import type { DuplicateReach } from '../../../contract/catalogue.ts';
import { words } from '../../../text/turkish.ts';
import type { Topic } from '../catalogue/door.ts';
import { stemsOf } from '../catalogue/door.ts';

export interface Reported {
  topicCode: string | null;
  latitude: number | null;
  longitude: number | null;
  street: string | null;
  description: string | null;
  text: string;
  receivedAt: Date;
}

export interface Likeness {
  score: number;
  sameTopic: boolean;
  /** Metres; null where one of the two has no point. */
  metres: number | null;
  sameStreet: boolean;
  days: number;
  /** How much of the shorter text the other says too, from 0 to 1. */
  words: number;
}

export const ALIKE_FROM = 62;

/** What each sign weighs at most. */
export const WEIGHTS = {
  sameTopic: 40, // Said of the same kind of problem; without it a hole and a broken kerb beside it would be one.
  kindredTopic: 20, // Of the same family: people call a hole "asphalt" or "collapse" as they like.
  place: 40, // At the same spot; it fades to nothing at the topic's reach.
  sameStreet: 25, // Without points the street's name is all there is, and a street is long.
  description: 15, // "sağlık ocağının karşısı": two people who know no number name the same thing.
  time: 10, // Today's is likelier the same than last month's, which may have been repaired.
  words: 10, // Words help little: everybody says "çukur".
} as const;

/** How far and how long one problem reaches where its topic does not say, by the family of the topic. */
export const REACHES: Record<string, { metres: number; days: number; why: string }> = {
  YOL: { metres: 80, days: 60, why: 'A hole or a kerb is at one place; repair takes weeks.' },
  TEM: { metres: 60, days: 7, why: 'Rubbish is at one container, and is collected within days.' },
  PRK: { metres: 120, days: 45, why: 'A park or a fallen tree is seen from several sides.' },
  HAY: { metres: 200, days: 5, why: 'Animals move, and are soon gone.' },
  ZAB: { metres: 60, days: 14, why: 'A stall or a parked car; it comes and goes.' },
  IMR: { metres: 60, days: 120, why: 'A building site stands for months.' },
};
export const ELSEWISE = { metres: 100, days: 30, why: 'Nothing special is known of the topic.' };

/** What kind of problem it is, as the topic's code says; the group it is offered under may change and says nothing of that. */
export const familyOf = (topicCode: string): string => topicCode.slice(0, 3);

/** What a topic says of itself; silent topics reach as far as their family does. Null: nothing on it is ever suggested. */
export function reachOf(
  topic: Pick<Topic, 'code' | 'duplicates' | 'restricted' | 'identitySecret'>,
): DuplicateReach | null {
  // A neighbour must not learn who complained, so nobody is asked whether it is the same.
  if (topic.restricted || topic.identitySecret || topic.duplicates === 'never') return null;
  return topic.duplicates ?? usualReach(topic.code);
}

export function usualReach(topicCode: string): DuplicateReach {
  const { metres, days } = REACHES[familyOf(topicCode)] ?? ELSEWISE;
  return { metres, days };
}

/** Zero where they cannot be the same: another family of topics, out of the other's reach, or too long ago. */
export function likeness(one: Reported, other: Reported, reach: DuplicateReach): Likeness {
  const sameTopic = one.topicCode !== null && one.topicCode === other.topicCode;
  const metres = metresBetween(one, other);
  const days = Math.abs(+one.receivedAt - +other.receivedAt) / 86_400_000;
  const sameStreet = isSameStreet(one.street, other.street);
  const said = sharedWords(one.text, other.text);
  const found = { sameTopic, metres, sameStreet, days: Math.floor(days), words: said };
  if (!isKindred(one, other) || days > reach.days || (metres !== null && metres > reach.metres))
    return { ...found, score: 0 };
  const place =
    metres !== null
      ? WEIGHTS.place * (1 - metres / reach.metres)
      : (sameStreet ? WEIGHTS.sameStreet : 0) +
        WEIGHTS.description * sharedWords(one.description ?? '', other.description ?? '');
  const score =
    (sameTopic ? WEIGHTS.sameTopic : WEIGHTS.kindredTopic) +
    place +
    WEIGHTS.time * (1 - days / reach.days) +
    WEIGHTS.words * said;
  return { ...found, score: Math.round(score) };
}

export const isAlike = ({ score }: Pick<Likeness, 'score'>): boolean => score >= ALIKE_FROM;

function isKindred({ topicCode: one }: Reported, { topicCode: other }: Reported): boolean {
  return one !== null && other !== null && familyOf(one) === familyOf(other);
}

const EARTH_METRES = 6_371_000;

/** Along the ground between two points; null where one of them has none. */
export function metresBetween(
  one: Pick<Reported, 'latitude' | 'longitude'>,
  other: Pick<Reported, 'latitude' | 'longitude'>,
): number | null {
  if (one.latitude === null || one.longitude === null || other.latitude === null || other.longitude === null)
    return null;
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const half = (from: number, to: number) => Math.sin(radians(to - from) / 2) ** 2;
  const across =
    half(one.latitude, other.latitude) +
    Math.cos(radians(one.latitude)) * Math.cos(radians(other.latitude)) * half(one.longitude, other.longitude);
  return Math.round(2 * EARTH_METRES * Math.asin(Math.sqrt(across)));
}

const KIND_OF_STREET = /^(cd|cad|cadde|caddesi|sk|sok|sokak|sokagi|blv|bulvar|bulvari|no)$/;

/** `ATATÜRK CD.` and `Atatürk Caddesi` are one street: the name counts, not the word for what kind of street it is. */
export function isSameStreet(one: string | null, other: string | null): boolean {
  const name = (street: string | null) =>
    words(street ?? '')
      .filter((word) => !KIND_OF_STREET.test(word))
      .join(' ');
  return name(one) !== '' && name(one) === name(other);
}

/** Longer texts say the same thing again; their first words say what it is about. */
const WORDS_COMPARED = 60;
const SHORTEST_WORD = 3;

function sharedWords(one: string, other: string): number {
  const [shorter, longer] = [meaningful(one), meaningful(other)].sort((left, right) => left.length - right.length);
  if (!shorter || !longer || shorter.length === 0) return 0;
  const there = new Set(longer.flatMap(stemsOf));
  return shorter.filter((word) => stemsOf(word).some((stem) => there.has(stem))).length / shorter.length;
}

function meaningful(text: string): string[] {
  return [...new Set(words(text))].filter((word) => word.length >= SHORTEST_WORD).slice(0, WORDS_COMPARED);
}
