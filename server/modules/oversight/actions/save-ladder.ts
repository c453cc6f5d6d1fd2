/** The municipality's own ladders, and who reads the mayor's list: settings with a history, like all others. */
import type { LadderSetting, OversightSettings } from '../../../../contract/ladder.ts';
import { audit } from '../../../kernel/audit.ts';
import { takeTurns } from '../../../kernel/db/take-turns.ts';
import type { Tx } from '../../../kernel/db/transaction.ts';
import { refuse } from '../../../kernel/refusals.ts';
import { recordRevision } from '../../../kernel/revisions.ts';
import { listGroups, listTopics } from '../../catalogue/door.ts';
import { may, staffById } from '../../staff/door.ts';
import { faultsInLadder } from '../escalation-ladder.ts';
import { forgetAllWatch } from '../escalation-store.ts';
import { ladderForChange, oversightSettings, writeLadder, writeOversightSettings } from '../setting-store.ts';

/**
 * Writes a ladder, new (version 0) or changed. Clocks that run are looked at anew: a rung that lies behind them already is told once, a lower one
 * than was told before is not.
 * @throws input-invalid with the faults or the scope, changed-meanwhile.
 */
export async function saveLadder(tx: Tx, given: LadderSetting, reason: string): Promise<LadderSetting> {
  if (!may(tx.actor, 'settings-change')) throw refuse('not-allowed');
  const faults = faultsInLadder(given.ladder);
  if (faults.length > 0) throw refuse('input-invalid', { faults });
  await checkScope(tx, given.scope);
  await takeTurns(tx.db, `ladder ${given.scope}`);
  const before = await ladderForChange(tx.db, given.scope);
  if ((before?.version ?? 0) !== given.version) throw refuse('changed-meanwhile', { current: before ?? null });
  const { scope, ladder, active } = given;
  const version = await recordRevision(tx, { kind: 'ladder', key: scope, body: { ladder, active }, reason });
  await writeLadder(tx.db, { ...given, version });
  await forgetAllWatch(tx.db);
  await audit(tx, { act: 'ladder-changed', subjectKind: 'ladder', subjectId: scope, reason, detail: { version } });
  return { ...given, version };
}

async function checkScope(tx: Tx, scope: string): Promise<void> {
  if (scope === 'all') return;
  const [groups, topics] = await Promise.all([listGroups(tx.db), listTopics(tx.db)]);
  if (![...groups, ...topics].some(({ code }) => code === scope))
    throw refuse('input-invalid', { field: 'scope', problem: 'unknown' });
}

/** @throws input-invalid for somebody who works here no more, changed-meanwhile. */
export async function saveOversightSettings(
  tx: Tx,
  given: OversightSettings,
  reason: string,
): Promise<OversightSettings> {
  if (!may(tx.actor, 'settings-change')) throw refuse('not-allowed');
  await takeTurns(tx.db, 'oversight settings');
  const before = await oversightSettings(tx.db);
  if (before.version !== given.version) throw refuse('changed-meanwhile', { current: before });
  for (const id of given.mayorsOffice) {
    if (!(await staffById(tx.db, id))?.active) throw refuse('input-invalid', { field: 'mayorsOffice' });
  }
  const { version: _, ...body } = given;
  const version = await recordRevision(tx, { kind: 'oversight', key: 'settings', body, reason });
  await writeOversightSettings(tx.db, { ...given, version });
  await audit(tx, { act: 'oversight-changed', subjectKind: 'oversight', reason, detail: { version } });
  return { ...given, version };
}
