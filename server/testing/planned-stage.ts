/** For tests of planned work: a whole house, people at their desks, and plans of ditches that are cleared every Monday. */
import { beforeAll, beforeEach, expect } from 'vitest';
import type { NewWorkPlan, PlannedJob, PlannedJobs, PlannedJobSteps, WorkPlan } from '../../contract/planned-work.ts';
import { run, sql } from '../kernel/db/database.ts';
import type { DeskCaller, DeskServer } from './desk-server.ts';
import { deskServer } from './desk-server.ts';
import { furnishedHouse, MONDAY_MORNING } from './furnished-house.ts';

const PEOPLE = ['mustafa', 'fatih', 'cem', 'tulay', 'sibel', 'elif', 'nermin', 'izleyen'] as const;

/** Ditches cleared every Monday, seen two weeks ahead; 16 February is a Monday. */
export const DITCHES: NewWorkPlan = {
  ...{ title: 'Izgara temizliği', todo: 'Yağmur suyu ızgaraları açılacak.', topic: 'YOL-01', directorate: null },
  ...{ unit: null, person: null, neighbourhoods: [1, 2], areas: [], street: '', season: null, lastDay: null },
  ...{ onHoliday: 'next-working-day', daysAhead: 14 },
  rhythm: { kind: 'weeks', from: '2026-02-16', every: 1, weekdays: [1], monthDay: 1, within: null },
};

export async function plannedStage() {
  const world = await furnishedHouse();
  const { house, clock } = world;
  const desk = {} as Record<(typeof PEOPLE)[number], DeskCaller>;
  const at_ = { server: {} as DeskServer };
  beforeAll(async () => {
    at_.server = await deskServer(house);
    for (const name of PEOPLE) desk[name] = await at_.server.as(name);
  });
  beforeEach(async () => {
    clock.set(new Date(MONDAY_MORNING.getTime() + 60_000));
    // Each test sees only its own; steps are append-only, so the plans are ended instead.
    await run(house.db, sql`update work_plans set definition = definition || '{"lastDay":"2020-01-01"}'`);
    await run(
      house.db,
      sql`update planned_jobs set state = 'taken-back', ended_at = null, ended_by = null, note = null`,
    );
    await run(house.db, sql`update staff_notices set read_at = now()`);
  });
  return {
    ...{ world, desk },
    server: () => at_.server,
    async plan(change: Partial<NewWorkPlan> = {}, who: DeskCaller = desk.mustafa): Promise<WorkPlan> {
      const { status, body } = await who.post<WorkPlan>('/api/v1/work-plans', { ...DITCHES, ...change });
      expect(status, JSON.stringify(body)).toBe(200);
      return body;
    },
    change(saved: WorkPlan, part: Partial<NewWorkPlan>, who: DeskCaller = desk.mustafa) {
      const { id, version, next: _n, mayChange: _m, ...typed } = saved;
      return who.put<WorkPlan & { refusal: string }>(`/api/v1/work-plans/${id}`, {
        ...{ plan: { ...typed, ...part, version }, reason: 'Ekip değişti.' },
      });
    },
    jobsOf: async (who: DeskCaller, { id }: { id: string }): Promise<PlannedJob[]> =>
      (await who.get<PlannedJobs>('/api/v1/planned-jobs')).body.jobs.filter(({ planId }) => planId === id),
    steps: async ({ id }: { id: string }): Promise<PlannedJobSteps> =>
      (await desk.sibel.get<PlannedJobSteps>(`/api/v1/planned-jobs/${id}/steps`)).body,
    at: (written: string): void => clock.set(new Date(`${written}:00+03:00`)),
  };
}
