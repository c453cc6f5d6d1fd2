import { actorKey } from './actor.ts';
import { run, sql } from './db/database.ts';
import type { Tx } from './db/transaction.ts';

export interface AuditEntry {
  /** What was done, in words: 'phone-revealed', 'list-exported', 'sign-in-failed'. */
  act: string;
  subjectKind: string;
  subjectId?: string | undefined;
  reason?: string | undefined;
  detail?: Record<string, unknown> | undefined;
}

/**
 * Writes who looked at or changed what, and why. Append-only: the table refuses updates and deletes (KVKK 6698 m.12,
 * and 28.10.2017/30224 m.7, which asks for at least three years).
 */
export async function audit(tx: Tx, entry: AuditEntry): Promise<void> {
  await run(
    tx.db,
    sql`insert into audit_entries (at, actor, act, subject_kind, subject_id, reason, detail)
        values (${tx.now}, ${actorKey(tx.actor)}, ${entry.act}, ${entry.subjectKind}, ${entry.subjectId ?? null},
                ${entry.reason ?? null}, ${JSON.stringify(entry.detail ?? {})}::jsonb)`,
  );
}
