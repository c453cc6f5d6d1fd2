// Why a due date is the day it is, day by day, in words a citizen and a lawyer can both check.
// Explains what the calendar computed; it never counts anything itself.
import { formatDateTime, formatDay, formatDuration, formatTime } from '../../../text/format.ts';
import type { Language } from '../../../text/language.ts';
import type { DayStep, DueDate, Period } from '../calendar/door.ts';
import type { ClockText } from './clock-texts.ts';
import { clockText, isClockText } from './clock-texts.ts';
import type { ClockRule } from './which-clocks.ts';
import { countsByLaw } from './which-clocks.ts';

export interface ExplanationRequest {
  readonly rule: ClockRule;
  readonly due: DueDate;
  readonly language: Language;
}

export interface ExplainedDay {
  /** 'YYYY-MM-DD'. */
  readonly day: string;
  readonly counted: number | null;
  /** The day as people write it: `13 Mart 2026 Cuma`. */
  readonly date: string;
  readonly sentence: string;
}

export interface Explanation {
  /** 'YYYY-MM-DD'; null while a year it reaches has no holiday rows. */
  readonly dueDay: string | null;
  /** What runs, by which rule, for how long. */
  readonly headline: string;
  /** From when it runs, and what is special about this clock. */
  readonly rules: readonly string[];
  /** What happened to this one clock: stops, what it follows, how it ended, what is odd about it. */
  readonly story: readonly string[];
  readonly days: readonly ExplainedDay[];
  readonly dueAt: string | null;
  readonly warnings: readonly string[];
  /** What silence would mean in law, where it means something. */
  readonly silence: string | null;
}

export function explainDeadline({ rule, due, language }: ExplanationRequest): Explanation {
  const say = (key: string) => (isClockText(key) ? clockText(key, language) : null);
  return {
    ...explainRule(rule, language),
    dueDay: due.dueDay,
    story: [],
    days: due.trace.map((step) => explainDay(step, rule, language)),
    dueAt: clockText('due.at', language, { moment: formatDateTime(due.dueAt, language, { year: true }) }),
    warnings: warningsOf(due, language),
    silence: say(`silence.${rule.silence}`),
  };
}

/** What runs and by which rule, whatever the calendar says. */
export function explainRule(rule: ClockRule, language: Language): Pick<Explanation, 'headline' | 'rules'> {
  const say = (key: string) => (isClockText(key) ? clockText(key, language) : null);
  const inHours = rule.unit === 'minutes' || rule.unit === 'hours' || rule.unit === 'working-hours';
  const rules = [say(inHours ? 'starts.received-clock' : `starts.${rule.starts}`), say(`note.${rule.key}`)];
  return { headline: headlineOf(rule, language), rules: rules.filter((sentence) => sentence !== null) };
}

/** The explanation as lines of text, the due day ('YYYY-MM-DD') alone on the first, for a terminal or a plain letter. */
export function explanationAsText(explanation: Explanation): string {
  const { dueDay, headline, rules, story, days, dueAt, warnings, silence } = explanation;
  const width = Math.max(0, ...days.map(({ date }) => date.length));
  const table = days.map(({ counted, date, sentence }) => `${label(counted)}  ${date.padEnd(width)}  ${sentence}`);
  const closing = [
    ...(dueAt ? [dueAt] : []),
    ...warnings.map((warning) => `! ${warning}`),
    ...(silence ? [silence] : []),
  ];
  return [dueDay ?? '–', '', headline, ...rules, ...story, '', ...table, '', ...closing].join('\n');
}

/** `15 iş günü` / `15 business days`: amount and unit always together. */
export function periodInWords({ amount, unit }: Period, language: Language): string {
  if (amount === 1 && unit === 'calendar-days') return clockText('unit.one-calendar-day', language);
  if (amount === 1 && unit === 'business-days') return clockText('unit.one-business-day', language);
  return clockText(`unit.${unit}`, language, { n: String(amount) });
}

function headlineOf(rule: ClockRule, language: Language): string {
  const law = [clockText(`law.${rule.law}`, language), rule.article].filter(Boolean).join(' ');
  const gazette = rule.gazette ? ` (${rule.gazette})` : '';
  return `${clockText(`clock.${rule.key}`, language)}: ${periodInWords(rule, language)}. ${law}${gazette}.`;
}

function explainDay(step: DayStep, rule: ClockRule, language: Language): ExplainedDay {
  const names = step.names.map((name) => name[language]).join(', ');
  const duration = formatDuration((step.minutes ?? 0) * 60_000, language);
  return {
    day: step.day,
    counted: step.counted,
    date: formatDay(step.day, language, { year: true }),
    sentence: clockText(sentenceKey(step, rule), language, { names, duration }),
  };
}

function sentenceKey(step: DayStep, rule: ClockRule): ClockText {
  const { reason, names, minutes, stop } = step;
  if (stop !== undefined) return minutes ? 'day.partly-stopped' : stoppedKey(stop);
  if (reason === 'stopped') throw new RangeError('A stopped day names its cause.');
  if (reason === 'weekend' && names.length > 0) return 'day.weekend-holiday';
  // 2577 m.8 extends the law's periods; for its own word the municipality simply says that nobody was there.
  if (reason === 'moved-end' && !countsByLaw(rule)) return 'day.moved-end-own';
  if (reason === 'working-time' && !minutes)
    return names.length > 0 ? 'day.no-working-time-named' : 'day.no-working-time';
  return `day.${reason}`;
}

function stoppedKey(cause: string): ClockText {
  const key = `day.stopped-${cause}`;
  if (!isClockText(key)) throw new RangeError(`No sentence says why a clock stood still: ${cause}`);
  return key;
}

function warningsOf({ warnings, trace, dueAt }: DueDate, language: Language): string[] {
  const names = (trace.at(-1)?.names ?? []).map((name) => name[language]).join(', ');
  const time = formatTime(dueAt, language);
  return warnings.map((warning) => clockText(`warning.${warning}`, language, { names, time }));
}

function label(counted: number | null): string {
  return (counted === null ? '–' : String(counted)).padStart(3);
}
