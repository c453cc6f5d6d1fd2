// The shape of the holiday table, and the one place where rows from outside (file, import, screen) are checked.
import type { Texts } from '../../../text/language.ts';
import { isDay } from './istanbul-time.ts';

/**
 * official: a holiday by law. administrative-leave: public staff are let off by circular, which is no holiday in law.
 * local-closure: the municipality is shut here (snow, election), likewise no holiday in law.
 */
export const holidayKinds = ['official', 'administrative-leave', 'local-closure'] as const;
export type HolidayKind = (typeof holidayKinds)[number];

export type HolidayName = Texts;

/** One row: a day, or its part from `startsAt` on, on which the office is closed. Two rows may name the same day. */
export interface HolidayRow {
  readonly date: string;
  /** 'HH:MM' when only the rest of the day is off (arife, 28 October: 13:00); null for the whole day. */
  readonly startsAt: string | null;
  readonly name: HolidayName;
  readonly kind: HolidayKind;
  /** Where the date was read, in words a reader can follow. */
  readonly source: string;
  /** False while the date is computed or announced but not yet read in an official list. */
  readonly confirmed: boolean;
}

/** What is wrong with rows from outside, one sentence per fault; empty when they may be used. */
export function faultsInHolidayRows(rows: unknown): string[] {
  if (!Array.isArray(rows)) return ['The holiday table must be a list of rows.'];
  const seen = new Set<string>();
  return rows.flatMap((row: unknown, index) => {
    const faults = faultsInRow(row).map((fault) => `Row ${index + 1}: ${fault}`);
    if (faults.length > 0) return faults;
    const { date, name } = row as HolidayRow;
    const key = `${date} ${name.tr}`;
    if (seen.has(key)) return [`Row ${index + 1}: ${key} is listed twice.`];
    seen.add(key);
    return [];
  });
}

function faultsInRow(row: unknown): string[] {
  if (typeof row !== 'object' || row === null) return ['not a row.'];
  const { date, startsAt, name, kind, source, confirmed } = row as Record<string, unknown>;
  const names = (name ?? {}) as Record<string, unknown>;
  const checks: [boolean, string][] = [
    [typeof date === 'string' && isDay(date), 'date must be a real day, YYYY-MM-DD.'],
    [startsAt === null || isClockTime(startsAt), 'startsAt must be null or a time, HH:MM.'],
    [isText(names.tr) && isText(names.en), 'name must hold tr and en.'],
    [holidayKinds.includes(kind as HolidayKind), `kind must be one of ${holidayKinds.join(', ')}.`],
    [isText(source), 'source must say where the date was read.'],
    [typeof confirmed === 'boolean', 'confirmed must be true or false.'],
  ];
  return checks.filter(([holds]) => !holds).map(([, fault]) => fault);
}

function isClockTime(value: unknown): boolean {
  return typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(value);
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '';
}
