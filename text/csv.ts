// Tables as text: reads those people keep (commas, or the semicolons and the byte order mark of a Turkish spreadsheet), writes ours. Pure.

/**
 * Rows of cells, each with the line it begins on (counted from 1, as a spreadsheet counts). Empty lines are left out. A quoted cell may
 * hold separators, line breaks and doubled quotes; one that is never closed ends with the text.
 */
export function readCsv(text: string): { line: number; cells: string[] }[] {
  const source = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const separator = separatorOf(source);
  const rows: { line: number; cells: string[] }[] = [];
  let row = { line: 1, cells: [] as string[] };
  let line = 1;
  let cell = '';
  let quoted = false;
  const endRow = () => {
    row.cells.push(cell.trim());
    if (row.cells.some((each) => each !== '')) rows.push(row);
    cell = '';
    row = { line: line + 1, cells: [] };
  };
  for (let at = 0; at < source.length; at++) {
    const sign = source[at]!;
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (source[at + 1] === '"') cell += source[++at]!;
      else quoted = false;
    } else if (sign === '"' && cell.trim() === '') {
      cell = '';
      quoted = true;
    } else if (sign === separator) {
      row.cells.push(cell.trim());
      cell = '';
    } else if (sign === '\n') endRow();
    else cell += sign;
    if (sign === '\n') line += 1;
  }
  endRow();
  return rows;
}

/** Whichever stands most often in the first line: a Turkish spreadsheet writes semicolons because the comma is its decimal sign. */
function separatorOf(source: string): string {
  const [head = ''] = source.split('\n', 1);
  const counted = [';', ',', '\t'].map((sign) => ({ sign, times: head.split(sign).length }));
  return counted.reduce((best, each) => (each.times > best.times ? each : best)).sign;
}

/** A Turkish spreadsheet takes the file for UTF-8 only when it begins so. */
export const CSV_BEGIN = '\ufeff';

/** One line of a file, with its end. @param cells texts are made safe (csvText); numbers are written as they are. */
export function csvRow(cells: readonly (string | number)[]): string {
  return `${cells.map((cell) => (typeof cell === 'number' ? quoted(numberText(cell)) : quoted(csvText(cell)))).join(';')}\r\n`;
}

const numberText = (value: number): string => String(value).replace('.', ',');
const quoted = (cell: string): string => (/[",;\t\r\n']/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

// What a spreadsheet takes for the beginning of a formula, also in the full width of an East Asian keyboard, also behind a byte order mark
// or blanks; and right behind what some program may take for the end of a cell (OWASP, CSV injection).
const FORMULA_BEGIN = /^([\s\ufeff]*)([=+\-@\t\r＝＋－＠])/;
const FORMULA_INSIDE = /([;,\t\r\n]["']?)([=+\-@＝＋－＠])/g;

/** The text with an apostrophe before what would be run as a formula. */
export function csvText(text: string): string {
  return text.replace(FORMULA_INSIDE, "$1'$2").replace(FORMULA_BEGIN, "'$1$2");
}
