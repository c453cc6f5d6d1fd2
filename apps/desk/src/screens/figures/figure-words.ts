/** How a figure is said and printed. Pure: the table, the picture and the sentence read the same cells. */
import type { FigureColumn, FigureRow, FigureTable } from '../../../../../contract/figures.ts';
import { formatCount, formatMoney, formatPercent } from '../../../../../text/format.ts';
import type { Language } from '../../../../../text/language.ts';

/** An en dash for what cannot be said; never an empty cell. */
export function printedCell(
  value: number | null,
  format: FigureColumn['format'],
  language: Language,
  decimals = 2,
): string {
  if (value === null) return '–';
  if (format === 'percent') return formatPercent(value, 100, { language, decimals });
  if (format === 'money') return formatMoney(Math.round(value * 100), language);
  if (format === 'days') return days[language].format(value);
  return formatCount(value, language);
}

const oneDecimal = { minimumFractionDigits: 1, maximumFractionDigits: 1 } as const;
const days = { tr: new Intl.NumberFormat('tr-TR', oneDecimal), en: new Intl.NumberFormat('en-GB', oneDecimal) };

/** The column a picture shows: the first count. */
export function pictured(table: FigureTable): number {
  return table.columns.findIndex(({ format }) => format === 'count');
}

/** Rows that may stand beside each other in a picture: never the sum, never what must not be added. */
export function picturedRows(table: FigureTable): FigureRow[] {
  return table.rows.filter(({ kind }) => kind === 'item' || kind === 'other' || kind === 'unspecified');
}

export interface Finding {
  row: FigureRow;
  count: number;
  share: number | null;
}

/** The one row the title speaks of: the largest thing listed. Null where nothing was counted. */
export function findingOf(table: FigureTable): Finding | null {
  const at = pictured(table);
  // Other percentages are of their own row; only this one says how much of the whole a row is.
  const shareAt = table.columns.findIndex(({ key }) => key === 'share');
  const listed = table.rows.filter(({ kind, cells }) => kind === 'item' && (cells[at] ?? 0) > 0);
  const [largest] = listed.sort((left, right) => (right.cells[at] ?? 0) - (left.cells[at] ?? 0));
  if (largest === undefined) return null;
  return {
    row: largest,
    count: largest.cells[at] ?? 0,
    share: shareAt === -1 ? null : (largest.cells[shareAt] ?? null),
  };
}

/** A table with a column for each of many things is read as a table; a picture of it would say nothing. */
export function hasPicture(table: FigureTable): boolean {
  return table.columns.length <= 6 && picturedRows(table).length > 1;
}
