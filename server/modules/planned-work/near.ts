/** Planned work about a topic at a place: jobs there are, and days that plans without one foresee. */
import type { PlannedNearQuery } from '../../../contract/planned-work.ts';
import type { Db } from '../../kernel/db/database.ts';
import type { House } from '../../kernel/house.ts';
import { instantAt, istanbulDay, shiftDay } from '../calendar/door.ts';
import { areaFinder, listAreas } from '../places/door.ts';
import { circumstances } from './circumstances.ts';
import { jobsNear } from './job-list-store.ts';
import { plansOfTopic } from './plan-store.ts';
import { daysOf } from './rhythm.ts';
import type { Heard, NearJob } from './what-callers-hear.ts';
import { AHEAD_DAYS, DONE_DAYS, whatCallersHear } from './what-callers-hear.ts';
import type { Place } from './work-plan.ts';
import { placesOf } from './work-plan.ts';

export interface Spot {
  neighbourhoodId: number | null;
  /** Codes of the areas it lies in. */
  areas: readonly string[];
}

export async function plannedNear({ db, clock }: House, { topic, neighbourhood }: PlannedNearQuery): Promise<Heard[]> {
  const today = istanbulDay(clock.now());
  const neighbourhoodId = neighbourhood ?? null;
  const areas = areaFinder(await listAreas(db))({ neighbourhoodId, latitude: null, longitude: null });
  const spot = { neighbourhoodId, areas };
  const made = await jobsNear(db, {
    ...{ topic, spot, to: shiftDay(today, AHEAD_DAYS) },
    doneSince: instantAt(shiftDay(today, -DONE_DAYS), '00:00'),
  });
  const jobs = made.map(({ neighbourhoodId: home, areaCode, endedAt, day, putOffFrom, ...job }) => ({
    ...job,
    insteadOf: putOffFrom,
    // It was done when somebody was there, whatever day it was planned for.
    day: endedAt === null ? day : istanbulDay(endedAt),
    place: nameOf({ neighbourhoodId: home, areaCode }),
  }));
  return whatCallersHear([...jobs, ...(await foreseen(db, { topic, spot, today }))], today);
}

/** A plan whose next job is not made yet says its day all the same. */
async function foreseen(
  db: Db,
  { topic, spot, today }: { topic: string; spot: Spot; today: string },
): Promise<NearJob[]> {
  const plans = await plansOfTopic(db, topic);
  if (plans.length === 0) return [];
  const around = await circumstances(db);
  return plans.flatMap((plan) => {
    const at = placesOf(plan).find((place) => isAt(place, spot));
    if (at === undefined) return [];
    // Up to its horizon its jobs say what became of its days.
    const stretch = { from: shiftDay(today, plan.daysAhead + 1), to: shiftDay(today, AHEAD_DAYS) };
    const [next] = daysOf(plan, stretch, around(plan));
    const { id: planId, title, street } = plan;
    if (next === undefined) return [];
    return [{ ...{ planId, title, street }, place: nameOf(at), day: next.day, insteadOf: null, state: 'foreseen' }];
  });
}

function isAt({ neighbourhoodId, areaCode }: Place, spot: Spot): boolean {
  if (neighbourhoodId !== null) return neighbourhoodId === spot.neighbourhoodId;
  return areaCode === null || spot.areas.includes(areaCode);
}

function nameOf({ neighbourhoodId, areaCode }: Place): Heard['place'] {
  if (neighbourhoodId !== null) return 'neighbourhood';
  return areaCode === null ? 'everywhere' : 'area';
}
