import { audit } from '../../../kernel/audit.ts';
import { takeTurns } from '../../../kernel/db/take-turns.ts';
import type { Tx } from '../../../kernel/db/transaction.ts';
import { refuse } from '../../../kernel/refusals.ts';
import { recordRevision } from '../../../kernel/revisions.ts';
import { partnerPeriods, rememberedPartnerPeriods } from '../queries.ts';
import type { StoredPartnerPeriods } from '../settings-store.ts';
import { writePartnerPeriods } from '../settings-store.ts';
import { brokenPeriods } from '../which-clocks.ts';

/**
 * Writes what is settled with other bodies about their periods. Clocks that run keep theirs: what was promised under it stays promised.
 * Refuses 'setting-broken' for a period longer than the law leaves, 'changed-meanwhile'.
 */
export async function savePartnerPeriods(
  tx: Tx,
  { periods, version: read }: StoredPartnerPeriods,
  reason: string,
): Promise<StoredPartnerPeriods> {
  const problems = brokenPeriods(periods);
  if (problems.length > 0) throw refuse('setting-broken', { problems });
  await takeTurns(tx.db, 'partner-periods');
  const before = await partnerPeriods(tx.db);
  if (before.version !== read) throw refuse('changed-meanwhile', { current: before });
  const version = await recordRevision(tx, { kind: 'partner-periods', key: 'municipality', body: periods, reason });
  await writePartnerPeriods(tx.db, { periods, version });
  await audit(tx, { act: 'partner-periods-changed', subjectKind: 'partner-periods', reason, detail: { version } });
  rememberedPartnerPeriods.forgetAfter(tx);
  return { periods, version };
}
