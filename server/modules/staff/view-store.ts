import type { Db } from '../../kernel/db/database.ts';
import { maybeRow, rows, run, sql } from '../../kernel/db/database.ts';

export interface SavedView {
  id: string;
  name: string;
  query: string;
  position: number;
}

const VIEW = sql`id, name, query, position`;

export function viewsOf(db: Db, staffId: string): Promise<SavedView[]> {
  return rows<SavedView>(
    db,
    sql`select ${VIEW} from saved_views where staff_id = ${staffId} order by position, created_at`,
  );
}

/** Writes the view at the end of the list; undefined when the person has one of that name, or a hundred. */
export function insertView(
  db: Db,
  view: { id: string; staffId: string; name: string; query: string; now: Date },
): Promise<SavedView | undefined> {
  return maybeRow<SavedView>(
    db,
    sql`insert into saved_views (id, staff_id, name, query, position, created_at)
        select ${view.id}, ${view.staffId}, ${view.name}, ${view.query}, coalesce(max(position), 0) + 1, ${view.now}
        from saved_views where staff_id = ${view.staffId}
        having count(*) < 100
        on conflict (staff_id, name) do nothing
        returning ${VIEW}`,
  );
}

/** Another person's view is not found rather than forbidden: nobody need know it is there. */
export async function deleteView(db: Db, staffId: string, id: string): Promise<boolean> {
  return (await run(db, sql`delete from saved_views where id = ${id} and staff_id = ${staffId}`)) === 1;
}
