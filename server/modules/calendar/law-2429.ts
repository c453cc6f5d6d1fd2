// The official holidays of a year by Law 2429, from the two first days of the religious feasts, which no law fixes.
// Only what the law says: leave by circular and local closures are rows of their own.
// Holidays on a weekend are not moved to Monday.
import type { HolidayName, HolidayRow } from './holiday-rows.ts';
import { shiftDay } from './istanbul-time.ts';

/** First days of the feasts that begin in this year. A list each, because a feast can begin twice in one year (2033). */
export interface FeastDays {
  readonly ramazan: readonly string[];
  readonly kurban: readonly string[];
  readonly source: string;
  /** False while the days are computed and not yet in Diyanet's published list. */
  readonly confirmed: boolean;
}

interface FixedDay extends HolidayName {
  /** 'MM-DD'. */
  readonly day: string;
  /** The first year in which it was a holiday. */
  readonly since?: number;
  readonly startsAt?: string;
}

const fixedDays: readonly FixedDay[] = [
  { day: '01-01', tr: 'Yılbaşı', en: "New Year's Day" },
  { day: '04-23', tr: 'Ulusal Egemenlik ve Çocuk Bayramı', en: "National Sovereignty and Children's Day" },
  { day: '05-01', tr: 'Emek ve Dayanışma Günü', en: 'Labour and Solidarity Day', since: 2009 },
  { day: '05-19', tr: "Atatürk'ü Anma, Gençlik ve Spor Bayramı", en: 'Commemoration of Atatürk, Youth and Sports Day' },
  { day: '07-15', tr: 'Demokrasi ve Milli Birlik Günü', en: 'Democracy and National Unity Day', since: 2017 },
  { day: '08-30', tr: 'Zafer Bayramı', en: 'Victory Day' },
  { day: '10-28', tr: 'Cumhuriyet Bayramı arifesi', en: 'Eve of Republic Day', startsAt: '13:00' },
  { day: '10-29', tr: 'Cumhuriyet Bayramı', en: 'Republic Day' },
];

/** The rows of one year, in date order. */
export function officialHolidays(year: number, feasts: FeastDays): HolidayRow[] {
  const fixed = fixedDays
    .filter(({ since = 0 }) => year >= since)
    .map(({ day, tr, en, startsAt = null }) => row(`${year}-${day}`, { tr, en }, { startsAt, ...law }));
  const feastRows = [
    ...feasts.ramazan.flatMap((first) => feastOf({ tr: 'Ramazan Bayramı', en: 'Ramadan Feast' }, first, 3, feasts)),
    ...feasts.kurban.flatMap((first) => feastOf({ tr: 'Kurban Bayramı', en: 'Feast of Sacrifice' }, first, 4, feasts)),
  ];
  return [...fixed, ...feastRows].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

const law = { source: '2429 sayılı Kanun', confirmed: true };

function feastOf(name: HolidayName, first: string, days: number, { source, confirmed }: FeastDays): HolidayRow[] {
  const arife = { tr: `${name.tr} arifesi`, en: `Eve of the ${name.en}` };
  const eve = row(shiftDay(first, -1), arife, { startsAt: '13:00', source, confirmed });
  const feast = Array.from({ length: days }, (_, index) => {
    const numbered = { tr: `${name.tr} ${index + 1}. gün`, en: `${name.en}, day ${index + 1}` };
    return row(shiftDay(first, index), numbered, { startsAt: null, source, confirmed });
  });
  return [eve, ...feast];
}

function row(date: string, name: HolidayName, rest: Pick<HolidayRow, 'startsAt' | 'source' | 'confirmed'>): HolidayRow {
  return { date, startsAt: rest.startsAt, name, kind: 'official', source: rest.source, confirmed: rest.confirmed };
}
