/** What somebody typed of a known problem → what is kept, or all that is wrong with it. */
import { LONGEST_SAYING } from '../../../../contract/known-problems.ts';
import type { NewKnownProblem } from '../../../../contract/known-problems.ts';
import { normaliseInput } from '../../../../text/turkish.ts';
import type { Tx } from '../../../kernel/db/transaction.ts';
import { refuse } from '../../../kernel/refusals.ts';
import { instantAt, isDay, istanbulDay, istanbulTime } from '../../calendar/door.ts';
import type { Topic } from '../../catalogue/door.ts';
import { topicInForce } from '../../catalogue/door.ts';
import { listAreas, listNeighbourhoods } from '../../places/door.ts';
import { staysAlone } from '../who-may-be-merged.ts';
import type { Saying } from './known-problem.ts';

/**
 * Refuses 'text-empty' and 'text-too-long' for what citizens read, 'input-invalid' with all faults, 'merge-protected' for a topic of which a
 * neighbour may not hear, 'merge-own-law' for one whose requests are answered each by itself.
 */
export async function checkSaying(tx: Tx, given: NewKnownProblem): Promise<Saying> {
  const title = normaliseInput(given.title);
  const topic = await topicInForce(tx.db, given.topic);
  const faults = [
    ...(title === '' ? [{ where: 'title', problem: 'text-missing' }] : []),
    ...(topic?.active ? [] : [{ where: 'topic', problem: 'unknown' }]),
    ...(isPointAlone(given) ? [{ where: 'whereabouts', problem: 'text-missing' }] : []),
    ...(await faultsInPlace(tx, given)),
  ];
  if (faults.length > 0) throw refuse('input-invalid', { faults });
  refuseIfNotShared(topic!);
  return {
    title,
    topicCode: topic!.code,
    tr: said(given.tr, 'tr')!,
    en: given.en.trim() === '' ? null : said(given.en, 'en'),
    neighbourhoods: [...given.neighbourhoods].sort((one, other) => one - other),
    areas: [...given.areas].sort(),
    point: given.point,
    whereabouts: normaliseInput(given.whereabouts) || null,
    expectedEnd: endOf(given.expectedEnd),
    source: normaliseInput(given.source) || null,
  };
}

/** What is known of everybody's problem is told to everybody: only what a neighbour may hear of. */
function refuseIfNotShared(topic: Topic): void {
  const alone = topic.publicTopic ? staysAlone(topic) : 'merge-protected';
  if (alone !== null) throw refuse(alone);
}

function said(typed: string, field: 'tr' | 'en'): string {
  const text = normaliseInput(typed);
  if (text === '') throw refuse('text-empty', { field });
  const over = text.length - LONGEST_SAYING;
  if (over > 0) throw refuse('text-too-long', { over, most: LONGEST_SAYING, field });
  return text;
}

/** A point on a map is no place to people: it needs words, its own or its neighbourhood's. */
function isPointAlone({ point, whereabouts, neighbourhoods, areas }: NewKnownProblem): boolean {
  return point !== null && whereabouts.trim() === '' && neighbourhoods.length + areas.length === 0;
}

async function faultsInPlace(tx: Tx, { neighbourhoods, areas }: NewKnownProblem) {
  const [homes, drawn] = [await listNeighbourhoods(tx.db), await listAreas(tx.db)];
  const isHome = (id: number) => homes.some((each) => each.active && each.id === id);
  const isArea = (code: string) => drawn.some((each) => each.active && each.code === code);
  return [
    ...(neighbourhoods.every(isHome) ? [] : [{ where: 'neighbourhoods', problem: 'unknown' }]),
    ...(areas.every(isArea) ? [] : [{ where: 'areas', problem: 'unknown' }]),
  ];
}

/** As a clock in Istanbul shows it: '2026-11-27T18:00'. */
function endOf(typed: string | null): Date | null {
  if (typed === null) return null;
  const [day = '', time = ''] = typed.split('T');
  if (!isDay(day) || !/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) throw refuse('date-invalid', { field: 'expectedEnd' });
  return instantAt(day, time);
}

/** The same as it is typed and kept in versions. */
export function asTyped(saying: Saying): NewKnownProblem {
  const { title, tr, point, expectedEnd } = saying;
  return {
    ...{ title, tr, point },
    topic: saying.topicCode,
    en: saying.en ?? '',
    neighbourhoods: [...saying.neighbourhoods],
    areas: [...saying.areas],
    whereabouts: saying.whereabouts ?? '',
    expectedEnd: expectedEnd === null ? null : `${istanbulDay(expectedEnd)}T${istanbulTime(expectedEnd)}`,
    source: saying.source ?? '',
  };
}
