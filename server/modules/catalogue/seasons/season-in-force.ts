/**
 * HEART FILE. When a season holds, and what it puts in the place of a topic's own standard and words. A request keeps what was in force at the
 * moment it was received: what is switched later touches neither its clocks nor what it was told. Pure.
 */
import type { Season, SeasonTopic } from '../../../../contract/seasons.ts';
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

export interface SeasonFault {
  where: string;
  problem: string;
}

/** What keeps a season from being published. */
export function faultsInSeason(
  season: Omit<Season, 'version' | 'switched'>,
  known: (topic: string) => boolean,
): SeasonFault[] {
  const { name, notice, from, to, topics } = season;
  const faults: SeasonFault[] = [];
  for (const [where, text] of Object.entries({ name, notice }))
    if (text.tr.trim() === '' || text.en.trim() === '') faults.push({ where, problem: 'text-missing' });
  if ((from === null) !== (to === null)) faults.push({ where: from === null ? 'from' : 'to', problem: 'text-missing' });
  if (topics.length === 0) faults.push({ where: 'topics', problem: 'empty' });
  const seen = new Set<string>();
  for (const { topic, standard, told } of topics) {
    const where = `topics.${topic}`;
    if (!known(topic)) faults.push({ where, problem: 'unknown' });
    if (seen.has(topic)) faults.push({ where, problem: 'topic-twice' });
    seen.add(topic);
    if (standard.conclusion?.amount === 0) faults.push({ where: `${where}.conclusion`, problem: 'standard-amount' });
    if ((told.tr.trim() === '') !== (told.en.trim() === ''))
      faults.push({ where: `${where}.told`, problem: 'text-missing' });
  }
  return faults;
}
