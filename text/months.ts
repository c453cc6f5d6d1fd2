// Months of the year without a year, as a topic or a plan names them: 1 is January.
import type { Language } from './language.ts';
import { lower } from './turkish.ts';

const LOCALE: Record<Language, string> = { tr: 'tr-TR', en: 'en-GB' };
const NAMES = { tr: namesIn('tr'), en: namesIn('en') };
const inIstanbul = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Istanbul', month: 'numeric' });

/** The month of an instant in Istanbul. */
export function monthOf(instant: Date): number {
  return Number(inIstanbul.format(instant));
}

/** `Kasım`, `November`: as it stands alone. */
export function monthName(month: number, language: Language): string {
  return NAMES[language][month - 1] ?? '';
}

/** `kasım–mart`, `March–May, October`: runs as a span, also over the new year. Turkish months are small without a day beside them (TDK). */
export function monthsInWords(months: readonly number[], language: Language): string {
  const inSentence = (month: number) =>
    language === 'tr' ? lower(monthName(month, language)) : monthName(month, language);
  return runsOf(months)
    .map((run) => [run[0]!, ...(run.length > 1 ? [run.at(-1)!] : [])].map(inSentence).join('–'))
    .join(', ');
}

function runsOf(months: readonly number[]): number[][] {
  const runs: number[][] = [];
  for (const month of [...new Set(months)].sort((left, right) => left - right)) {
    const last = runs.at(-1);
    if (last?.at(-1) === month - 1) last.push(month);
    else runs.push([month]);
  }
  // December is followed by January.
  const isOverTheNewYear = runs.length > 1 && runs[0]![0] === 1 && runs.at(-1)!.at(-1) === 12;
  return isOverTheNewYear ? [...runs.slice(1, -1), [...runs.at(-1)!, ...runs[0]!]] : runs;
}

function namesIn(language: Language): string[] {
  const format = new Intl.DateTimeFormat(LOCALE[language], { timeZone: 'UTC', month: 'long' });
  return Array.from({ length: 12 }, (_, at) => format.format(new Date(Date.UTC(2026, at, 15))));
}
