/**
 * The whole year as a list of requests and calls, by whole numbers: every margin of the document is met exactly, whatever the seed. Which
 * topic meets which channel and neighbourhood is a seeded shuffle, because the document prints margins only. Columns, not objects: a
 * year is half a million rows.
 */
import { INFORMATION_TOPIC } from '../modules/catalogue/door.ts';
import type { Channel } from '../modules/requests/door.ts';
import { CHANNELS } from '../modules/requests/door.ts';
import { apportionCapped } from './apportion.ts';
import type { Margins } from './margins.ts';
import { WITHOUT_PLACE, sum } from './margins.ts';
import type { Random } from './random.ts';
import { random, shuffle } from './random.ts';
import type { DrawDay } from './seasons.ts';

/** 4982 requests come by the channel of that name and by no other here. */
const KVKK_TOPIC = 'KUR-08';

export interface YearPlan {
  /** Names the year, the sample and the seed: two plans with the same id are the same plan. */
  id: string;
  margins: Margins;
  seed: number;
  requests: number;
  channel(request: number): Channel;
  topic(request: number): string;
  /** Null: none given. */
  place(request: number): string | null;
  /** Requests received on each day of the year, and calls that lead to no request. */
  requestsByDay: readonly Uint32Array[];
  callsByDay: readonly Uint32Array[];
}

export interface PlanParts {
  margins: Margins;
  seed: number;
  sample: number;
  /** All topics of the catalogue. */
  topics: readonly string[];
  days: number;
  drawDay: DrawDay;
}

/** @throws RangeError with a sentence when a sample is too small to keep the ten most frequent topics on top. */
export function planYear({ margins, seed, sample, topics, days, drawDay }: PlanParts): YearPlan {
  const id = `${margins.name} sample=${sample} seed=${seed}`;
  const records = sum(margins.records);
  const all = records + sum(margins.social);
  const channels = channelColumn(margins, all);
  const topicColumn = new Uint8Array(all);
  const placeColumn = new Uint8Array(all);
  fillTopics({ margins, topics, draw: random(id, 'topics'), channels, column: topicColumn, records });
  fillPlaces({ margins, draw: random(id, 'places'), channels, column: placeColumn, records });
  const channel = (request: number) => CHANNELS[channels[request]!]!;
  const topic = (request: number) => topics[topicColumn[request]!]!;
  const draw = random(id, 'days');
  const otherCalls = margins.callsAnswered - (margins.records.find(([each]) => each === 'phone')?.[1] ?? 0);
  return {
    id,
    margins,
    seed,
    requests: all,
    channel,
    topic,
    place: (request) => margins.places[placeColumn[request]! - 1]?.[0] ?? null,
    requestsByDay: byDay(days, all, (request) => drawDay(topic(request), channel(request), draw)),
    callsByDay: byDay(days, otherCalls, () => drawDay('', 'phone', draw)),
  };
}

/** Records channel by channel, then the platforms: the other columns are shuffled, so this one need not be. */
function channelColumn({ records, social }: Margins, all: number): Uint8Array {
  const column = new Uint8Array(all);
  let at = 0;
  for (const [channel, count] of [...records, ...social]) {
    column.fill(CHANNELS.indexOf(channel), at, at + count);
    at += count;
  }
  return column;
}

interface Filling {
  margins: Margins;
  draw: Random;
  channels: Uint8Array;
  column: Uint8Array;
  /** Below this number are records, from it on social media. */
  records: number;
}

function fillTopics({
  margins,
  topics,
  draw,
  channels,
  column,
  records,
}: Filling & { topics: readonly string[] }): void {
  const counts = topicCounts(margins, topics, draw);
  const foi = topics.indexOf(INFORMATION_TOPIC);
  const isFoi = (request: number) => CHANNELS[channels[request]!] === 'foi';
  const pool = shuffle(expanded(counts.map((count, topic) => (topic === foi ? 0 : count))), draw);
  let next = 0;
  for (let request = 0; request < records; request += 1) column[request] = isFoi(request) ? foi : pool[next++]!;
  // The platforms' topics are not printed: drawn as the records have them, without the two that need a signed application.
  const weights = counts.map(
    (count, topic) => [topic, [INFORMATION_TOPIC, KVKK_TOPIC].includes(topics[topic]!) ? 0 : count] as const,
  );
  const deck = shuffle(expanded(weights.map(([, weight]) => weight)), draw);
  for (let request = records; request < column.length; request += 1) column[request] = deck[draw.below(deck.length)]!;
}

/** The ten as printed; the rest spread by drawn weights, each below the tenth. */
function topicCounts(margins: Margins, topics: readonly string[], draw: Random): number[] {
  const known = new Map<string, number>([
    ...margins.topTopics,
    [INFORMATION_TOPIC, margins.records.find(([each]) => each === 'foi')?.[1] ?? 0],
  ]);
  const others = topics.filter((topic) => !known.has(topic));
  const cap = Math.min(...margins.topTopics.map(([, count]) => count)) - 1;
  const left = margins.otherTopics - known.get(INFORMATION_TOPIC)!;
  if (left > others.length * cap || cap < 1 || known.get(INFORMATION_TOPIC)! > cap) {
    throw new RangeError('The sample is too small to keep the ten most frequent topics on top; take a larger one.');
  }
  const weights = others.map(() => 0.15 + draw.next() ** 2);
  const shares = apportionCapped(weights, left, cap);
  for (const [at, topic] of others.entries()) known.set(topic, shares[at]!);
  return topics.map((topic) => known.get(topic)!);
}

/** 0 stands for none, n for the n-th place. */
function fillPlaces({ margins, draw, channels, column, records }: Filling): void {
  const without = new Set(WITHOUT_PLACE.map((channel) => CHANNELS.indexOf(channel)));
  let placeless = 0;
  for (let request = 0; request < records; request += 1) placeless += without.has(channels[request]!) ? 1 : 0;
  const counts = [margins.placeless - placeless, ...margins.places.map(([, count]) => count)];
  const pool = shuffle(expanded(counts), draw);
  let next = 0;
  for (let request = 0; request < records; request += 1)
    column[request] = without.has(channels[request]!) ? 0 : pool[next++]!;
  for (let request = records; request < column.length; request += 1) {
    column[request] = draw.chance(0.6) ? pool[draw.below(pool.length)]! : 0;
  }
}

/** [2, 0, 3] → 0 0 2 2 2 */
function expanded(counts: readonly number[]): Uint8Array {
  const list = new Uint8Array(counts.reduce((all, count) => all + count, 0));
  let at = 0;
  for (const [value, count] of counts.entries()) {
    list.fill(value, at, at + count);
    at += count;
  }
  return list;
}

function byDay(days: number, count: number, dayOf: (number: number) => number): Uint32Array[] {
  const drawn = Uint16Array.from({ length: count }, (_, number) => dayOf(number));
  const lists = Array.from({ length: days }, (): number[] => []);
  for (const [number, day] of drawn.entries()) lists[day]!.push(number);
  return lists.map((list) => Uint32Array.from(list));
}
