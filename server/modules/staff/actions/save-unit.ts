import { audit } from '../../../kernel/audit.ts';
import { takeTurns } from '../../../kernel/db/take-turns.ts';
import type { Tx } from '../../../kernel/db/transaction.ts';
import { refuse } from '../../../kernel/refusals.ts';
import { recordRevision } from '../../../kernel/revisions.ts';
import { normaliseInput } from '../../../../text/turkish.ts';
import { directorateForChange } from '../directorate-store.ts';
import { may } from '../policy.ts';
import { rememberedUnits } from '../queries.ts';
import type { Unit } from '../staff-member.ts';
import { membersOf, unitForChange, writeUnit } from '../unit-store.ts';

/**
 * Writes a unit, new (version 0) or changed. It is never deleted, because old requests name it, and never moves to another directorate; one in
 * which people work stays active.
 * @throws input-invalid, changed-meanwhile, step-not-allowed.
 */
export async function saveUnit(tx: Tx, given: Unit, reason?: string): Promise<Unit> {
  if (!may(tx.actor, 'settings-change')) throw refuse('not-allowed');
  const unit = { ...given, name: normaliseInput(given.name), nameEn: normaliseInput(given.nameEn) };
  if (unit.name === '' || unit.nameEn === '') throw refuse('input-invalid', { field: 'name', problem: 'empty' });
  if (!unit.code.startsWith(`${unit.directorate}-`))
    throw refuse('input-invalid', { field: 'code', problem: 'prefix' });
  await takeTurns(tx.db, `unit ${unit.code}`);
  const before = await unitForChange(tx.db, unit.code);
  if ((before?.version ?? 0) !== given.version) throw refuse('changed-meanwhile', { current: before ?? null });
  if ((await directorateForChange(tx.db, unit.directorate)) === undefined)
    throw refuse('input-invalid', { field: 'directorate', problem: 'unknown' });
  if (!unit.active && (await membersOf(tx.db, unit.code)) > 0)
    throw refuse('step-not-allowed', { because: 'unit-in-use' });
  const { version: _, ...body } = unit;
  const version = await recordRevision(tx, { kind: 'unit', key: unit.code, body, reason });
  await writeUnit(tx.db, { ...unit, version });
  await audit(tx, { act: 'unit-changed', subjectKind: 'unit', subjectId: unit.code, reason, detail: { version } });
  rememberedUnits.forgetAfter(tx);
  return { ...unit, version };
}
