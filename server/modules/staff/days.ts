/** The few days that staff need; the calendar, which knows holidays, lies above. */

const istanbul = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Istanbul' });

/** 'YYYY-MM-DD' in Istanbul. */
export function todayOf(now: Date): string {
  return istanbul.format(now);
}

export function dayBefore(day: string): string {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
}

/** '2026-02-30' is none. */
export function isRealDay(day: string): boolean {
  const at = Date.parse(day);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(day);
}
