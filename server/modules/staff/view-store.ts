import type { SavedView } from '../../../contract/staff.ts';
import type { Db } from '../../kernel/db/database.ts';
import { maybeRow, rows, run, sql } from '../../kernel/db/database.ts';

export interface KeptView {
  id: string;
  staffId: string;
  name: string;
  query: string;
  position: number;
  sharedWith: SavedView['sharedWith'];
  directorate: string | null;
  /** Of the owner. */
  ownerName: string;
}

const VIEW = sql`v.id, v.staff_id as "staffId", v.name, v.query, v.position, v.shared_with as "sharedWith",
  v.directorate_code as directorate, s.display_name as "ownerName"`;

/** One's own first, then those of one's directorates, then everybody's. Of people who left, what they shared stays. */
export function viewsFor(db: Db, staffId: string, directorates: readonly string[]): Promise<KeptView[]> {
  return rows<KeptView>(
    db,
    sql`select ${VIEW} from saved_views v join staff_members s on s.id = v.staff_id
        where v.staff_id = ${staffId} or v.shared_with = 'everybody'
           or (v.shared_with = 'directorate' and v.directorate_code = any(${directorates}))
        order by (v.staff_id <> ${staffId}), v.shared_with = 'everybody', v.position, v.created_at, v.id`,
  );
}

export function viewById(db: Db, id: string): Promise<KeptView | undefined> {
  return maybeRow<KeptView>(
    db,
    sql`select ${VIEW} from saved_views v join staff_members s on s.id = v.staff_id where v.id = ${id}`,
  );
}

/** Writes the view at the end of the list; false when the person has one of that name, or a hundred. */
export async function insertView(
  db: Db,
  view: Omit<KeptView, 'position' | 'ownerName'> & { now: Date },
): Promise<boolean> {
  const { id, staffId, name, query, sharedWith, directorate, now } = view;
  const written = await run(
    db,
    sql`insert into saved_views (id, staff_id, name, query, position, shared_with, directorate_code, created_at)
        select ${id}, ${staffId}, ${name}, ${query}, coalesce(max(position), 0) + 1, ${sharedWith}, ${directorate}, ${now}
        from saved_views where staff_id = ${staffId}
        having count(*) < 100
        on conflict (staff_id, name) do nothing`,
  );
  return written === 1;
}

export async function deleteView(db: Db, id: string): Promise<void> {
  await run(db, sql`delete from saved_views where id = ${id}`);
}

export function viewsOwnedBy(db: Db, staffId: string): Promise<KeptView[]> {
  return rows<KeptView>(
    db,
    sql`select ${VIEW} from saved_views v join staff_members s on s.id = v.staff_id
        where v.staff_id = ${staffId} order by v.position, v.id`,
  );
}

/** Gives the view to somebody else, at the end of their list; under another name where they have one of that name. False: it is not `from`'s. */
export async function giveView(
  db: Db,
  { id, from, to, otherName }: { id: string; from: string; to: string; otherName: string },
): Promise<boolean> {
  const given = await run(
    db,
    sql`update saved_views v
        set staff_id = ${to},
            name = case when exists (select from saved_views o where o.staff_id = ${to} and o.name = v.name)
                        then ${otherName} else v.name end,
            position = (select coalesce(max(position), 0) + 1 from saved_views where staff_id = ${to})
        where v.id = ${id} and v.staff_id = ${from}`,
  );
  return given === 1;
}
