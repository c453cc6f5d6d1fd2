/**
 * HEART FILE. When a season holds, and what it puts in the place of a topic's own standard and words. A request keeps what was in force at the
 * moment it was received: what is switched later touches neither its clocks nor what it was told. Pure.
 */
import type { Season, SeasonTopic } from '../../../../contract/seasons.ts';
import type { Language, Texts } from '../../../../text/language.ts';
import type { Topic, TopicStandard } from '../topic.ts';

type When = Pick<Season, 'active' | 'switched' | 'from' | 'to'>;

/** @param day 'YYYY-MM-DD' in Istanbul. By hand goes before the dates: snow keeps no calendar. */
export function isOn({ active, switched, from, to }: When, day: string): boolean {
  if (!active || switched === 'off') return false;
  if (switched === 'on') return true;
  if (from === null || to === null) return false;
  const today = day.slice(5);
  // From November to March it reaches over the new year.
  return from <= to ? today >= from && today <= to : today >= from || today <= to;
}

export interface InSeason {
  season: Season;
  change: SeasonTopic;
}

/** The season that holds for a topic on a day; of several that are on, the one of the lowest position. Null: none names it. */
export function seasonOf(seasons: readonly Season[], topicCode: string, day: string): InSeason | null {
  const on = seasons.filter((season) => isOn(season, day)).toSorted(inOrder);
  for (const season of on) {
    const change = season.topics.find(({ topic }) => topic === topicCode);
    if (change) return { season, change };
  }
  return null;
}

export function inOrder(left: Season, right: Season): number {
  return left.position - right.position || left.code.localeCompare(right.code);
}

/** What the season does not name stays as it is. */
export function standardIn(
  topic: Pick<Topic, 'standard'>,
  change: Pick<SeasonTopic, 'standard'> | null,
): TopicStandard {
  return change === null ? topic.standard : { ...topic.standard, ...change.standard };
}

/** As it was kept; one written before seasons could have texts has none. */
export type SeasonKept = Omit<Season, 'recorded'> & Partial<Pick<Season, 'recorded'>>;

export function wholeSeason({ recorded, ...kept }: SeasonKept): Season {
  return { ...kept, recorded: recorded ?? { sms: { tr: '', en: '' }, email: { tr: '', en: '' } } };
}

/** In which words its citizen is told that it was recorded; null: in the ordinary ones. */
export function recordedTextIn(
  { season: { recorded } }: InSeason,
  { channel, language }: { channel: keyof Season['recorded']; language: Language },
): string | null {
  const text = recorded[channel][language];
  return text.trim() === '' ? null : text;
}

export interface SeasonFault {
  where: string;
  problem: string;
  /** What was written there. */
  what?: string;
}

/** What keeps a season from being published. */
export function faultsInSeason(
  season: Omit<Season, 'version' | 'switched'>,
  known: (topic: string) => boolean,
): SeasonFault[] {
  const { name, notice, from, to, topics, recorded } = season;
  const faults: SeasonFault[] = [];
  for (const [where, text] of Object.entries({ name, notice }))
    if (text.tr.trim() === '' || text.en.trim() === '') faults.push({ where, problem: 'text-missing' });
  if ((from === null) !== (to === null)) faults.push({ where: from === null ? 'from' : 'to', problem: 'text-missing' });
  if (topics.length === 0) faults.push({ where: 'topics', problem: 'empty' });
  for (const channel of ['sms', 'email'] as const)
    if (isHalf(recorded[channel])) faults.push({ where: `recorded.${channel}`, problem: 'text-missing' });
  const seen = new Set<string>();
  for (const { topic, standard, told } of topics) {
    const where = `topics.${topic}`;
    if (!known(topic)) faults.push({ where, problem: 'unknown' });
    if (seen.has(topic)) faults.push({ where, problem: 'topic-twice' });
    seen.add(topic);
    if (standard.conclusion?.amount === 0) faults.push({ where: `${where}.conclusion`, problem: 'standard-amount' });
    if (isHalf(told)) faults.push({ where: `${where}.told`, problem: 'text-missing' });
  }
  return faults;
}

/** In one language only: who reads the other would be told something else. */
function isHalf({ tr, en }: Texts): boolean {
  return (tr.trim() === '') !== (en.trim() === '');
}
