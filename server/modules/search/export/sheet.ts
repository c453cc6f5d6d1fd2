/**
 * The parts of an XLSX workbook with one sheet (ECMA-376, 5th ed., part 1 §18). Texts are inline strings, which no program runs as a formula; there
 * is no hidden sheet, no name, no link and no value kept from elsewhere. Pure.
 */
import type { Cell } from './columns.ts';

/** A sheet has 1,048,576 rows; one is the head. */
export const MOST_ROWS = 1_000_000;

export interface Head {
  label: string;
  width: number;
}

/** Every part but the sheet itself: path in the archive → content. */
export function workbookParts(sheetName: string): Map<string, string> {
  return new Map([
    [
      '[Content_Types].xml',
      part(
        `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEET_ML}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${SHEET_ML}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${SHEET_ML}.styles+xml"/></Types>`,
      ),
    ],
    ['_rels/.rels', part(relationships(['officeDocument', 'xl/workbook.xml']))],
    [
      'xl/workbook.xml',
      part(
        `<workbook xmlns="${MAIN}" xmlns:r="${REL}"><sheets><sheet name="${escaped(sheetName)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      ),
    ],
    [
      'xl/_rels/workbook.xml.rels',
      part(relationships(['worksheet', 'worksheets/sheet1.xml'], ['styles', 'styles.xml'])),
    ],
    ['xl/styles.xml', part(STYLES)],
  ]);
}

export const SHEET_PATH = 'xl/worksheets/sheet1.xml';

const SHEET_ML = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const part = (xml: string): string => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml}`;

function relationships(...targets: (readonly [type: string, target: string])[]): string {
  const each = targets.map(
    ([type, target], place) => `<Relationship Id="rId${place + 1}" Type="${REL}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${each.join('')}</Relationships>`;
}

/** Style 1: an instant as people write it here; 2: the head; 3: text that may run over several lines. */
const STYLES =
  `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy\\ hh:mm"/></numFmts>` +
  `<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>` +
  `<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>` +
  `<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>` +
  `<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>` +
  `<cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>` +
  `<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>` +
  `<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>` +
  `<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs>` +
  `<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

/** Up to the first row: the head stays when one scrolls. */
export function sheetBegin(heads: readonly Head[]): string {
  const columns = heads.map(
    ({ width }, place) => `<col min="${place + 1}" max="${place + 1}" width="${width}" customWidth="1"/>`,
  );
  const cells = heads.map(({ label }, place) => text(label, { at: address(place, 1), style: 2 }));
  return part(
    `<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>` +
      `<cols>${columns.join('')}</cols><sheetData><row r="1">${cells.join('')}</row>`,
  );
}

/** @param before how many rows there are below the head already. */
export function sheetRows(rows: readonly (readonly Cell[])[], before: number): string {
  return rows
    .map((cells, place) => {
      const row = before + place + 2;
      return `<row r="${row}">${cells.map((cell, column) => cellOf(cell, address(column, row))).join('')}</row>`;
    })
    .join('');
}

/** @param rows how many there are below the head. */
export function sheetEnd(heads: readonly Head[], rows: number): string {
  return `</sheetData><autoFilter ref="A1:${columnLetters(heads.length)}${rows + 1}"/></worksheet>`;
}

function cellOf(cell: Cell, at: string): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
  if (cell instanceof Date) return `<c r="${at}" s="1"><v>${serialOf(cell)}</v></c>`;
  return text(cell, { at, style: cell.includes('\n') ? 3 : 0 });
}

function text(value: string, { at, style }: { at: string; style: number }): string {
  const styled = style === 0 ? '' : ` s="${style}"`;
  return `<c r="${at}" t="inlineStr"${styled}><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
}

/** The first column of the first row is A1. */
const address = (column: number, row: number): string => columnLetters(column + 1) + row;

const DAY_MS = 86_400_000;
/** 1 January 1970, counted as spreadsheets count: from the last day but one of 1899. */
const EPOCH_SERIAL = 25_569;
/** Istanbul has had no other time since 2016; a spreadsheet knows no time zones. */
const ISTANBUL_MS = 3 * 3_600_000;

function serialOf(instant: Date): string {
  return ((instant.getTime() + ISTANBUL_MS) / DAY_MS + EPOCH_SERIAL).toFixed(6);
}

// What XML 1.0 cannot hold at all is left out (§2.2).
const NOT_XML =
  // eslint-disable-next-line no-control-regex -- naming them is the purpose
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(value: string): string {
  return value.replace(NOT_XML, '').replace(/[&<>"]/g, (sign) => ENTITIES[sign]!);
}

/** 1 → A, 27 → AA. */
function columnLetters(count: number): string {
  const rest = (count - 1) % 26;
  const before = Math.floor((count - 1) / 26);
  return (before > 0 ? columnLetters(before) : '') + String.fromCharCode(65 + rest);
}
