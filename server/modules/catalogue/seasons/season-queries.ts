/** Which seasons hold now, and which held at a moment that is over: the versions say it. */
import type { Season } from '../../../../contract/seasons.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { remembered } from '../../../kernel/remembered.ts';
import { newestChange, revisionsInForceAt } from '../../../kernel/revisions.ts';
import type { Topic } from '../topic.ts';
import type { InSeason, SeasonKept } from './season-in-force.ts';
import { inOrder, isOn, seasonOf, standardIn, wholeSeason } from './season-in-force.ts';
import { allSeasons } from './season-store.ts';

const KIND = 'season';

export const rememberedSeasons = remembered(async (db) => ({
  seasons: (await allSeasons(db)).sort(inOrder),
  /** From then on they were as they are; null: there have never been any. */
  since: await newestChange(db, KIND),
}));

export async function listSeasons(db: Db): Promise<Season[]> {
  return (await rememberedSeasons.get(db)).seasons;
}

export async function seasonsOn(db: Db, now: Date): Promise<Season[]> {
  const day = dayOf(now);
  return (await listSeasons(db)).filter((season) => isOn(season, day));
}

/** The season that held for a topic at that moment, as it was then; null: none. */
export async function seasonAt(db: Db, topicCode: string | null, at: Date): Promise<InSeason | null> {
  const { seasons, since } = await rememberedSeasons.get(db);
  if (topicCode === null || since === null) return null;
  return seasonOf(at >= since ? seasons : await seasonsAt(db, at), topicCode, dayOf(at));
}

/** The standard of a topic for whoever asks at that moment. */
export async function standardAt(db: Db, topic: Topic, at: Date): Promise<Topic['standard']> {
  return standardIn(topic, (await seasonAt(db, topic.code, at))?.change ?? null);
}

async function seasonsAt(db: Db, at: Date): Promise<Season[]> {
  const found = await revisionsInForceAt<Omit<SeasonKept, 'version'>>(db, KIND, at);
  return found.map(({ body, version }) => wholeSeason({ ...body, version }));
}

const istanbul = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Istanbul' });

/** The calendar lies beside the catalogue, not below it. */
function dayOf(at: Date): string {
  return istanbul.format(at);
}
