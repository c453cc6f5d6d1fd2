/** A file of either format as it grows: how it begins, a piece of rows, how it ends. What must be known between the pieces is small and survives JSON. Pure. */
import { CSV_BEGIN, csvRow } from '../../../../text/csv.ts';
import { formatTableDate, formatTime } from '../../../../text/format.ts';
import type { Cell } from './columns.ts';
import type { Head } from './sheet.ts';
import { SHEET_PATH, sheetBegin, sheetEnd, sheetRows, workbookParts } from './sheet.ts';
import type { OpenFile } from './zip.ts';
import { NOTHING_YET, zipBegin, zipEnd, zipPiece } from './zip.ts';

export interface Growing {
  /** Bytes of the file so far. */
  length: number;
  rows: number;
  open: OpenFile;
}

export const EMPTY: Growing = { length: 0, rows: 0, open: NOTHING_YET };

export interface Format {
  mediaType: string;
  begin(heads: readonly Head[]): Piece;
  rows(before: Growing, rows: readonly (readonly Cell[])[]): Piece;
  end(before: Growing, heads: readonly Head[]): Buffer;
}

export interface Piece {
  bytes: Buffer;
  after: Growing;
}

const csv: Format = {
  mediaType: 'text/csv; charset=utf-8',
  begin: (heads) => added(EMPTY, Buffer.from(CSV_BEGIN + csvRow(heads.map(({ label }) => label)), 'utf8'), 0),
  rows: (before, rows) =>
    added(before, Buffer.from(rows.map((cells) => csvRow(cells.map(written))).join(''), 'utf8'), rows.length),
  end: () => Buffer.alloc(0),
};

/** As a Turkish spreadsheet reads a date by itself. */
function written(cell: Cell): string | number {
  if (cell === null) return '';
  return cell instanceof Date ? `${formatTableDate(cell, 'tr')} ${formatTime(cell, 'tr', { table: true })}` : cell;
}

const SHEET_NAME = 'Liste';

const xlsx: Format = {
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  begin(heads) {
    const begin = zipBegin(workbookParts(SHEET_NAME), SHEET_PATH);
    const { bytes, file } = zipPiece(NOTHING_YET, sheetBegin(heads));
    return {
      bytes: Buffer.concat([begin, bytes]),
      after: { length: begin.length + bytes.length, rows: 0, open: file },
    };
  },
  rows(before, rows) {
    const { bytes, file } = zipPiece(before.open, sheetRows(rows, before.rows));
    return { bytes, after: { length: before.length + bytes.length, rows: before.rows + rows.length, open: file } };
  },
  end(before, heads) {
    const { bytes, file } = zipPiece(before.open, sheetEnd(heads, before.rows));
    const end = zipEnd(workbookParts(SHEET_NAME), SHEET_PATH, { file, length: before.length + bytes.length });
    return Buffer.concat([bytes, end]);
  },
};

export const FORMATS = { csv, xlsx } as const;
export type FormatName = keyof typeof FORMATS;

function added(before: Growing, bytes: Buffer, rows: number): Piece {
  return { bytes, after: { ...before, length: before.length + bytes.length, rows: before.rows + rows } };
}
