import { createHash, randomBytes } from 'node:crypto';
import { fold } from '../../text/turkish.ts';
import { actorKey } from './actor.ts';
import type { AuditAct, AuditSubject } from './audit/acts.ts';
import { run, sql } from './db/database.ts';
import type { Tx } from './db/transaction.ts';

export interface AuditEntry {
  act: AuditAct;
  subjectKind: AuditSubject;
  subjectId?: string | undefined;
  /** Words somebody typed. The only place of an entry for them: they can be forgotten, the rest stays. */
  reason?: string | undefined;
  /** Ids, codes and numbers; never personal data, because it is sealed for good. */
  detail?: Record<string, unknown> | undefined;
}

/**
 * Writes who looked at or changed what, and why. Append-only: the table refuses updates and deletes (KVKK 6698 m.12,
 * and 28.10.2017/30224 m.7, which asks for at least three years). The entry waits in `audit_unsealed` until audit/seal.ts has put it into the chain.
 */
export async function audit(tx: Pick<Tx, 'db' | 'now' | 'actor'>, entry: AuditEntry): Promise<void> {
  const words = entry.reason === undefined ? null : kept(entry.reason);
  await run(
    tx.db,
    sql`with entry as (
          insert into audit_entries (at, actor, act, subject_kind, subject_id, words_digest, detail)
          values (${tx.now}, ${actorKey(tx.actor)}, ${entry.act}, ${entry.subjectKind}, ${entry.subjectId ?? null},
                  ${words?.digest ?? null}, ${JSON.stringify(entry.detail ?? {})}::jsonb)
          returning id, words_digest),
        words as (
          insert into audit_words (entry_id, salt, reason, folded)
          select id, ${words?.salt ?? null}, ${entry.reason ?? null}, ${words?.folded ?? null}
          from entry where words_digest is not null)
        insert into audit_unsealed (entry_id) select id from entry`,
  );
}

function kept(reason: string) {
  const salt = randomBytes(32);
  return { salt, digest: digestOfWords(salt, reason), folded: fold(reason) };
}

/** What the chain knows of words: without the salt, which is destroyed with them, nobody can tell which words these were. */
export function digestOfWords(salt: Buffer, reason: string): Buffer {
  return createHash('sha256').update(salt).update(reason, 'utf8').digest();
}
