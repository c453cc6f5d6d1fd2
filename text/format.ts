// How numbers, money, dates and durations are printed, in Turkish and English. Every date is Istanbul's day, whatever
// zone the server stands in. Nothing here reads the clock: the instant is always handed in.
import type { Language } from './language.ts';

/** An instant, or a calendar day as `2026-03-23` (a promise has a day and no hour). */
export type DayLike = Date | string;

const ZONE = 'Europe/Istanbul';
const LOCALE: Record<Language, string> = { tr: 'tr-TR', en: 'en-GB' };

/** `201.639` / `201,639`. */
export function formatCount(count: number, language: Language): string {
  return numberFormat(language, 0).format(count);
}

/**
 * The share of `part` in `whole`: `%78,33` / `78.33%`, rounded half up as the activity reports do; `–` when the whole is
 * nothing. Turkish puts the sign first (TDK, Yazım Kılavuzu).
 */
export function formatPercent(
  part: number,
  whole: number,
  { language, decimals = 1 }: { language: Language; decimals?: number },
): string {
  if (whole === 0) return '–';
  const rounded = numberFormat(language, decimals).format(roundedPercent(part, whole, decimals));
  if (language === 'en') return `${rounded}%`;
  return rounded.startsWith('-') ? `-%${rounded.slice(1)}` : `%${rounded}`;
}

/** Kuruş as lira: `1.458.864,06 TL`. The letters and not the sign, as official documents write it. */
export function formatMoney(kurus: number, language: Language): string {
  return `${numberFormat(language, 2).format(kurus / 100)} TL`;
}

/**
 * A large count as prose says it: `297 bin 148`, `bin 724` (never "bir bin"), `2 milyon 40 bin`. English prints digits.
 */
export function inWords(count: number, language: Language): string {
  if (language === 'en' || count < 1000) return formatCount(count, language);
  const milyar = Math.floor(count / 1e9);
  const milyon = Math.floor(count / 1e6) % 1000;
  const bin = Math.floor(count / 1000) % 1000;
  const rest = count % 1000;
  return [
    milyar > 0 ? `${formatCount(milyar, language)} milyar` : '',
    milyon > 0 ? `${milyon} milyon` : '',
    bin > 1 ? `${bin} bin` : bin === 1 ? 'bin' : '',
    rest > 0 ? String(rest) : '',
  ]
    .filter(Boolean)
    .join(' ');
}

/** `23 Mart Pazartesi`, `23 Mart 2026 Pazartesi` with `year`, `23 Mart Pzt` with `short`; English `Monday 23 March`. */
export function formatDay(
  day: DayLike,
  language: Language,
  { year = false, short = false }: { year?: boolean; short?: boolean } = {},
): string {
  const parts = dateParts(day, language);
  const weekday = short ? parts.weekdayShort : parts.weekday;
  const date = [parts.day, parts.monthName, ...(year ? [parts.year] : [])].join(' ');
  return language === 'tr' ? `${date} ${weekday}` : `${weekday} ${date}`;
}

/** A month given as `2026-03`: `Mart 2026` / `March 2026`. */
export function formatMonth(month: string, language: Language): string {
  const { monthName, year } = dateParts(`${month}-01`, language);
  return `${monthName} ${year}`;
}

/** A moment in a sentence: `13 Mart Cuma 09.42` / `Friday 13 March 09:42`. */
export function formatDateTime(
  instant: Date,
  language: Language,
  options: { year?: boolean; short?: boolean } = {},
): string {
  return `${formatDay(instant, language, options)} ${formatTime(instant, language)}`;
}

/** The hour: `09.42` in Turkish prose, `09:42` in tables and in English. */
export function formatTime(instant: Date, language: Language, { table = false }: { table?: boolean } = {}): string {
  const { hour, minute } = dateParts(instant, language);
  return hour + (language === 'tr' && !table ? '.' : ':') + minute;
}

/** A day in a table column: `23.03.2026` / `23 Mar 2026`. */
export function formatTableDate(day: DayLike, language: Language): string {
  const parts = dateParts(day, language);
  return language === 'tr'
    ? `${parts.day2}.${parts.month2}.${parts.year}`
    : `${parts.day} ${parts.monthShort} ${parts.year}`;
}

/** A day in an SMS: `23.03.2026` in both languages, because a month's name may cost a second segment. */
export function formatSmsDate(day: DayLike, _language: Language): string {
  return formatTableDate(day, 'tr');
}

const UNITS: readonly { ms: number; name: Record<Language, string> }[] = [
  { ms: 86_400_000, name: { tr: 'g', en: 'd' } },
  { ms: 3_600_000, name: { tr: 's', en: 'h' } },
  { ms: 60_000, name: { tr: 'dk', en: 'min' } },
  { ms: 1000, name: { tr: 'sn', en: 's' } },
];

/** A length of time by its largest two units, rounded down: `2 g 4 s`, `35 dk`, `12 sn`. The sign is the caller's word. */
export function formatDuration(milliseconds: number, language: Language): string {
  const length = Math.abs(milliseconds);
  const largest = UNITS.findIndex((unit) => length >= unit.ms);
  if (largest === -1) return `0 ${UNITS[3]!.name[language]}`;
  const second = UNITS[largest + 1];
  const first = UNITS[largest]!;
  const parts = [`${Math.floor(length / first.ms)} ${first.name[language]}`];
  const remainder = second ? Math.floor((length % first.ms) / second.ms) : 0;
  if (second && remainder > 0) parts.push(`${remainder} ${second.name[language]}`);
  return parts.join(' ');
}

/** Half up on whole numbers without a floating step: `78,335` must not fall to `78,33` because of a binary fraction. */
function roundedPercent(part: number, whole: number, decimals: number): number {
  const scale = 10 ** decimals;
  if (!Number.isSafeInteger(part) || !Number.isSafeInteger(whole))
    return Math.round((part / whole) * 100 * scale) / scale;
  const sign = part < 0 !== whole < 0 ? -1 : 1;
  const top = BigInt(Math.abs(part)) * 100n * BigInt(scale);
  const bottom = BigInt(Math.abs(whole));
  return (sign * Number((2n * top + bottom) / (2n * bottom))) / scale;
}

const numberFormats = new Map<string, Intl.NumberFormat>();

function numberFormat(language: Language, decimals: number): Intl.NumberFormat {
  const key = `${language}${decimals}`;
  let format = numberFormats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(LOCALE[language], {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
      useGrouping: 'always' as never, // four digits are grouped too: 4.000
    });
    numberFormats.set(key, format);
  }
  return format;
}

interface DateParts {
  year: string;
  day: string;
  day2: string;
  month2: string;
  monthName: string;
  monthShort: string;
  weekday: string;
  weekdayShort: string;
  hour: string;
  minute: string;
}

const wall = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  hourCycle: 'h23',
  ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
});

const NAMES = { tr: names('tr'), en: names('en') };

/** One Intl call a date; the names of months and weekdays are looked up, which is several times faster than asking again. */
function dateParts(day: DayLike, language: Language): DateParts {
  const instant = typeof day === 'string' ? startOfDay(day) : day;
  const part: Record<string, string> = {};
  for (const { type, value } of wall.formatToParts(instant)) part[type] = value;
  const { year = '', month = '', day: day2 = '', hour = '', minute = '' } = part;
  const weekdayIndex = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day2))).getUTCDay();
  const name = NAMES[language];
  return {
    ...{ year, hour, minute, day2, month2: month, day: String(Number(day2)) },
    monthName: name.months[Number(month) - 1]!,
    monthShort: name.monthsShort[Number(month) - 1]!,
    weekday: name.weekdays[weekdayIndex]!,
    weekdayShort: name.weekdaysShort[weekdayIndex]!,
  };
}

function startOfDay(day: string): Date {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) throw new RangeError(`not a calendar day: ${day}`);
  return new Date(`${day}T09:00:00Z`); // noon in Istanbul: the same day in every offset the zone ever had
}

function names(language: Language) {
  const pick = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(LOCALE[language], { ...options, timeZone: 'UTC' });
  const months = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2026, month, 15)));
  const week = Array.from({ length: 7 }, (_, weekday) => new Date(Date.UTC(2026, 1, 1 + weekday))); // 1 February 2026: a Sunday
  return {
    months: months.map((date) => pick({ month: 'long' }).format(date)),
    monthsShort: months.map((date) => pick({ month: 'short' }).format(date)),
    weekdays: week.map((date) => pick({ weekday: 'long' }).format(date)),
    weekdaysShort: week.map((date) => pick({ weekday: 'short' }).format(date)),
  };
}
