/** The columns a row of the list may show, in the order somebody chose. The same names as in an exported file; what a row does not hold is not offered. */
import { EXPORT_COLUMNS } from '../../../../../contract/export-columns.ts';
import type { ColumnName } from '../../../../../contract/export-columns.ts';

export const LIST_COLUMNS = [
  ...(['number', 'topic', 'neighbourhood', 'street', 'state', 'outcome', 'due', 'promised', 'received'] as const),
  ...(['concluded', 'directorate', 'person', 'channel', 'kind', 'photos'] as const),
] as const satisfies readonly ColumnName[];
export type ListColumn = (typeof LIST_COLUMNS)[number];

/** More would leave no room for what the citizen wrote. */
export const MOST_COLUMNS = 8;

/** Unknown names are left out: a view of another version stays good. */
export function columnsOf(written: string | undefined): ListColumn[] {
  const names = [...new Set((written ?? '').split(','))];
  return names.filter((name): name is ListColumn => (LIST_COLUMNS as readonly string[]).includes(name)).slice(0, MOST_COLUMNS); // prettier-ignore
}

export const columnsText = (columns: readonly ListColumn[]): string => columns.join(',');

/** One place nearer to the beginning, or further from it. */
export function moved(columns: readonly ListColumn[], column: ListColumn, by: -1 | 1): ListColumn[] {
  const from = columns.indexOf(column);
  const to = from + by;
  if (from < 0 || to < 0 || to >= columns.length) return [...columns];
  const next = [...columns];
  [next[from], next[to]] = [next[to]!, next[from]!];
  return next;
}

export const headOf = (column: ListColumn) => EXPORT_COLUMNS[column];
