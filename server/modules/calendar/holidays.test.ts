// The shipped table against the law and against the published first days of the feasts, written here a second time on purpose.
import { describe, expect, test } from 'vitest';
import { businessCalendar, dayStanding, isBusinessDay, looksIncomplete } from './business-days.ts';
import { readHolidayFile } from './holiday-file.ts';
import { faultsInHolidayRows } from './holiday-rows.ts';
import { shiftDay } from './istanbul-time.ts';
import { officialHolidays } from './law-2429.ts';

const rows = await readHolidayFile();
const office = businessCalendar(rows);

// Published by Diyanet as reported; from 2027 computed.
const feasts: [year: number, ramazan: string, kurban: string][] = [
  [2014, '2014-07-28', '2014-10-04'],
  [2015, '2015-07-17', '2015-09-24'],
  [2016, '2016-07-05', '2016-09-12'],
  [2017, '2017-06-25', '2017-09-01'],
  [2018, '2018-06-15', '2018-08-21'],
  [2019, '2019-06-04', '2019-08-11'],
  [2020, '2020-05-24', '2020-07-31'],
  [2021, '2021-05-13', '2021-07-20'],
  [2022, '2022-05-02', '2022-07-09'],
  [2023, '2023-04-21', '2023-06-28'],
  [2024, '2024-04-10', '2024-06-16'],
  [2025, '2025-03-30', '2025-06-06'],
  [2026, '2026-03-20', '2026-05-27'],
  [2027, '2027-03-09', '2027-05-16'],
  [2028, '2028-02-26', '2028-05-05'],
  [2029, '2029-02-14', '2029-04-24'],
  [2030, '2030-02-04', '2030-04-13'],
];

describe('data/holidays.json', () => {
  test.each(feasts)('%i holds what the law gives it and nothing else official', (year, ramazan, kurban) => {
    const lawful = officialHolidays(year, { ramazan: [ramazan], kurban: [kurban], source: '', confirmed: true });
    const official = rows.filter((row) => row.kind === 'official' && row.date.startsWith(String(year)));
    expect(official.map(dateNameAndStart)).toEqual(lawful.map(dateNameAndStart));
    expect(looksIncomplete(office, year)).toBe(false);
  });

  test('computed feasts, and only they, are unconfirmed and say so', () => {
    const unconfirmed = rows.filter((row) => !row.confirmed);
    expect(new Set(unconfirmed.map((row) => row.source))).toEqual(
      new Set(['hesaplandı (Ümmü’l-kura), henüz açıklanmadı']),
    );
    expect(new Set(unconfirmed.map((row) => row.date.slice(0, 4)))).toEqual(new Set(['2027', '2028', '2029', '2030']));
  });

  test.each(feasts.filter(([year]) => year >= 2027))(
    'the computed feasts of %i are those of Umm al-Qura',
    (_, ramazan, kurban) => {
      expect(ummAlQura(ramazan)).toBe('10/1');
      expect(ummAlQura(kurban)).toBe('12/10');
    },
  );
});

describe('what a day is', () => {
  const days: [day: string, open: 'whole' | 'half' | 'closed', why: string][] = [
    ['2025-06-05', 'half', 'arife of Kurban'],
    ['2026-03-19', 'half', 'arife of Ramazan'],
    ['2025-10-28', 'half', 'the afternoon before Republic Day'],
    ['2025-04-02', 'whole', 'the day after Ramazan, though published packages call it a holiday'],
    ['2025-06-10', 'whole', 'the day after Kurban'],
    ['2026-03-23', 'whole', 'the Monday after Ramazan'],
    ['2016-07-15', 'whole', 'the year of the event, before the law'],
    ['2029-04-23', 'closed', 'an arife that is a whole holiday itself'],
    ['2023-04-23', 'closed', 'two holidays on one Sunday'],
    ['2026-11-10', 'whole', 'a day of remembrance, not of rest'],
    ['2022-05-01', 'closed', 'arife, 1 May and a Sunday at once'],
  ];
  test.each(days)('%s is %s: %s', (day, open) => {
    expect(dayStanding(office, day, true).open).toBe(open);
  });

  test('2022 has 252 business days', () => {
    let count = 0;
    for (let day = '2022-01-01'; day <= '2022-12-31'; day = shiftDay(day, 1))
      if (isBusinessDay(office, day)) count += 1;
    // 260 weekdays less 19 May, 15 July, 30 August and 5 weekdays of feasts (2, 3, 4 May; 11, 12 July).
    expect(count).toBe(252);
  });
});

describe('rows from outside', () => {
  const good = {
    date: '2031-01-01',
    startsAt: null,
    name: { tr: 'Yılbaşı', en: 'New Year' },
    kind: 'official',
    source: 'Law 2429',
    confirmed: true,
  };
  const broken: [what: string, row: unknown, fault: string][] = [
    ['a day that is none', { ...good, date: '2031-02-30' }, 'Row 1: date must be a real day, YYYY-MM-DD.'],
    ['a time that is none', { ...good, startsAt: '25:00' }, 'Row 1: startsAt must be null or a time, HH:MM.'],
    ['one language', { ...good, name: { tr: 'Yılbaşı' } }, 'Row 1: name must hold tr and en.'],
    [
      'an unknown kind',
      { ...good, kind: 'bank' },
      'Row 1: kind must be one of official, administrative-leave, local-closure.',
    ],
    ['no source', { ...good, source: ' ' }, 'Row 1: source must say where the date was read.'],
    ['no confirmation', { ...good, confirmed: 'yes' }, 'Row 1: confirmed must be true or false.'],
    ['no row', null, 'Row 1: not a row.'],
  ];
  test.each(broken)('%s', (_, row, fault) => {
    expect(faultsInHolidayRows([row])).toEqual([fault]);
  });

  test('the same holiday twice, no list, and a good one', () => {
    expect(faultsInHolidayRows([good, good])).toEqual(['Row 2: 2031-01-01 Yılbaşı is listed twice.']);
    expect(faultsInHolidayRows({})).toEqual(['The holiday table must be a list of rows.']);
    expect(faultsInHolidayRows([good])).toEqual([]);
  });
});

function dateNameAndStart({
  date,
  name,
  startsAt,
}: {
  date: string;
  name: { tr: string; en: string };
  startsAt: string | null;
}): string[] {
  return [date, name.tr, name.en, startsAt ?? ''];
}

function ummAlQura(day: string): string {
  const format = new Intl.DateTimeFormat('en-US-u-ca-islamic-umalqura', {
    timeZone: 'UTC',
    month: 'numeric',
    day: 'numeric',
  });
  return format.format(new Date(`${day}T12:00:00Z`)).replace(/ .*/, '');
}
