/** What was concluded in a time, for those who look afterwards whether it really happened. */
import type { Db } from '../../kernel/db/database.ts';
import { rows, sql } from '../../kernel/db/database.ts';
import type { Outcome } from './outcomes.ts';

export interface Concluded {
  id: string;
  concludedAt: Date;
  outcome: Outcome;
  /** Staff added a photo that the citizen sees. */
  hasPhotoOfWork: boolean;
  /** Null: the citizen has not said. */
  satisfied: boolean | null;
}

/**
 * From `from` until before `until`, where somebody can be called about it: with a number, about work of ours, and not where a call could reach the
 * person that somebody asked to be protected from.
 */
export function concludedToAskAbout(db: Db, { from, until }: { from: Date; until: Date }): Promise<Concluded[]> {
  return rows<Concluded>(
    db,
    sql`select r.id, r.concluded_at as "concludedAt", r.outcome, s.satisfied,
               exists (select from request_photos p where p.request_id = r.id and p.sent_by = 'staff' and p.citizen_sees) as "hasPhotoOfWork"
        from service_requests r left join request_satisfaction s on s.request_id = r.id and s.said_at >= r.concluded_at
        where r.concluded_at >= ${from} and r.concluded_at < ${until} and r.state in ('concluded','reopen-requested')
          and r.outcome not in ('withdrawn','duplicate') and r.contact_phone is not null and not (r.restricted and r.danger)
        order by r.id`,
  );
}
