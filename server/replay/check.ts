/** Holds the report against the document, cell by cell. */
import type { Figures } from '../../contract/figures.ts';
import type { Margins } from './margins.ts';
import { sum } from './margins.ts';

export interface Difference {
  cell: string;
  document: number;
  report: number | null;
}

export interface Checked {
  cells: number;
  differences: Difference[];
}

interface Expected {
  table: string;
  row: string;
  column: string;
  value: number;
}

/** Every figure of the document for these tables; what the document leaves out as a total is held against the sum of its rows. */
export function check(figures: Figures, margins: Margins): Checked {
  const expected = margins.name === 'umraniye-2022' ? umraniyeCells(margins, figures) : cigliCells(margins);
  const differences = expected.flatMap(({ table, row, column, value }) => {
    const report = cellOf(figures, { table, row, column });
    return report === value ? [] : [{ cell: `${table} · ${row} · ${column}`, document: value, report }];
  });
  return { cells: expected.length, differences };
}

/** Rows are known by their key, or by their Turkish name where the key is the database's own. */
function cellOf(figures: Figures, { table, row, column }: Omit<Expected, 'value'>): number | null {
  const found = figures.tables.find(({ key }) => key === table);
  const line = found?.rows.find(({ key, label }) => key === row || label.tr === row);
  return line?.cells[found!.columns.findIndex(({ key }) => key === column)] ?? null;
}

function umraniyeCells(margins: Margins, figures: Figures): Expected[] {
  const records = sum(margins.records);
  const cells = (table: string, rows: readonly (readonly [string, number])[]): Expected[] =>
    rows.map(([row, value]) => ({ table, row, column: 'records', value }));
  return [
    { table: 'calls', row: 'answered', column: 'calls', value: margins.callsAnswered },
    ...cells('channels', [...margins.records, ['whatsapp', 0], ['total', records]]),
    ...cells('topics', [...margins.topTopics, ['other', margins.otherTopics], ['unspecified', 0], ['total', records]]),
    ...ranks(margins, figures),
    ...cells('neighbourhoods', [...margins.places, ['unspecified', margins.placeless], ['total', records]]),
    ...margins.social.flatMap(([row, value]): Expected[] => [
      { table: 'social', row, column: 'sent', value },
      { table: 'social', row, column: 'mean-days', value: margins.socialMeanDays! },
    ]),
    { table: 'social', row: 'total', column: 'sent', value: sum(margins.social) },
  ];
}

/** The ten rows must also stand in the document's order: the n-th row has the n-th largest count. */
function ranks({ topTopics }: Margins, figures: Figures): Expected[] {
  const rows = figures.tables.find(({ key }) => key === 'topics')?.rows ?? [];
  const byCount = topTopics.map(([, count]) => count).sort((left, right) => right - left);
  return byCount.map((value, at) => ({
    table: 'topics',
    row: rows[at]?.key ?? `row ${at + 1}`,
    column: 'records',
    value,
  }));
}

function cigliCells({ callsAnswered, records, social, concluded }: Margins): Expected[] {
  const receivedBy = (channels: readonly string[]) =>
    sum([...records, ...social].filter(([channel]) => channels.includes(channel)));
  return [
    { table: 'calls', row: 'answered', column: 'calls', value: callsAnswered },
    { table: 'outcomes', row: 'total', column: 'received', value: sum(records) + sum(social) },
    ...concluded.flatMap((each): Expected[] => {
      const row = each.channels.length > 1 ? 'social' : each.channels[0]!;
      return [
        { table: 'outcomes', row, column: 'received', value: receivedBy(each.channels) },
        { table: 'outcomes', row, column: 'concluded', value: each.concluded },
        { table: 'outcomes', row, column: 'open', value: receivedBy(each.channels) - each.concluded },
      ];
    }),
  ];
}
