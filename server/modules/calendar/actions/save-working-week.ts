import { audit } from '../../../kernel/audit.ts';
import { takeTurns } from '../../../kernel/db/take-turns.ts';
import type { Tx } from '../../../kernel/db/transaction.ts';
import { refuse } from '../../../kernel/refusals.ts';
import { recordRevision } from '../../../kernel/revisions.ts';
import { rememberedCalendar } from '../queries.ts';
import type { StoredWeek } from '../store.ts';
import { workingWeekRow, writeWorkingWeek } from '../store.ts';

/** Writes the working hours; promises already given keep their dates. @throws input-invalid, changed-meanwhile */
export async function saveWorkingWeek(tx: Tx, given: StoredWeek, reason?: string): Promise<StoredWeek> {
  const { version: read, ...asGiven } = given;
  const week = { ...asGiven, workingDays: [...new Set(asGiven.workingDays)].sort() };
  if (!hoursAreInOrder(week.hours)) throw refuse('input-invalid', { field: 'hours', problem: 'not-in-order' });
  await takeTurns(tx.db, 'working-week');
  const before = await workingWeekRow(tx.db);
  if ((before?.version ?? 0) !== read) throw refuse('changed-meanwhile', { current: before ?? null });
  const version = await recordRevision(tx, { kind: 'working-week', key: 'municipality', body: week, reason });
  const saved = { ...week, version };
  await writeWorkingWeek(tx.db, saved);
  await audit(tx, { act: 'working-week-changed', subjectKind: 'working-week', reason, detail: { version } });
  rememberedCalendar.forgetAfter(tx);
  return saved;
}

/** Each span ends after it starts, and the next starts no earlier than that: 'HH:MM' sorts as it reads. */
function hoursAreInOrder(hours: StoredWeek['hours']): boolean {
  const edges = hours.flatMap(({ from, to }) => [from, to]);
  return hours.every(({ from, to }) => from < to) && edges.every((edge, at) => at === 0 || edge >= edges[at - 1]!);
}
