import type { Tx } from '../../../kernel/db/transaction.ts';
import { recordFirstRevisions } from '../../../kernel/revisions.ts';
import { readHolidayFile } from '../holiday-file.ts';
import { rememberedCalendar } from '../queries.ts';
import { addHolidayYears, keyText } from '../store.ts';

/** Writes the shipped holidays of each year the municipality has not entered; within a year that it has, its own rows stand. */
export async function seedHolidays(tx: Tx): Promise<void> {
  const added = await addHolidayYears(tx.db, await readHolidayFile());
  const bodies = added.map((row) => ({
    key: keyText({ date: row.date, kind: row.kind, name: row.name.tr }),
    body: row,
  }));
  await recordFirstRevisions(tx, 'holiday', bodies);
  rememberedCalendar.forgetAfter(tx);
}
