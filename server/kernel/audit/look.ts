import type { StaffActor } from '../actor.ts';
import { actorKey } from '../actor.ts';
import { run, sql } from '../db/database.ts';
import type { House } from '../house.ts';
import type { AuditAct, AuditSubject } from './acts.ts';

export interface Look {
  act: AuditAct;
  subjectKind: AuditSubject;
  subjectId: string;
  /** Ids and codes only, as in every entry. */
  detail?: Record<string, unknown>;
}

const HALF_HOUR_MS = 1_800_000;

/**
 * Writes down that somebody looks at personal data; again within the half hour is the same look. One statement of its own, so that what is read
 * need not wait for it, only for its end: who shows something before this has returned shows what nobody can prove.
 */
export async function noteLook(house: Pick<House, 'db' | 'clock'>, actor: StaffActor, look: Look): Promise<void> {
  const now = house.clock.now();
  const halfHour = new Date(Math.floor(now.getTime() / HALF_HOUR_MS) * HALF_HOUR_MS);
  await run(
    house.db,
    sql`with first as (
          insert into recent_looks (half_hour, staff_id, act, subject)
          values (${halfHour}, ${actor.id}, ${look.act}, ${`${look.subjectKind} ${look.subjectId}`})
          on conflict do nothing returning 1),
        entry as (
          insert into audit_entries (at, actor, act, subject_kind, subject_id, detail)
          select ${now}, ${actorKey(actor)}, ${look.act}, ${look.subjectKind}, ${look.subjectId},
                 ${JSON.stringify(look.detail ?? {})}::jsonb
          from first returning id)
        insert into audit_unsealed (entry_id) select id from entry`,
  );
}

/** Looks of half hours that are over tell nobody anything the audit does not. */
export async function forgetOldLooks({ db, clock }: Pick<House, 'db' | 'clock'>): Promise<number> {
  return run(db, sql`delete from recent_looks where half_hour < ${new Date(clock.now().getTime() - 2 * HALF_HOUR_MS)}`);
}
