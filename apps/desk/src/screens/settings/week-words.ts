/** The working week in words, as it is read before it is published and between its versions. Pure. */
import type { WorkingWeek } from '../../../../../contract/calendar.ts';
import type { Language } from '../../../../../text/language.ts';
import { defineTexts } from '../../kit/texts.ts';

export const weekTexts = defineTexts(
  {
    intro:
      'İş günüyle ve çalışma saatiyle verilen süreler bu haftayla sayılır. Verilmiş sözlerin günü değişmez; değişiklik yeni süreler içindir.',
    days: 'Çalışma günleri',
    'day.1': 'Pazartesi',
    'day.2': 'Salı',
    'day.3': 'Çarşamba',
    'day.4': 'Perşembe',
    'day.5': 'Cuma',
    'day.6': 'Cumartesi',
    'day.7': 'Pazar',
    hours: 'Çalışma saatleri',
    'hours.hint': 'Öğle arası iki aralığın arasında kalan süredir.',
    from: '{n}. aralığın başı',
    to: '{n}. aralığın sonu',
    addSpan: 'Aralık ekle',
    removeSpan: 'Çıkar',
    removeNamed: '{n}. aralığı çıkar',
    pauses: 'İdari izin ve yerel kapanışlar kendi sözlerimizin süresini durdurur',
    'pauses.hint': 'Yasal süreler idari izinde de işler.',
    sum: 'Haftada {amount} çalışılır. Günle verilen süreler son gün saat {end} olunca dolar.',
    amount: '{hours} saat',
    amountAndMinutes: '{hours} saat {minutes} dakika',
    noDay: 'En az bir çalışma günü seçin.',
    noOrder: 'Her aralık başladığı saatten sonra bitmeli, sonraki de ondan önce başlamamalı.',
  },
  {
    intro:
      'Periods in business days and working hours are counted on this week. Promises already given keep their day; a change is for new periods.',
    days: 'Working days',
    'day.1': 'Monday',
    'day.2': 'Tuesday',
    'day.3': 'Wednesday',
    'day.4': 'Thursday',
    'day.5': 'Friday',
    'day.6': 'Saturday',
    'day.7': 'Sunday',
    hours: 'Working hours',
    'hours.hint': 'The lunch break is what lies between two spans.',
    from: 'Start of span {n}',
    to: 'End of span {n}',
    addSpan: 'Add a span',
    removeSpan: 'Take out',
    removeNamed: 'Take out span {n}',
    pauses: 'Administrative leave and local closures stop the periods we promised ourselves',
    'pauses.hint': 'Periods set by law run on during administrative leave.',
    sum: '{amount} are worked in a week. Periods given in days run out at {end} on their last day.',
    amount: '{hours} hours',
    amountAndMinutes: '{hours} hours {minutes} minutes',
    noDay: 'Choose at least one working day.',
    noOrder: 'Each span must end after it starts, and the next must not start before that.',
  },
);

export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

type Hours = WorkingWeek['hours'];

/** What the server would refuse, said while it is typed: 'HH:MM' sorts as it reads. */
export function faultOf({ workingDays, hours }: WorkingWeek): 'noDay' | 'noOrder' | null {
  if (workingDays.length === 0) return 'noDay';
  const edges = hours.flatMap(({ from, to }) => [from, to]);
  const ordered =
    hours.every(({ from, to }) => from !== '' && from < to) && edges.every((edge, at) => edge >= (edges[at - 1] ?? ''));
  return ordered ? null : 'noOrder';
}

export function minutesOfWeek({ workingDays, hours }: WorkingWeek): number {
  return workingDays.length * hours.reduce((sum, { from, to }) => sum + minutesOf(to) - minutesOf(from), 0);
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

/** `08.30–12.30, 13.30–17.30`; English writes the colon. */
export function hoursInWords(hours: Hours, language: Language): string {
  return hours.map(({ from, to }) => `${timeInWords(from, language)}–${timeInWords(to, language)}`).join(', ');
}

export function timeInWords(time: string, language: Language): string {
  return language === 'tr' ? time.replace(':', '.') : time;
}

/** For the list of what changes: days by name, hours as they are written on a door. */
export function weekInWords(week: Omit<WorkingWeek, 'version'>, language: Language) {
  return {
    workingDays: week.workingDays.map((day) => weekTexts[language][`day.${day}` as 'day.1']).join(', '),
    hours: hoursInWords(week.hours, language),
    closuresPauseService: week.closuresPauseService,
  };
}
