import { expect, test } from 'vitest';
import { businessCalendar } from './business-days.ts';
import type { HolidayRow } from './holiday-rows.ts';
import { isOfficeOpen } from './office-hours.ts';

const row = (date: string, startsAt: string | null, kind: HolidayRow['kind']): HolidayRow => ({
  ...{ date, startsAt, kind, source: 'deneme', confirmed: true },
  name: { tr: 'Tatil', en: 'Holiday' },
});
const calendar = businessCalendar([
  row('2026-10-28', '13:00', 'official'),
  row('2026-10-29', null, 'official'),
  row('2026-11-03', null, 'local-closure'),
]);

test.each([
  ['2026-10-27T08:30', true, 'a Tuesday, as the doors open'],
  ['2026-10-27T08:29', false, 'a minute before'],
  ['2026-10-27T12:45', true, 'in the midday break'],
  ['2026-10-27T17:29', true, 'the last minute'],
  ['2026-10-27T17:30', false, 'after it'],
  ['2026-10-28T12:59', true, 'the eve of the Republic Day, before one'],
  ['2026-10-28T13:00', false, 'from one on it is a holiday'],
  ['2026-10-29T10:00', false, 'the Republic Day'],
  ['2026-10-31T10:00', false, 'a Saturday'],
  ['2026-11-03T10:00', false, 'the town is shut for snow'],
  ['2031-10-27T10:00', true, 'a year nobody has entered yet: by the week alone'],
])('%s: %s, %s', (time, expected) => expect(isOfficeOpen(calendar, new Date(`${time}:00+03:00`))).toBe(expected));
