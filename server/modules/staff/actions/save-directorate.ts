import { audit } from '../../../kernel/audit.ts';
import { takeTurns } from '../../../kernel/db/take-turns.ts';
import type { Tx } from '../../../kernel/db/transaction.ts';
import { refuse } from '../../../kernel/refusals.ts';
import { recordRevision } from '../../../kernel/revisions.ts';
import { directorateForChange, writeDirectorate } from '../directorate-store.ts';
import { may } from '../policy.ts';
import { rememberedDirectorates } from '../queries.ts';
import type { Directorate } from '../staff-member.ts';

/**
 * Writes a directorate, new (version 0) or changed. A directorate is never deleted, because old requests name it; it is made inactive.
 * @throws changed-meanwhile when the version given is not the one that is there.
 */
export async function saveDirectorate(tx: Tx, given: Directorate, reason?: string): Promise<Directorate> {
  if (!may(tx.actor, 'settings-change')) throw refuse('not-allowed');
  await takeTurns(tx.db, `directorate ${given.code}`);
  const before = await directorateForChange(tx.db, given.code);
  if ((before?.version ?? 0) !== given.version) throw refuse('changed-meanwhile', { current: before ?? null });
  const { version: _, ...body } = given;
  const version = await recordRevision(tx, { kind: 'directorate', key: given.code, body, reason });
  const saved = { ...given, version };
  await writeDirectorate(tx.db, saved);
  await audit(tx, {
    act: 'directorate-changed',
    subjectKind: 'directorate',
    subjectId: given.code,
    reason,
    detail: { version },
  });
  rememberedDirectorates.forgetAfter(tx);
  return saved;
}
