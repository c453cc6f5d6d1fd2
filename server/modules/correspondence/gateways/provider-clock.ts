/** Turkish gateways write local time without an offset. Turkey has kept UTC+3 since 2016 (Decree 2016/9154). */

const OFFSET = 3 * 60 * 60_000;

interface LocalTime {
  day: string;
  month: string;
  year: string;
  hour: string;
  minute: string;
  second: string;
}

/** The fields of an instant as a clock in Turkey shows them, two digits each, the year four. */
export function localTime(instant: Date): LocalTime {
  const [date = '', time = ''] = new Date(instant.getTime() + OFFSET).toISOString().split('T');
  const [year = '', month = '', day = ''] = date.split('-');
  const [hour = '', minute = '', second = ''] = time.slice(0, 8).split(':');
  return { day, month, year, hour, minute, second };
}

/** Reads `2015-02-20 16:06:00`, `20.02.2015 16:06:00` and ISO 8601 with an offset; null for anything else. */
export function parseLocalTime(written: unknown): Date | null {
  if (typeof written !== 'string') return null;
  if (/^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:\d\d)$/.test(written)) return validDate(written);
  const iso = /^(\d{4})-(\d\d)-(\d\d)[ T](\d\d:\d\d:\d\d)$/.exec(written);
  if (iso) return validDate(`${iso[1]}-${iso[2]}-${iso[3]}T${iso[4]}+03:00`);
  const dotted = /^(\d\d)\.(\d\d)\.(\d{4}) (\d\d:\d\d:\d\d)$/.exec(written);
  return dotted ? validDate(`${dotted[3]}-${dotted[2]}-${dotted[1]}T${dotted[4]}+03:00`) : null;
}

function validDate(iso: string): Date | null {
  const date = new Date(iso);
  return Number.isNaN(date.getTime()) ? null : date;
}
