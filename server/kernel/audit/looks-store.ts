import type { Db } from '../db/database.ts';
import { rows, sql } from '../db/database.ts';

export interface LooksAtThing {
  act: string;
  /** For whom the looker acted, as noted with the look; null: not noted. */
  as: string | null;
  field: string | null;
  purpose: string | null;
  times: number;
  last: Date;
}

/** How often, by whom and for what a thing was looked at; by groups and never by person. */
export function looksAt(
  db: Db,
  { subjectKind, subjectId, acts }: { subjectKind: string; subjectId: string; acts: readonly string[] },
): Promise<LooksAtThing[]> {
  return rows<LooksAtThing>(
    db,
    sql`select act, detail ->> 'as' as "as", detail ->> 'field' as field, detail ->> 'purpose' as purpose,
               count(*) as times, max(at) as last
        from audit_entries
        where subject_kind = ${subjectKind} and subject_id = ${subjectId} and act = any(${acts}) and actor like 'staff:%'
        group by 1, 2, 3, 4 order by 5 desc, 6 desc`,
  );
}
