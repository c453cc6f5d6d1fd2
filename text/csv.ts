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

/**
 * One line with its end, semicolons between the cells, quoted after RFC 4180. What a spreadsheet would run as a formula gets an apostrophe before
 * it (OWASP, CSV injection), in any of the widths these signs have.
 */
export function csvRow(cells: readonly (string | number)[]): string {
  return `${cells.map(writtenCell).join(';')}\r\n`;
}

function writtenCell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = /^[\s\ufeff]*[=+\-@\t\r＝＋－＠]/.test(value) ? `'${value}` : value;
  return /[",;\t\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
