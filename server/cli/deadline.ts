// `hemsehri deadline`: when something is due and why. By law from the shipped holidays, without a database; of a request as its clocks are stored.
import type { Command } from 'commander';
import type { Language } from '../../text/language.ts';
import { LANGUAGES } from '../../text/language.ts';
import type { BusinessCalendar, DueDate } from '../modules/calendar/door.ts';
import { businessCalendar, computeDue, instantAt, isDay, readHolidayFile } from '../modules/calendar/door.ts';
import type { ClockRule, StatutoryClockKey } from '../modules/deadlines/door.ts';
import {
  clockRule,
  countsByLaw,
  explainDeadline,
  explanationAsText,
  statutoryClockKeys,
} from '../modules/deadlines/door.ts';
import type { House } from '../kernel/house.ts';
import { RefusalError } from '../kernel/refusals.ts';
import { explainRequest } from './deadline-of-request.ts';

interface DeadlineOptions {
  readonly request?: string;
  readonly law?: string;
  readonly received?: string;
  readonly extended?: boolean;
  readonly language: string;
  readonly json?: boolean;
}

interface DeadlineQuestion {
  readonly rule: ClockRule;
  readonly received: string;
  readonly language: Language;
}

/** What people call a law or a partner, beside the clocks' own names. */
const clockByLaw: Readonly<Record<string, StatutoryClockKey>> = {
  '4982': 'foi',
  '3071': 'petition',
  '2577': 'admin-silence',
  '6698': 'kvkk',
};
const acceptedLaws = [...Object.keys(clockByLaw), ...statutoryClockKeys].join(', ');
const usageError = 2;

export function registerDeadline(program: Command, open: () => Promise<House>): void {
  const command = program
    .command('deadline')
    .description('say when something is due, by law or of a request, counting day by day')
    .option('--law <law>', `whose period: ${acceptedLaws}`)
    .option(
      '--received <day>',
      'the day it reached the municipality (for a fee or a refusal: was notified), YYYY-MM-DD',
    )
    .option('--request <number>', 'every clock of the request with that tracking number, with its stops, cuts and ends')
    .option('--extended', 'the extended period (4982 only)')
    .option('--language <tr|en>', 'language of the explanation', 'tr')
    .option('--json', 'print the due date and every day as JSON')
    .addHelpText(
      'after',
      '\nExample:\n  hemsehri deadline --law 4982 --received 2026-03-13\n  hemsehri deadline --request 7K4M-P9TR-3HD',
    );
  command.action(async (options: DeadlineOptions) => {
    if (options.request !== undefined) return ofRequest(command, options, open);
    const question = readQuestion(options);
    if (typeof question === 'string') return command.error(question, { exitCode: usageError });
    const calendar = businessCalendar(await readHolidayFile());
    const due = dueOrProblem(calendar, question);
    if (typeof due === 'string') return command.error(due, { exitCode: usageError });
    process.stdout.write(`${options.json ? asJson(question, due) : asText(question, due)}\n`);
  });
}

/** Exits with 2 where the question is none, with 1 where the request is not there. */
async function ofRequest(command: Command, options: DeadlineOptions, open: () => Promise<House>): Promise<void> {
  const language = languageOf(options.language);
  if (options.law !== undefined || options.received !== undefined || options.extended === true)
    return command.error('Give --request alone: its clocks say by which law they run.', { exitCode: usageError });
  if (!language) return command.error(noLanguage(options.language), { exitCode: usageError });
  const question = { typed: options.request!, language, json: options.json === true };
  const answer = await explainRequest(await open(), question);
  if (typeof answer !== 'string') return command.error(answer.sentence, { exitCode: answer.exitCode });
  process.stdout.write(`${answer}\n`);
}

const languageOf = (given: string): Language | undefined => LANGUAGES.find((each) => each === given);
const noLanguage = (given: string) => `"${given}" is not a language of this command. Give --language tr or en.`;

/** The question, or the sentence that says what is wrong with it. */
function readQuestion({ law, received, extended = false, language }: DeadlineOptions): DeadlineQuestion | string {
  if (!law) return `Which law? Give --law with one of: ${acceptedLaws}; or --request with a tracking number.`;
  const key = Object.hasOwn(clockByLaw, law) ? clockByLaw[law] : statutoryClockKeys.find((known) => known === law);
  if (!key) return `No period is known for "${law}". Give --law with one of: ${acceptedLaws}.`;
  if (extended && key !== 'foi' && key !== 'foi-extended') return 'Only the period of law 4982 can be extended.';
  if (!received) return 'Received when? Give --received as YYYY-MM-DD.';
  if (!isDay(received)) return `"${received}" is not a day. Give --received as YYYY-MM-DD, for example 2026-03-13.`;
  const known = languageOf(language);
  if (!known) return noLanguage(language);
  return { rule: clockRule(extended ? 'foi-extended' : key), received, language: known };
}

function dueOrProblem(calendar: BusinessCalendar, { rule, received }: DeadlineQuestion): DueDate | string {
  const { amount, unit } = rule;
  try {
    // The laws count whole days: the hour of receipt plays no part.
    return computeDue(calendar, { receivedAt: instantAt(received, '12:00'), amount, unit, legal: countsByLaw(rule) });
  } catch (error) {
    if (!(error instanceof RefusalError) || error.code !== 'calendar-year-missing') throw error;
    return `No due date can be promised: the holidays of ${String(error.details.year)} are not in the table.`;
  }
}

function asText({ rule, language }: DeadlineQuestion, due: DueDate): string {
  return explanationAsText(explainDeadline({ rule, due, language }));
}

function asJson({ rule, received, language }: DeadlineQuestion, due: DueDate): string {
  const { key, law, article, amount, unit } = rule;
  const { days, warnings } = explainDeadline({ rule, due, language });
  const answer = {
    clock: key,
    law,
    article,
    amount,
    unit,
    received,
    dueDay: due.dueDay,
    dueAt: due.dueAt,
    days,
    warnings,
  };
  return JSON.stringify(answer, null, 2);
}
