import type { Db } from '../../kernel/db/database.ts';
import { maybeRow, sql } from '../../kernel/db/database.ts';

export interface Absence {
  delegateId: string | null;
  /** The last day away. */
  until: string;
}

/** Whether somebody is away on that day, and who stands in; undefined when they are there. */
export function absenceOn(db: Db, staffId: string, day: string): Promise<Absence | undefined> {
  return maybeRow<Absence>(
    db,
    sql`select delegate_id as "delegateId", to_day as until from staff_absences
        where staff_id = ${staffId}::uuid and cancelled_at is null and ${day}::date between from_day and to_day`,
  );
}
