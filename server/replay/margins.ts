/**
 * What the two documents say, as whole numbers a year can be played from, and the same made smaller for a sample. What a document does not
 * say is marked as drawn here and listed in docs/replay-assumptions.md. Pure but for reading the documents.
 */
import { readFile } from 'node:fs/promises';
import type { MunicipalityId } from '../seed/shipped-data.ts';
import type { Channel } from '../modules/requests/door.ts';
import { apportion } from './apportion.ts';
import { random } from './random.ts';

export const REPLAYS = ['umraniye-2022', 'cigli-2025'] as const;
export type ReplayName = (typeof REPLAYS)[number];

export interface Margins {
  name: ReplayName;
  municipality: MunicipalityId;
  year: number;
  callsAnswered: number;
  records: readonly (readonly [Channel, number])[];
  /** Topics whose count is known, most frequent first, and what all others have together; no other may reach the last of these. */
  topTopics: readonly (readonly [string, number])[];
  otherTopics: number;
  /** Empty: the document counts no neighbourhoods, they are drawn. */
  places: readonly (readonly [string, number])[];
  /** Records that name no neighbourhood. */
  placeless: number;
  /** Kept outside the tables by channel and neighbourhood. */
  social: readonly (readonly [Channel, number])[];
  socialMeanDays: number | null;
  /** Of these channels exactly so many are concluded by the end of the year. */
  concluded: readonly { channels: readonly Channel[]; concluded: number }[];
}

/** Channels whose applications come without a neighbourhood: with these two left out, the document's two tables are 2 apart instead of 5.717. */
export const WITHOUT_PLACE: readonly Channel[] = ['cimer', 'foi'];

export async function readMargins(name: ReplayName): Promise<Margins> {
  const file = new URL(`../../data/sources/${name}.json`, import.meta.url);
  const document: unknown = JSON.parse(await readFile(file, 'utf8'));
  return name === 'umraniye-2022' ? umraniyeMargins(document as Umraniye) : cigliMargins(document as Cigli);
}

interface Counted {
  key: string;
  records: number;
}

interface Umraniye {
  year: number;
  callsAnswered: number;
  channels: { items: Counted[] };
  topics: { items: { topic: string; records: number }[] };
  neighbourhoods: { items: { name: string; records: number }[] };
  social: { items: { key: string; documents: number; meanCompletionDays: string }[] };
}

/** The document's words for our channels. */
const CHANNEL_OF: Record<string, Channel> = {
  phone: 'phone',
  email: 'email',
  web: 'web',
  walk_in: 'desk',
  foi: 'foi',
  cimer: 'cimer',
  acik_kapi: 'acik-kapi',
  metropolitan: 'metropolitan',
  facebook: 'facebook',
  twitter: 'x',
  instagram: 'instagram',
};

function channelOf(key: string): Channel {
  const channel = CHANNEL_OF[key];
  if (channel === undefined) throw new Error(`the document names a channel we do not know: ${key}`);
  return channel;
}

function umraniyeMargins(document: Umraniye): Margins {
  const records = document.channels.items.map(({ key, records }) => [channelOf(key), records] as const);
  const topTopics = document.topics.items.map(({ topic, records }) => [topic, records] as const);
  const places = document.neighbourhoods.items.map(({ name, records }) => [name, records] as const);
  return {
    name: 'umraniye-2022',
    municipality: 'umraniye',
    year: document.year,
    callsAnswered: document.callsAnswered,
    records,
    topTopics,
    otherTopics: sum(records) - sum(topTopics),
    places,
    placeless: sum(records) - sum(places),
    social: document.social.items.map(({ key, documents }) => [channelOf(key), documents] as const),
    socialMeanDays: Number(document.social.items[0]!.meanCompletionDays),
    concluded: [],
  };
}

interface Cigli {
  year: number;
  calls: { year: number };
  applications: { received: number };
  channels: { items: { key: 'web' | 'social' | 'cimer'; received: number; concluded: number }[] };
}

/** How the applications whose channel the document does not name are spread: an assumption. */
const UNNAMED_CHANNELS = [
  ['phone', 62],
  ['whatsapp', 20],
  ['desk', 12],
  ['metropolitan', 6],
] as const;

/** The document names nine matters and counts none; these shares of the whole are an assumption. */
const NAMED_MATTERS = [
  ['YOL-01', 9],
  ['TEM-01', 8],
  ['TEM-02', 7],
  ['PRK-01', 6],
  ['ZAB-01', 5],
  ['HAY-01', 5],
  ['YOL-10', 4],
  ['YOL-04', 4],
  ['KUR-01', 3],
  ['HAY-02', 3],
] as const;

function cigliMargins(document: Cigli): Margins {
  const item = (key: 'web' | 'social' | 'cimer') => document.channels.items.find((each) => each.key === key)!;
  const { received } = document.applications;
  const named = item('web').received + item('social').received + item('cimer').received;
  const unnamed = apportion(
    UNNAMED_CHANNELS.map(([, weight]) => weight),
    received - named,
  );
  const platforms: Channel[] = ['facebook', 'x', 'instagram'];
  const social = apportion([1, 1, 1], item('social').received);
  const records: [Channel, number][] = [
    ...UNNAMED_CHANNELS.map(([channel], at): [Channel, number] => [channel, unnamed[at]!]),
    ['web', item('web').received],
    ['cimer', item('cimer').received],
  ];
  const topTopics = NAMED_MATTERS.map(([code, percent]) => [code, Math.round((sum(records) * percent) / 100)] as const);
  return {
    name: 'cigli-2025',
    municipality: 'cigli',
    year: document.year,
    callsAnswered: document.calls.year,
    records,
    topTopics,
    otherTopics: sum(records) - sum(topTopics),
    places: [],
    placeless: item('cimer').received + Math.round(sum(records) * 0.04),
    social: platforms.map((channel, at) => [channel, social[at]!] as const),
    socialMeanDays: null,
    concluded: [
      { channels: ['web'], concluded: item('web').concluded },
      { channels: platforms, concluded: item('social').concluded },
      { channels: ['cimer'], concluded: item('cimer').concluded },
    ],
  };
}

/** Neighbourhoods the document does not count, with counts drawn around the mean. */
export function drawPlaces(margins: Margins, names: readonly string[], seed: number): Margins {
  if (margins.places.length > 0) return margins;
  const draw = random(seed, margins.name, 'places');
  const shares = apportion(
    names.map(() => 0.5 + draw.next()),
    sum(margins.records) - margins.placeless,
  );
  return { ...margins, places: names.map((name, at) => [name, shares[at]!] as const) };
}

/** The same year made smaller: every margin by largest remainders, so that the smaller ones agree with each other as the large ones do. */
export function sampled(margins: Margins, sample: number): Margins {
  if (sample === 1) return margins;
  const scale = (count: number) => Math.round(count * sample);
  const records = scaled(margins.records, scale(sum(margins.records)));
  const social = scaled(margins.social, scale(sum(margins.social)));
  const of = (channels: readonly Channel[]) =>
    sum([...records, ...social].filter(([channel]) => channels.includes(channel)));
  const before = (channels: readonly Channel[]) =>
    sum([...margins.records, ...margins.social].filter(([channel]) => channels.includes(channel)));
  const placeless = of(WITHOUT_PLACE) + scale(margins.placeless - before(WITHOUT_PLACE));
  const topics = scaled([...margins.topTopics, ['', margins.otherTopics] as const], sum(records));
  return {
    ...margins,
    callsAnswered: Math.max(scale(margins.callsAnswered), of(['phone'])),
    records,
    topTopics: topics.slice(0, -1),
    otherTopics: topics.at(-1)![1],
    places: scaled(margins.places, sum(records) - placeless),
    placeless,
    social,
    concluded: margins.concluded.map(({ channels, concluded }) => ({
      channels,
      concluded: Math.round((concluded / before(channels)) * of(channels)),
    })),
  };
}

function scaled<T>(counts: readonly (readonly [T, number])[], total: number): (readonly [T, number])[] {
  const shares = apportion(
    counts.map(([, count]) => count),
    total,
  );
  return counts.map(([key], at) => [key, shares[at]!] as const);
}

export function sum(counts: readonly (readonly [unknown, number])[]): number {
  return counts.reduce((all, [, count]) => all + count, 0);
}
