/**
 * How a clock looks (its weight) and what it says. Pure. Weight grows with urgency and is never colour alone: plain, tinted, outlined,
 * solid. A clock that has ended never counts on, and one that ended late stays late.
 */
import type { ClockEnd, StopCause } from '../../../../contract/clocks.ts';
import { formatDay, formatDuration, formatTime } from '../../../../text/format.ts';
import type { Language } from '../../../../text/language.ts';

export type ClockWeight = 'calm' | 'soon' | 'today' | 'late' | 'stopped' | 'kept' | 'kept-late' | 'ended';

export interface ClockFace {
  weight: ClockWeight;
  /** `23 Mart Pzt`, today `bugün 17.00`. */
  when: string;
  /** `6 gün kaldı`, `2 gün geçti`, `2 gün geç`; amount and unit always together. */
  how: string;
}

export interface ClockTimes {
  startedAt?: string | null;
  /** Null: no day can be named, because the calendar has no rows for its year. */
  dueAt: string | null;
  endedAt?: string | null;
  endReason?: ClockEnd | null;
  /** Of a clock that counts business days: how many are left, below zero when it is over, as the server counted. */
  businessDays?: number | null;
  /** Since when it stands still; null: it runs. */
  stopped?: { cause: StopCause; since: string } | null;
}

const MINUTE = 60_000;
const DAY = 86_400_000;

const tr = {
  today: 'bugün {time}',
  left: '{amount} kaldı',
  over: '{amount} geçti',
  took: '{amount} sürdü',
  late: '{amount} geç',
  day: '{n} gün',
  oneDay: '1 gün',
  workDay: '{n} iş günü',
  oneWorkDay: '1 iş günü',
  stopped: 'durdu',
  ended: 'bitti',
  noDay: 'gün söylenemiyor',
} as const;

const en: Record<keyof typeof tr, string> = {
  today: 'today {time}',
  left: '{amount} left',
  over: '{amount} over',
  took: 'took {amount}',
  late: '{amount} late',
  day: '{n} days',
  oneDay: '1 day',
  workDay: '{n} business days',
  oneWorkDay: '1 business day',
  stopped: 'stopped',
  ended: 'ended',
  noDay: 'no day can be named',
};

const texts = { tr, en };

export function clockFace(times: ClockTimes, now: Date, language: Language): ClockFace {
  const say = (key: keyof typeof tr, value = '') => texts[language][key].replace(/\{\w+\}/, value);
  if (times.dueAt === null) return { weight: times.endedAt ? 'ended' : 'calm', when: '–', how: say('noDay') };
  const due = new Date(times.dueAt);
  const when = sameDay(due, now) ? say('today', formatTime(due, language)) : formatDay(due, language, { short: true });
  if (times.endedAt) return { when, ...endOf(times, due, language) };
  // Of a clock that stands still nobody can say how much is left; what stopped it is said beside it.
  if (times.stopped) return { weight: 'stopped', when, how: say('stopped') };
  const left = due.getTime() - now.getTime();
  const amount = amountLeft(times.businessDays, left, language);
  if (left < 0) return { weight: 'late', when, how: say('over', amount) };
  return { weight: weightBefore(times, { due, now, left }), when, how: say('left', amount) };
}

/** Ends that keep what was promised; the others end a clock on a ground, and nothing was kept. */
const KEEPS: readonly ClockEnd[] = ['responded', 'answered', 'forwarded', 'paid'];

/** Late is late for ever, whatever ended it. */
function endOf(times: ClockTimes, due: Date, language: Language): Pick<ClockFace, 'weight' | 'how'> {
  const say = (key: keyof typeof tr, value = '') => texts[language][key].replace(/\{\w+\}/, value);
  const ended = new Date(times.endedAt!);
  const keeps = times.endReason != null && KEEPS.includes(times.endReason);
  if (ended > due) {
    const how = say('late', amountOf(ended.getTime() - due.getTime(), language));
    return { weight: keeps ? 'kept-late' : 'ended', how };
  }
  if (!keeps) return { weight: 'ended', how: say('ended') };
  const began = times.startedAt ? new Date(times.startedAt) : null;
  return { weight: 'kept', how: began ? say('took', amountOf(ended.getTime() - began.getTime(), language)) : '' };
}

/** Soon is the last quarter of the period or its last day, whichever comes first. */
function weightBefore(
  { startedAt }: ClockTimes,
  { due, now, left }: { due: Date; now: Date; left: number },
): ClockWeight {
  if (sameDay(due, now)) return 'today';
  const period = startedAt ? due.getTime() - new Date(startedAt).getTime() : 0;
  return left < DAY || left < period / 4 ? 'soon' : 'calm';
}

/** In the clock's own unit where that says more than nothing: over since Friday evening is no business day on Sunday. */
function amountLeft(businessDays: number | null | undefined, left: number, language: Language): string {
  const days = left < 0 ? -(businessDays ?? 0) : (businessDays ?? 0);
  if (days < 1 || (days === 1 && Math.abs(left) < DAY / 2)) return amountOf(Math.abs(left), language);
  return days === 1 ? texts[language].oneWorkDay : texts[language].workDay.replace('{n}', String(days));
}

/** Whole days from one day on, hours and minutes below it. */
function amountOf(milliseconds: number, language: Language): string {
  if (milliseconds < DAY) return formatDuration(toMinutes(milliseconds), language);
  const days = Math.floor(milliseconds / DAY);
  return days === 1 ? texts[language].oneDay : texts[language].day.replace('{n}', String(days));
}

/** Nobody plans by seconds; only the last minute is told in them. */
function toMinutes(milliseconds: number): number {
  return milliseconds < MINUTE ? milliseconds : Math.floor(milliseconds / MINUTE) * MINUTE;
}

function sameDay(left: Date, right: Date): boolean {
  return formatDay(left, 'tr', { year: true }) === formatDay(right, 'tr', { year: true });
}

/** The groups of the work list when it is sorted by time. */
export type DueGroup = 'overdue' | 'today' | 'week' | 'later' | 'stopped';

export function dueGroup(nextDueAt: string | null, now: Date): DueGroup {
  if (nextDueAt === null) return 'stopped';
  const due = new Date(nextDueAt);
  if (due < now) return 'overdue';
  if (sameDay(due, now)) return 'today';
  return due.getTime() < startOfTomorrow(now) + 6 * DAY ? 'week' : 'later';
}

/** Istanbul has had one offset, +03:00, all year since 2016 (BKK 2016/9154); the desk looks only ahead from now. */
function startOfTomorrow(now: Date): number {
  const offset = 3 * 3_600_000;
  return (Math.floor((now.getTime() + offset) / DAY) + 1) * DAY - offset;
}
