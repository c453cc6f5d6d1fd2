// Reads the holidays that come with the product, for the CLI and for seeding; the running server counts on its own table.
import { readFile } from 'node:fs/promises';
import type { HolidayRow } from './holiday-rows.ts';
import { faultsInHolidayRows } from './holiday-rows.ts';

const shippedFile = new URL('../../../data/holidays.json', import.meta.url);

/** The rows of the file; throws naming every broken row, because a half-read calendar would promise wrong days. */
export async function readHolidayFile(file: URL | string = shippedFile): Promise<HolidayRow[]> {
  const rows: unknown = JSON.parse(await readFile(file, 'utf8'));
  const faults = faultsInHolidayRows(rows);
  if (faults.length > 0) throw new Error(`${String(file)} cannot be used:\n${faults.join('\n')}`);
  return rows as HolidayRow[];
}
