/** Rows of planned jobs and of their steps, which are appended and never edited. */
import type { Db } from '../../kernel/db/database.ts';
import { maybeRow, rows, run, sql } from '../../kernel/db/database.ts';
import type { Tx } from '../../kernel/db/transaction.ts';
import { newId } from '../../kernel/ids.ts';
import type { JobThere, JobWanted } from './what-is-made.ts';
import type { PlannedJob, WorkPlan } from './work-plan.ts';

/** The columns of a job, read under the name j. */
export const JOB = sql.raw(`j.id, j.plan_id as "planId", j.plan_version as "planVersion", j.due_day as day,
  case when j.put_off_to is not null then j.day end as "putOffFrom", j.moved_from as "movedFrom", j.title, j.todo,
  j.topic_code as "topicCode", j.street, j.neighbourhood_id as "neighbourhoodId", j.area_code as "areaCode",
  j.directorate_code as directorate, j.unit_code as unit, j.assignee_id as "assigneeId", j.state, j.ended_at as "endedAt",
  j.ended_by as "endedBy", j.note`);

export function jobsFrom(db: Db, planId: string, day: string): Promise<JobThere[]> {
  return rows<JobThere>(
    db,
    sql`select id, day, state, plan_version as "planVersion", neighbourhood_id as "neighbourhoodId", area_code as "areaCode"
        from planned_jobs where plan_id = ${planId} and day >= ${day}::date`,
  );
}

/**
 * Writes them as the plan says today. One that was taken back is there again, on its own day; one somebody has ended stays as it is, and so does the
 * day to which somebody put it off.
 */
export async function makeJobs(
  tx: Tx,
  plan: Pick<WorkPlan, 'id' | 'version' | 'title' | 'todo' | 'topic' | 'street' | 'directorate' | 'unit' | 'person'>,
  wanted: readonly JobWanted[],
): Promise<number> {
  if (wanted.length === 0) return 0;
  const list = wanted.map((job) => ({ ...job, id: newId(tx.now) }));
  const were = await rows<{ id: string; was: string | null }>(
    tx.db,
    sql`with wanted as (
          select w.*, o.state as was
          from jsonb_to_recordset(${JSON.stringify(list)}::jsonb)
            as w(id uuid, day date, "movedFrom" date, "neighbourhoodId" smallint, "areaCode" text)
          left join planned_jobs o on o.plan_id = ${plan.id} and o.day = w.day
            and o.neighbourhood_id is not distinct from w."neighbourhoodId" and o.area_code is not distinct from w."areaCode"),
        written as (
          insert into planned_jobs as j (id, plan_id, plan_version, day, moved_from, neighbourhood_id, area_code, title, todo,
                                         topic_code, street, directorate_code, unit_code, assignee_id)
          select id, ${plan.id}, ${plan.version}, day, "movedFrom", "neighbourhoodId", "areaCode", ${plan.title}, ${plan.todo},
                 ${plan.topic}, ${plan.street || null}, ${plan.directorate}, ${plan.unit}, ${plan.person}::uuid
          from wanted
          on conflict (plan_id, day, neighbourhood_id, area_code) do update
          set plan_version = excluded.plan_version, moved_from = excluded.moved_from, title = excluded.title, todo = excluded.todo,
              topic_code = excluded.topic_code, street = excluded.street, directorate_code = excluded.directorate_code,
              unit_code = case when ${isKept} then j.unit_code else excluded.unit_code end,
              assignee_id = case when ${isKept} then j.assignee_id else excluded.assignee_id end,
              put_off_to = case when j.state = 'due' then j.put_off_to end,
              handed = ${isKept}, state = 'due', note = null
          where j.state in ('due','taken-back')
          returning j.id, j.day, j.neighbourhood_id, j.area_code)
        select j.id, w.was from written j join wanted w on w.day = j.day
          and w."neighbourhoodId" is not distinct from j.neighbourhood_id and w."areaCode" is not distinct from j.area_code`,
  );
  await appendSteps(
    tx,
    were.map(({ id, was }) => ({
      jobId: id,
      what: was === null ? 'made' : was === 'taken-back' ? 'made-again' : 'changed',
    })),
  );
  return were.length;
}

/** What somebody handed by hand stays in those hands while the work is the same directorate's. */
const isKept = sql`(j.handed and j.state = 'due' and j.directorate_code = excluded.directorate_code)`;

/** Gives how many: one that somebody ended meanwhile stays. */
export async function takeJobsBack(tx: Tx, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0;
  const taken = await rows<{ id: string }>(
    tx.db,
    sql`update planned_jobs set state = 'taken-back' where id = any(${ids}::uuid[]) and state = 'due' returning id`,
  );
  await appendSteps(
    tx,
    taken.map(({ id }) => ({ jobId: id, what: 'taken-back' })),
  );
  return taken.length;
}

export interface NewStep {
  jobId: string;
  what:
    | 'made'
    | 'changed'
    | 'taken-back'
    | 'made-again'
    | 'handed'
    | 'done'
    | 'skipped'
    | 'undone'
    | 'put-off'
    | 'put-back';
  toPerson?: string | null;
  /** Of one that was put off or back. */
  fromDay?: string;
  toDay?: string;
  why?: string | null;
}

export async function appendSteps(tx: Tx, steps: readonly NewStep[]): Promise<void> {
  if (steps.length === 0) return;
  const { actor } = tx;
  if (actor.kind === 'citizen') throw new Error('citizens have no part in planned work');
  await run(
    tx.db,
    sql`insert into planned_job_steps (job_id, at, actor_kind, actor_id, what, to_person, from_day, to_day, why)
        select s."jobId", ${tx.now}, ${actor.kind}, ${actor.kind === 'staff' ? actor.id : actor.name}, s.what, s."toPerson",
               s."fromDay", s."toDay", s.why
        from jsonb_to_recordset(${JSON.stringify(steps)}::jsonb)
          as s("jobId" uuid, what text, "toPerson" uuid, "fromDay" date, "toDay" date, why text)`,
  );
}

export interface StepRow {
  at: Date;
  actorKind: 'staff' | 'system';
  actorId: string | null;
  what: string;
  toPerson: string | null;
  fromDay: string | null;
  toDay: string | null;
  why: string | null;
}

export function stepsOf(db: Db, jobId: string): Promise<StepRow[]> {
  return rows<StepRow>(
    db,
    sql`select at, actor_kind as "actorKind", actor_id as "actorId", what, to_person as "toPerson",
               from_day as "fromDay", to_day as "toDay", why
        from planned_job_steps where job_id = ${jobId} order by id`,
  );
}

export function jobById(db: Db, id: string): Promise<PlannedJob | undefined> {
  return maybeRow<PlannedJob>(db, sql`select ${JOB} from planned_jobs j where j.id = ${id}`);
}

export function lockJob(tx: Tx, id: string): Promise<PlannedJob | undefined> {
  return maybeRow<PlannedJob>(tx.db, sql`select ${JOB} from planned_jobs j where j.id = ${id} for update`);
}

export async function writeEnd(
  tx: Tx,
  id: string,
  end: { state: 'done' | 'skipped'; by: string; note: string | null },
): Promise<void> {
  await run(
    tx.db,
    sql`update planned_jobs set state = ${end.state}, ended_at = ${tx.now}, ended_by = ${end.by}, note = ${end.note} where id = ${id}`,
  );
}

export async function writeOpenAgain(tx: Tx, id: string): Promise<void> {
  await run(
    tx.db,
    sql`update planned_jobs set state = 'due', ended_at = null, ended_by = null, note = null where id = ${id}`,
  );
}

/** On its plan's own day again, or on another; told anew when that one passes. */
export async function writeDueDay(tx: Tx, id: string, day: string): Promise<void> {
  await run(
    tx.db,
    sql`update planned_jobs set put_off_to = nullif(${day}::date, day), told_late_at = null where id = ${id}`,
  );
}

/** `handed` also where it was taken from somebody: that too was decided by hand. */
export async function writeHand(tx: Tx, id: string, person: string | null): Promise<void> {
  await run(tx.db, sql`update planned_jobs set assignee_id = ${person}, handed = true where id = ${id}`);
}

/** Jobs still due in somebody's hands; of one directorate, or of all (null). */
export function dueInHandsOf(db: Db, staffId: string, directorate: string | null): Promise<{ id: string }[]> {
  const there = directorate === null ? sql`` : sql`and directorate_code = ${directorate}`;
  return rows<{ id: string }>(
    db,
    sql`select id from planned_jobs where state = 'due' and assignee_id = ${staffId} ${there} for update`,
  );
}

export async function writeToNobody(tx: Tx, ids: readonly string[]): Promise<void> {
  await run(
    tx.db,
    sql`update planned_jobs set assignee_id = null, handed = false where id = any(${ids}::uuid[]) and state = 'due'`,
  );
}

export async function isPlanLate(db: Db, planId: string, today: string): Promise<boolean> {
  const row = await maybeRow(
    db,
    sql`select 1 from planned_jobs where plan_id = ${planId} and state = 'due' and due_day < ${today}::date limit 1`,
  );
  return row !== undefined;
}

export interface LateRow {
  planId: string;
  directorate: string;
  day: string;
  jobs: number;
}

/** Marks what is late and has not been told yet, and gives it by plan and directorate. */
export function markLate(tx: Tx, today: string): Promise<LateRow[]> {
  return rows<LateRow>(
    tx.db,
    sql`with late as (
          update planned_jobs set told_late_at = ${tx.now}
          where state = 'due' and due_day < ${today}::date and told_late_at is null
          returning plan_id, directorate_code, due_day as day)
        select plan_id as "planId", directorate_code as directorate, min(day) as day, count(*)::int as jobs
        from late group by plan_id, directorate_code order by plan_id, directorate_code`,
  );
}
