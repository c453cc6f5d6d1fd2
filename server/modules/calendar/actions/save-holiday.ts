import { audit } from '../../../kernel/audit.ts';
import { takeTurns } from '../../../kernel/db/take-turns.ts';
import type { Tx } from '../../../kernel/db/transaction.ts';
import { refuse } from '../../../kernel/refusals.ts';
import { recordRevision } from '../../../kernel/revisions.ts';
import { normaliseInput } from '../../../../text/turkish.ts';
import { faultsInHolidayRows } from '../holiday-rows.ts';
import { rememberedCalendar } from '../queries.ts';
import type { HolidayKey, StoredHoliday } from '../store.ts';
import { deleteHoliday, holidayRow, keyText, writeHoliday } from '../store.ts';

/**
 * Writes a holiday, new (version 0) or changed. The clocks that run over its day are counted anew by those who keep them (deadlines).
 * @throws input-invalid, changed-meanwhile
 */
export async function saveHoliday(tx: Tx, given: StoredHoliday, reason?: string): Promise<StoredHoliday> {
  const { version: read, ...row } = tidied(given);
  const faults = faultsInHolidayRows([row]);
  if (faults.length > 0) throw refuse('input-invalid', { faults });
  const key = keyOf(row);
  await takeTurns(tx.db, `holiday ${keyText(key)}`);
  const before = await holidayRow(tx.db, key);
  if ((before?.version ?? 0) !== read) throw refuse('changed-meanwhile', { current: before ?? null });
  const version = await recordRevision(tx, { kind: 'holiday', key: keyText(key), body: row, reason });
  const saved = { ...row, version };
  await writeHoliday(tx.db, saved);
  await audit(tx, {
    act: 'holiday-changed',
    subjectKind: 'holiday',
    subjectId: keyText(key),
    reason,
    detail: { version },
  });
  rememberedCalendar.forgetAfter(tx);
  return saved;
}

/** Takes a holiday out of the calendar; its versions stay readable. @throws not-found, changed-meanwhile */
export async function removeHoliday(
  tx: Tx,
  key: HolidayKey,
  { version, reason }: { version: number; reason: string },
): Promise<void> {
  await takeTurns(tx.db, `holiday ${keyText(key)}`);
  const before = await holidayRow(tx.db, key);
  if (before === undefined) throw refuse('not-found');
  if (before.version !== version) throw refuse('changed-meanwhile', { current: before });
  await recordRevision(tx, { kind: 'holiday', key: keyText(key), body: null, reason });
  await deleteHoliday(tx.db, key);
  await audit(tx, { act: 'holiday-removed', subjectKind: 'holiday', subjectId: keyText(key), reason });
  rememberedCalendar.forgetAfter(tx);
}

function tidied(given: StoredHoliday): StoredHoliday {
  const name = { tr: normaliseInput(given.name.tr), en: normaliseInput(given.name.en) };
  return { ...given, name, source: normaliseInput(given.source) };
}

function keyOf({ date, kind, name }: Omit<StoredHoliday, 'version'>): HolidayKey {
  return { date, kind, name: name.tr };
}
