/** What somebody typed of a plan → what is kept, or all that is wrong with it. */
import type { NewWorkPlan, Rhythm } from '../../../contract/planned-work.ts';
import { normaliseInput } from '../../../text/turkish.ts';
import type { Db } from '../../kernel/db/database.ts';
import { isDay } from '../calendar/door.ts';
import { listSeasons, topicInForce } from '../catalogue/door.ts';
import { listAreas, listNeighbourhoods } from '../places/door.ts';
import { directorateByCode, staffById, unitByCode } from '../staff/door.ts';
import type { WorkPlan } from './work-plan.ts';

export interface PlanFault {
  where: string;
  problem: string;
}

export type CheckedPlan = Omit<WorkPlan, 'id' | 'madeTo' | 'version'>;

/** `faults` empty: the plan can be kept as it is given back, with the topic's own directorate where none was said. */
export async function checkPlan(db: Db, given: NewWorkPlan): Promise<{ plan: CheckedPlan; faults: PlanFault[] }> {
  const topic = await topicInForce(db, given.topic);
  const plan: CheckedPlan = {
    ...given,
    title: normaliseInput(given.title),
    todo: normaliseInput(given.todo),
    street: normaliseInput(given.street),
    directorate: given.directorate ?? topic?.directorate ?? '',
    neighbourhoods: given.neighbourhoods.toSorted((one, other) => one - other),
    areas: given.areas.toSorted(),
  };
  const faults = [
    ...(plan.title === '' ? [{ where: 'title', problem: 'text-missing' }] : []),
    ...(plan.todo === '' ? [{ where: 'todo', problem: 'text-missing' }] : []),
    ...(topic?.active ? [] : [{ where: 'topic', problem: 'unknown' }]),
    ...faultsInRhythm(plan),
    ...(await faultsInHands(db, plan)),
    ...(await faultsInPlaces(db, plan)),
    ...(await faultsInSeason(db, plan)),
  ];
  return { plan, faults };
}

/** Days are texts until here: `2026-02-31` has the form of a day. */
export function faultsInRhythm({ rhythm, lastDay }: { rhythm: Rhythm; lastDay: string | null }): PlanFault[] {
  const { kind, from, weekdays } = rhythm;
  if (!isDay(from)) return [{ where: 'rhythm.from', problem: 'not-a-day' }];
  if (kind === 'weeks' && weekdays.length === 0) return [{ where: 'rhythm.weekdays', problem: 'empty' }];
  if (lastDay !== null && !isDay(lastDay)) return [{ where: 'lastDay', problem: 'not-a-day' }];
  return [];
}

/** Whoever is to do it must belong to the directorate: nobody else sees it in their list. */
async function faultsInHands(db: Db, { directorate, unit, person }: CheckedPlan): Promise<PlanFault[]> {
  if (!(await directorateByCode(db, directorate))?.active) return [{ where: 'directorate', problem: 'unknown' }];
  const faults: PlanFault[] = [];
  if (unit !== null) {
    const found = await unitByCode(db, unit);
    if (!found?.active || found.directorate !== directorate) faults.push({ where: 'unit', problem: 'not-of-work' });
  }
  if (person !== null && !(await worksThere(db, { person, directorate })))
    faults.push({ where: 'person', problem: 'not-of-work' });
  return faults;
}

export async function worksThere(
  db: Db,
  { person, directorate }: { person: string; directorate: string },
): Promise<boolean> {
  const found = await staffById(db, person);
  return found !== undefined && found.active && found.directorate === directorate;
}

async function faultsInPlaces(db: Db, { neighbourhoods, areas }: CheckedPlan): Promise<PlanFault[]> {
  const [homes, drawn] = [await listNeighbourhoods(db), await listAreas(db)];
  const isHome = (id: number) => homes.some((each) => each.active && each.id === id);
  const isArea = (code: string) => drawn.some((each) => each.active && each.code === code);
  return [
    ...(neighbourhoods.every(isHome) ? [] : [{ where: 'neighbourhoods', problem: 'unknown' }]),
    ...(areas.every(isArea) ? [] : [{ where: 'areas', problem: 'unknown' }]),
  ];
}

async function faultsInSeason(db: Db, { season }: CheckedPlan): Promise<PlanFault[]> {
  if (season === null || (await listSeasons(db)).some(({ code, active }) => active && code === season)) return [];
  return [{ where: 'season', problem: 'unknown' }];
}
