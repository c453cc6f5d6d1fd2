import type { Db } from '../../kernel/db/database.ts';
import { maybeRow, run, sql } from '../../kernel/db/database.ts';
import type { Tx } from '../../kernel/db/transaction.ts';
import type { Announcement } from './incident.ts';

export async function insertAnnouncement(tx: Tx, { id, incidentId, tr, en, madeBy }: Announcement): Promise<void> {
  await run(
    tx.db,
    sql`insert into announcements (id, incident_id, text_tr, text_en, made_at, made_by)
        values (${id}, ${incidentId}, ${tr}, ${en}, ${tx.now}, ${madeBy})`,
  );
}

export function announcementById(db: Db, id: string): Promise<Announcement | undefined> {
  return maybeRow<Announcement>(
    db,
    sql`select id, incident_id as "incidentId", text_tr as tr, text_en as en, made_by as "madeBy"
        from announcements where id = ${id}`,
  );
}
