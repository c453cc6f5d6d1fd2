// `hemsehri report tables`: the year's figures from the records, as JSON, CSV or a document to read.
import type { Command } from 'commander';
import { Option } from 'commander';
import type { Language } from '../../text/language.ts';
import { LANGUAGES } from '../../text/language.ts';
import type { House } from '../kernel/house.ts';
import { RefusalError } from '../kernel/refusals.ts';
import { figures, figuresAsCsv, figuresAsMarkdown } from '../modules/reporting/door.ts';

interface TablesOptions {
  year?: string;
  from?: string;
  to?: string;
  cutOff?: string;
  format: 'json' | 'csv' | 'md';
  language: Language;
}

const usageError = 2;

export function registerReport(program: Command, open: () => Promise<House>): void {
  const report = program.command('report').description('figures, counted from the records');
  const tables = report
    .command('tables')
    .description('the tables of the activity report for a year or a period')
    .option('--year <year>', 'a calendar year in Istanbul')
    .option('--from <day>', 'first day of a period, YYYY-MM-DD')
    .option('--to <day>', 'its last day')
    .option('--cut-off <instant>', 'what happened from here on is not counted; otherwise the end of the period')
    .addOption(new Option('--format <format>', 'how to print').choices(['json', 'csv', 'md']).default('md'))
    .addOption(new Option('--language <language>', 'language of the words').choices(LANGUAGES).default('tr'))
    .addHelpText('after', '\nExample:\n  hemsehri report tables --year 2022 --format md');
  tables.action(async (options: TablesOptions) => {
    const period = periodOf(options);
    const cutOff = options.cutOff === undefined ? undefined : new Date(options.cutOff);
    if (period === null)
      return tables.error('Which period? Give --year 2022, or --from and --to as YYYY-MM-DD.', {
        exitCode: usageError,
      });
    if (cutOff && Number.isNaN(cutOff.getTime()))
      return tables.error(`"${options.cutOff}" is not an instant.`, { exitCode: usageError });
    const house = await open();
    try {
      process.stdout.write(printed(await figures(house.db, { period, cutOff, now: house.clock.now() }), options));
    } catch (error) {
      if (!(error instanceof RefusalError)) throw error;
      tables.error('The period is not one: the days must exist, the first not after the last.', {
        exitCode: usageError,
      });
    }
  });
}

function periodOf({ year, from, to }: TablesOptions) {
  if (year !== undefined) return /^\d{4}$/.test(year) ? { year: Number(year) } : null;
  return from !== undefined && to !== undefined ? { from, to } : null;
}

function printed(counted: Awaited<ReturnType<typeof figures>>, { format, language }: TablesOptions): string {
  if (format === 'json') return `${JSON.stringify(counted, null, 2)}\n`;
  return format === 'csv' ? figuresAsCsv(counted, language) : figuresAsMarkdown(counted, language);
}
