/**
 * The facets of the work list as terms of the index: what a case carries, and what a filter asks for. One function for each side, side by side,
 * so that whoever adds a facet adds both. Pure.
 */
import type { Flag } from '../../../contract/finding.ts';
import { FLAGS } from '../../../contract/finding.ts';
import { isWorkedOn, thingOf } from '../requests/door.ts';
import type { FoundCase } from './found-case.ts';
import { squaresOf } from './spots.ts';

/** Facets with a value of their own, and the letter they are written with. */
export const VALUED = {
  states: 's',
  kinds: 'k',
  channels: 'c',
  topics: 't',
  neighbourhoods: 'm',
  directorate: 'd',
  units: 'u',
  people: 'p',
  outcomes: 'oc',
  satisfaction: 'sat',
} as const;
export type ValuedFacet = keyof typeof VALUED;

/**
 * Facets and marks of an open case stand there a second time, so written. Nine lists in ten ask only for what is open, and what is open is a small part of
 * what there is: the index then need not go through the ended ones of a neighbourhood to find those few.
 */
export const openTerm = (term: string): string => `!${term}`;

export const facetTerm = (facet: ValuedFacet, value: string | number): string => `${VALUED[facet]}:${value}`;
export const flagTerm = (flag: Flag): string => `f:${flag}`;

/** The seven days, counted from 1 January 1970, in which something came. */
const WEEK_MS = 7 * 86_400_000;
export const weekOf = (instant: Date): number => Math.floor(instant.getTime() / WEEK_MS);
export const weekTerm = (week: number): string => `w:${week}`;
export const beginOfWeek = (week: number): Date => new Date(week * WEEK_MS);

export function facetsOf({ request, assignments, contents }: FoundCase): string[] {
  const { directorates = [], units = [], people = [] } = thingOf(request, assignments);
  const valued: [ValuedFacet, readonly (string | number | null)[]][] = [
    ['states', [request.state]],
    ['kinds', [request.kind]],
    ['channels', [request.channel]],
    ['topics', [request.topicCode ?? 'none']],
    ['neighbourhoods', [request.neighbourhoodId ?? 'none']],
    ['directorate', directorates],
    ['units', units],
    ['people', people],
    ['outcomes', [request.outcome]],
    ['satisfaction', [contents.satisfied === null ? null : contents.satisfied ? 'yes' : 'no']],
  ];
  return [
    ...valued.flatMap(([facet, values]) => values.flatMap((value) => (value === null ? [] : facetTerm(facet, value)))),
    ...flagsOf({ request, assignments, contents }, people.length > 0).map(flagTerm),
    weekTerm(weekOf(request.receivedAt)),
    ...squaresOf(request.latitude, request.longitude),
  ];
}

function flagsOf(
  { request, assignments, contents }: Pick<FoundCase, 'request' | 'assignments' | 'contents'>,
  isInHand: boolean,
): Flag[] {
  const open = isWorkedOn(request.state);
  const has: Record<Flag, boolean> = {
    photo: contents.photos > 0,
    danger: request.danger,
    restricted: request.restricted,
    returned: assignments.some(({ state }) => state === 'returned'),
    reopened: contents.wasReopened,
    stopped: open && request.nextDueAt === null,
    nobody: open && !isInHand,
    triage: request.triage !== null,
    'no-point': request.latitude === null,
  };
  return FLAGS.filter((flag) => has[flag]);
}
