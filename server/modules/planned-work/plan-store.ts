/** Rows of work plans. */
import type { Db } from '../../kernel/db/database.ts';
import { maybeRow, rows, run, sql } from '../../kernel/db/database.ts';
import type { WorkPlan } from './work-plan.ts';

type Row = Pick<WorkPlan, 'id' | 'directorate' | 'madeTo' | 'version'> & {
  definition: Omit<WorkPlan, 'id' | 'directorate' | 'madeTo' | 'version'>;
};

const PLAN = sql.raw(`id, directorate_code as directorate, definition, made_to as "madeTo", version`);

const planOf = ({ definition, ...columns }: Row): WorkPlan => ({ ...columns, ...definition });

export async function allPlans(db: Db): Promise<WorkPlan[]> {
  return (await rows<Row>(db, sql`select ${PLAN} from work_plans order by id`)).map(planOf);
}

export async function plansOfTopic(db: Db, topic: string): Promise<WorkPlan[]> {
  return (
    await rows<Row>(db, sql`select ${PLAN} from work_plans where definition ->> 'topic' = ${topic} order by id`)
  ).map(planOf);
}

export async function plansByIds(db: Db, ids: readonly string[]): Promise<WorkPlan[]> {
  return (await rows<Row>(db, sql`select ${PLAN} from work_plans where id = any(${ids}::uuid[])`)).map(planOf);
}

export async function hasPlans(db: Db): Promise<boolean> {
  return (await maybeRow(db, sql`select 1 from work_plans limit 1`)) !== undefined;
}

export async function planById(db: Db, id: string): Promise<WorkPlan | undefined> {
  const row = await maybeRow<Row>(db, sql`select ${PLAN} from work_plans where id = ${id}`);
  return row && planOf(row);
}

export async function writePlan(db: Db, plan: WorkPlan): Promise<void> {
  const { id, directorate, madeTo, version, ...definition } = plan;
  await run(
    db,
    sql`insert into work_plans (id, directorate_code, definition, made_to, version)
        values (${id}, ${directorate}, ${JSON.stringify(definition)}::jsonb, ${madeTo}::date, ${version})
        on conflict (id) do update
        set directorate_code = excluded.directorate_code, definition = excluded.definition, version = excluded.version`,
  );
}

export async function writeMadeTo(db: Db, id: string, madeTo: string): Promise<void> {
  await run(db, sql`update work_plans set made_to = ${madeTo}::date where id = ${id}`);
}
