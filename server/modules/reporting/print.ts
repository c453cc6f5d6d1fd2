/** Figures as files: Markdown for people, CSV for spreadsheets, formula-safe. Numbers in Markdown are Turkish or English; in CSV without points, with a decimal comma. */
import type { FigureColumn, FigureTable, Figures } from '../../../contract/figures.ts';
import { CSV_BEGIN, csvRow } from '../../../text/csv.ts';
import { formatCount, formatMoney, formatPercent, formatTableDate, formatTime } from '../../../text/format.ts';
import type { Language } from '../../../text/language.ts';

const WORDS = {
  tr: {
    title: 'Başvuru ve çağrı tabloları',
    period: 'Dönem',
    cutOff: 'Kesim anı',
    asOf: 'itibarıyla',
    row: 'Satır',
    unit: 'Birim',
    definition: 'Tanım',
    denominator: 'Pay şunun içindedir',
    source: 'Kaynak',
    agreement: 'Mutabakat',
    table: 'Tablo',
    value: 'Değer',
    column: 'Sütun',
  },
  en: {
    title: 'Requests and calls in tables',
    period: 'Period',
    cutOff: 'Cut-off',
    asOf: '',
    row: 'Row',
    unit: 'Unit',
    definition: 'Definition',
    denominator: 'Shares are of',
    source: 'Source',
    agreement: 'Agreement',
    table: 'Table',
    value: 'Value',
    column: 'Column',
  },
} as const satisfies Record<Language, Record<string, string>>;

export function figuresAsMarkdown(figures: Figures, language: Language): string {
  const words = WORDS[language];
  const { from, to } = figures.period;
  const head = [
    `# ${figures.municipality[language]}: ${words.title}`,
    `${words.period}: ${formatTableDate(from, language)} – ${formatTableDate(to, language)}. ${words.cutOff}: ${cutOffInWords(figures, language)}.`,
  ];
  const checks = figures.checks.map(({ sentence, holds }) => `- ${sentence[language]} ${holds ? '✓' : '✗'}`);
  const tables = figures.tables.flatMap((table, at) => markdownTable(table, { number: at + 1, language }));
  return `${[...head, ...tables, `## ${words.agreement}`, checks.join('\n')].join('\n\n')}\n`;
}

/** `31.12.2022 24.00 itibarıyla`: midnight is said as the end of the day before it, as documents do. */
function cutOffInWords({ cutOff }: Figures, language: Language): string {
  const instant = new Date(cutOff);
  const midnight = formatTime(instant, language, { table: true }) === '00:00';
  const day = formatTableDate(midnight ? new Date(instant.getTime() - 1) : instant, language);
  const time = midnight ? (language === 'tr' ? '24.00' : '24:00') : formatTime(instant, language);
  return `${day} ${time} ${WORDS[language].asOf}`.trim();
}

function markdownTable(table: FigureTable, { number, language }: { number: number; language: Language }): string[] {
  const words = WORDS[language];
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  const rows = table.rows.map(({ label, kind, cells }) => {
    const printed = [label[language], ...cells.map((cell, at) => printCell(cell, table.columns[at]!, language))].map(
      markdownCell,
    );
    return line(kind === 'total' ? printed.map((cell) => `**${cell}**`) : printed);
  });
  const notes = [
    `${words.unit}: ${table.unit[language]}.`,
    table.denominator ? `${words.denominator}: ${table.denominator[language]}.` : '',
    `${words.source}: ${table.source[language]}.`,
  ];
  return [
    `## ${number}. ${table.title[language]}`,
    [
      line([words.row, ...table.columns.map(({ label }) => label[language])]),
      line(['---', ...table.columns.map(() => '---:')]),
      ...rows,
    ].join('\n'),
    `${notes.filter(Boolean).join(' ')}\n${words.definition}: ${table.definition[language]}`,
  ];
}

function printCell(cell: number | null, { format }: FigureColumn, language: Language): string {
  if (cell === null) return '–';
  if (format === 'count') return formatCount(cell, language);
  if (format === 'money') return formatMoney(Math.round(cell * 100), language);
  if (format === 'percent') return formatPercent(Math.round(cell * 100), 10_000, { language, decimals: 2 });
  return cell.toFixed(1).replace('.', language === 'tr' ? ',' : '.');
}

/** A name with a bar or a line end in it would break the table; one with angle brackets or a link would be markup to whoever renders it. */
function markdownCell(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\|<>[\]*_`]/g, '\\$&');
}

/**
 * One line per cell, so that a spreadsheet can pivot it: semicolons and a byte-order mark, because Turkish Excel opens nothing else
 * right; numbers plain with a dot, so that programs read them the same everywhere.
 */
export function figuresAsCsv(figures: Figures, language: Language): string {
  const words = WORDS[language];
  const lines = figures.tables.flatMap((table) =>
    table.rows.flatMap((row) =>
      table.columns.map((column, at) => [
        table.title[language],
        row.label[language],
        column.label[language],
        row.cells[at] ?? '–',
        table.unit[language],
        figures.period.from,
        figures.period.to,
        figures.cutOff,
      ]),
    ),
  );
  const head = [
    words.table,
    words.row,
    words.column,
    words.value,
    words.unit,
    `${words.period} 1`,
    `${words.period} 2`,
    words.cutOff,
  ];
  return CSV_BEGIN + [head, ...lines].map((line) => csvRow(line)).join('');
}
