// Reads the tables people keep: commas, or the semicolons and the byte order mark of a Turkish spreadsheet. Pure.

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
