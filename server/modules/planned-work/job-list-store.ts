/** What lists, counts and callers read of planned jobs. */
import type { RawBuilder } from 'kysely';
import type { Db } from '../../kernel/db/database.ts';
import { rows, sql } from '../../kernel/db/database.ts';
import { JOB } from './job-store.ts';
import type { Place, PlannedJob } from './work-plan.ts';

/** Whose jobs somebody sees; null: everybody's. */
export interface Sight {
  directorates: readonly string[];
  units: readonly string[];
  people: readonly string[];
}

/** Those that are due, the earliest first; or those ended since then, the last first. */
export function jobsInSight(
  db: Db,
  { sight, endedSince, limit }: { sight: Sight | null; endedSince: Date | null; limit: number },
): Promise<PlannedJob[]> {
  const seen = seenBy(sight);
  return rows<PlannedJob>(
    db,
    endedSince === null
      ? sql`select ${JOB} from planned_jobs j where j.state = 'due' and ${seen} order by j.due_day, j.title, j.id limit ${limit}`
      : sql`select ${JOB} from planned_jobs j where j.ended_at >= ${endedSince} and ${seen} order by j.ended_at desc, j.id limit ${limit}`,
  );
}

export function jobsByIds(db: Db, ids: readonly string[]): Promise<PlannedJob[]> {
  return rows<PlannedJob>(db, sql`select ${JOB} from planned_jobs j where j.id = any(${ids}::uuid[])`);
}

function seenBy(sight: Sight | null): RawBuilder<unknown> {
  if (sight === null) return sql`true`;
  const { directorates, units, people } = sight;
  return sql`(j.directorate_code = any(${directorates}::text[]) or j.unit_code = any(${units}::text[])
    or j.assignee_id = any(${people}::uuid[]))`;
}

export interface PlannedLoad {
  directorate: string;
  personId: string | null;
  jobs: number;
}

/** Jobs still due up to that day, by who has them. */
export function jobLoads(db: Db, sight: Sight | null, to: string): Promise<PlannedLoad[]> {
  return rows<PlannedLoad>(
    db,
    sql`select j.directorate_code as directorate, j.assignee_id as "personId", count(*)::int as jobs
        from planned_jobs j where j.state = 'due' and j.due_day <= ${to}::date and ${seenBy(sight)}
        group by j.directorate_code, j.assignee_id`,
  );
}

export interface NearRow extends Place {
  planId: string;
  title: string;
  street: string;
  day: string;
  putOffFrom: string | null;
  state: 'due' | 'done';
  endedAt: Date | null;
}

const MOST_NEAR = 200;

/** Jobs of a topic that a place lies in: due up to that day, and those done since then. */
export function jobsNear(
  db: Db,
  near: {
    topic: string;
    spot: { neighbourhoodId: number | null; areas: readonly string[] };
    to: string;
    doneSince: Date;
  },
): Promise<NearRow[]> {
  const { neighbourhoodId, areas } = near.spot;
  return rows<NearRow>(
    db,
    sql`select plan_id as "planId", title, coalesce(street, '') as street, due_day as day,
               case when put_off_to is not null then day end as "putOffFrom", state, ended_at as "endedAt",
               neighbourhood_id as "neighbourhoodId", area_code as "areaCode"
        from planned_jobs
        where topic_code = ${near.topic} and state in ('due','done')
          and ((state = 'due' and due_day <= ${near.to}::date) or ended_at >= ${near.doneSince})
          and (neighbourhood_id = ${neighbourhoodId} or area_code = any(${areas}::text[])
               or (neighbourhood_id is null and area_code is null))
        order by due_day desc limit ${MOST_NEAR}`,
  );
}
