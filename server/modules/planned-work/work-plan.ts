/** The nouns of planned work. Pure. */
import type { JobState, NewWorkPlan } from '../../../contract/planned-work.ts';

/** As it is kept: whose it is has been decided. */
export interface WorkPlan extends Omit<NewWorkPlan, 'directorate'> {
  id: string;
  directorate: string;
  /** Jobs are made up to this day. */
  madeTo: string;
  version: number;
}

/** Where one job of a plan is done; neither: the whole municipality. */
export interface Place {
  neighbourhoodId: number | null;
  areaCode: string | null;
}

export function placesOf({ neighbourhoods, areas }: Pick<NewWorkPlan, 'neighbourhoods' | 'areas'>): Place[] {
  const places = [
    ...neighbourhoods.map((neighbourhoodId) => ({ neighbourhoodId, areaCode: null })),
    ...areas.map((areaCode) => ({ neighbourhoodId: null, areaCode })),
  ];
  return places.length === 0 ? [{ neighbourhoodId: null, areaCode: null }] : places;
}

export interface PlannedJob extends Place {
  id: string;
  planId: string;
  planVersion: number;
  /** When it is to be done. */
  day: string;
  /** The day its plan wants it on, where somebody put it off; what the plan knows it by. */
  putOffFrom: string | null;
  movedFrom: string | null;
  title: string;
  todo: string;
  topicCode: string;
  street: string | null;
  directorate: string;
  unit: string | null;
  assigneeId: string | null;
  state: JobState;
  endedAt: Date | null;
  endedBy: string | null;
  note: string | null;
}

/** What the permission table asks about it. */
export function thingOf({ directorate, unit, assigneeId }: Pick<PlannedJob, 'directorate' | 'unit' | 'assigneeId'>) {
  return {
    directorates: [directorate],
    units: unit === null ? [] : [unit],
    people: assigneeId === null ? [] : [assigneeId],
  };
}

export function thingOfPlan({ directorate, unit, person }: Pick<WorkPlan, 'directorate' | 'unit' | 'person'>) {
  return thingOf({ directorate, unit, assigneeId: person });
}
