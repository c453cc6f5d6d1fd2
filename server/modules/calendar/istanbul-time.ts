// Days and instants of Europe/Istanbul, the only zone the platform counts in.
// A day is the text 'YYYY-MM-DD' and never an instant: day arithmetic is done on the text, so no zone can move it.
// The offset comes from the tz data, never from a constant: the country changed its clocks until 2016-09-07.

const zone = 'Europe/Istanbul';
const dayInMs = 86_400_000;
const hourInMs = 3_600_000;

/** The calendar day in Istanbul at this instant: 'YYYY-MM-DD'. */
export function istanbulDay(instant: Date): string {
  return dayText(instant.getTime() + offsetAt(instant.getTime()));
}

/** The clock time in Istanbul at this instant: 'HH:MM'. */
export function istanbulTime(instant: Date): string {
  return new Date(instant.getTime() + offsetAt(instant.getTime())).toISOString().slice(11, 16);
}

/**
 * The instant at which Istanbul's clocks show this time on this day.
 * A time that spring skipped is read as the same moment after the jump; a time that autumn showed twice is its first showing.
 */
export function instantAt(day: string, time: string): Date {
  const wall = Date.parse(`${requireDay(day)}T${time}:00Z`);
  if (Number.isNaN(wall)) throw new RangeError(`Not a clock time: ${time}`);
  const before = offsetAt(wall - dayInMs);
  const after = offsetAt(wall + dayInMs);
  const candidates = [wall - Math.max(before, after), wall - Math.min(before, after)];
  const shown = candidates.find((instant) => instant + offsetAt(instant) === wall);
  return new Date(shown ?? wall - before);
}

/** The day so many days later (or earlier, when negative). */
export function shiftDay(day: string, days: number): string {
  return dayText(Date.parse(`${day}T00:00:00Z`) + days * dayInMs);
}

/** How many days the second lies after the first. */
export function daysBetween(first: string, second: string): number {
  return Math.round((Date.parse(`${second}T00:00:00Z`) - Date.parse(`${first}T00:00:00Z`)) / dayInMs);
}

/** 1 = Monday … 7 = Sunday (ISO 8601). */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

export function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}

/** True for a real day in the form 'YYYY-MM-DD'; '2026-02-30' is not one. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

// Written out by hand because a long trace asks for every day, and toISOString takes four times as long.
function dayText(utc: number): string {
  const date = new Date(utc);
  const [month, day] = [date.getUTCMonth() + 1, date.getUTCDate()];
  return `${date.getUTCFullYear()}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`;
}

function requireDay(day: string): string {
  if (!isDay(day)) throw new RangeError(`Not a day: ${day}`);
  return day;
}

const wallClock = new Intl.DateTimeFormat('en-US', {
  timeZone: zone,
  calendar: 'gregory',
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
});

// Every change of the clocks since 1985 fell on a whole hour of UTC, so one look into the tz data serves its hour.
const offsetByHour = new Map<number, number>();
const hoursRemembered = 20_000;

/** How far Istanbul's clocks are ahead of UTC at this instant, in milliseconds. */
function offsetAt(instant: number): number {
  const hour = Math.floor(instant / hourInMs);
  const known = offsetByHour.get(hour);
  if (known !== undefined) return known;
  const offset = readOffset(hour * hourInMs);
  if (offsetByHour.size >= hoursRemembered) offsetByHour.clear();
  offsetByHour.set(hour, offset);
  return offset;
}

function readOffset(instant: number): number {
  const part: Record<string, number> = {};
  for (const { type, value } of wallClock.formatToParts(instant)) part[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second) - instant;
}
