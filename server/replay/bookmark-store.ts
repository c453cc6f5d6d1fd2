/** Which simulated days are played to their end. An unfinished day is played again from its start: every item knows itself by its key. */
import type { Db } from '../kernel/db/database.ts';
import { rows, run, sql } from '../kernel/db/database.ts';

export async function finishedDays(db: Db, plan: string): Promise<Set<string>> {
  const found = await rows<{ day: string }>(db, sql`select day from replay_days where plan = ${plan}`);
  return new Set(found.map(({ day }) => day));
}

/** Plans of this year other than the one given: their figures would be added to its own. */
export async function otherPlansOf(db: Db, { plan, year }: { plan: string; year: number }): Promise<string[]> {
  const found = await rows<{ plan: string }>(
    db,
    sql`select distinct plan from replay_days where plan <> ${plan} and date_part('year', day) = ${year}`,
  );
  return found.map((each) => each.plan);
}

export async function finishDay(
  db: Db,
  { plan, day, requests, calls }: { plan: string; day: string; requests: number; calls: number },
): Promise<void> {
  await run(
    db,
    sql`insert into replay_days (plan, day, requests, calls, finished_at) values (${plan}, ${day}, ${requests}, ${calls}, now())
        on conflict do nothing`,
  );
}
