/** Who somebody is today: their own post, and those of absent colleagues they stand in for. One statement, asked with every call. */
import type { Db } from '../../kernel/db/database.ts';
import { maybeRow, rows, sql } from '../../kernel/db/database.ts';
import type { PersonInPost, Post } from './hats.ts';

/** Of `staff_members m` joined with `roles r`. */
export const personColumns = sql.raw(`m.id as "staffId", m.display_name as name, m.role, m.role_base as base, r.rights,
  m.directorate_code as directorate, m.unit_code as unit, m.looks_after as "looksAfter"`);

/** Posts that `m` stands in for on that day, as a JSON list. Somebody who has left lends nothing. */
export function standsInForAt(now: Date) {
  const today = sql`(${now}::timestamptz at time zone 'Europe/Istanbul')::date`;
  return sql<Post[]>`coalesce((
    select jsonb_agg(jsonb_build_object('staffId', p.id, 'role', p.role, 'base', p.role_base, 'rights', pr.rights,
             'directorate', p.directorate_code, 'unit', p.unit_code, 'looksAfter', p.looks_after) order by a.from_day, a.id)
    from staff_absences a join staff_members p on p.id = a.staff_id join roles pr on pr.code = p.role
    where a.delegate_id = m.id and a.cancelled_at is null and p.active
      and a.from_day <= ${today} and a.to_day >= ${today}), '[]')`;
}

export interface Today extends PersonInPost {
  active: boolean;
  standsInFor: Post[];
}

export function personToday(db: Db, id: string, now: Date): Promise<Today | undefined> {
  return maybeRow<Today>(
    db,
    sql`select ${personColumns}, m.active, ${standsInForAt(now)} as "standsInFor"
        from staff_members m join roles r on r.code = m.role where m.id = ${id}`,
  );
}

export function everybodyToday(db: Db, now: Date): Promise<Today[]> {
  return rows<Today>(
    db,
    sql`select ${personColumns}, m.active, ${standsInForAt(now)} as "standsInFor"
        from staff_members m join roles r on r.code = m.role where m.active`,
  );
}
