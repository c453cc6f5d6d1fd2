/** Who somebody is today: their own post, and those of absent colleagues they stand in for. One statement, asked with every call. */
import type { Db } from '../../kernel/db/database.ts';
import { maybeRow, rows, sql } from '../../kernel/db/database.ts';
import type { PersonInPost, Post } from './hats.ts';

/** Of `staff_members m` joined with `roles r`. */
export const personColumns = sql.raw(`m.id as "staffId", m.display_name as name, m.role, m.role_base as base, r.rights,
  m.directorate_code as directorate, m.unit_code as unit, m.looks_after as "looksAfter"`);

/**
 * Posts that `m` stands in for on that day, as a JSON list: of those who named them, and of those whose delegate is away and named them in turn
 * (stand-in.ts). Somebody who has left lends nothing, and nobody lends to themselves.
 */
export function standsInForAt(now: Date) {
  const today = todayAt(now);
  return sql<Post[]>`coalesce((
    with recursive lends(staff_id) as (
      select a.staff_id from staff_absences a
      where a.delegate_id = m.id and a.cancelled_at is null and a.from_day <= ${today} and a.to_day >= ${today}
      union
      select a.staff_id from lends l join staff_absences a on a.delegate_id = l.staff_id
      where a.cancelled_at is null and a.from_day <= ${today} and a.to_day >= ${today})
    select jsonb_agg(${postAsJson} order by p.id)
    from lends l join staff_members p on p.id = l.staff_id join roles pr on pr.code = p.role
    where p.active and p.id <> m.id), '[]')`;
}

function todayAt(now: Date) {
  return sql`(${now}::timestamptz at time zone 'Europe/Istanbul')::date`;
}

/** Of `staff_members p` joined with `roles pr`. */
const postAsJson =
  sql.raw(`jsonb_build_object('staffId', p.id, 'role', p.role, 'base', p.role_base, 'rights', pr.rights,
  'directorate', p.directorate_code, 'unit', p.unit_code, 'looksAfter', p.looks_after)`);

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

/** As standsInForAt, for all at once: asked of each person it would be asked a thousand times. */
export function everybodyToday(db: Db, now: Date): Promise<Today[]> {
  return rows<Today>(
    db,
    sql`with recursive away as (
          select staff_id, delegate_id from staff_absences
          where cancelled_at is null and delegate_id is not null and from_day <= ${todayAt(now)} and to_day >= ${todayAt(now)}),
        lends(to_id, staff_id) as (
          select delegate_id, staff_id from away
          union
          select l.to_id, a.staff_id from lends l join away a on a.delegate_id = l.staff_id),
        lent as (
          select l.to_id, jsonb_agg(${postAsJson} order by p.id) as posts
          from lends l join staff_members p on p.id = l.staff_id join roles pr on pr.code = p.role
          where p.active and p.id <> l.to_id group by l.to_id)
        select ${personColumns}, m.active, coalesce(lent.posts, '[]') as "standsInFor"
        from staff_members m join roles r on r.code = m.role left join lent on lent.to_id = m.id where m.active`,
  );
}
