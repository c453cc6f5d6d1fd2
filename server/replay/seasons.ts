/** When people ask: days of the year and hours of the day, as weights. None of it is in the documents; see docs/replay-assumptions.md. */
import type { BusinessCalendar } from '../modules/calendar/door.ts';
import { instantAt, isBusinessDay, shiftDay, weekdayOf } from '../modules/calendar/door.ts';
import type { Channel } from '../modules/requests/door.ts';
import type { Random } from './random.ts';

export interface Year {
  days: readonly string[];
  /** Midnight in Istanbul at which each day begins. */
  starts: readonly Date[];
  isWorkday: readonly boolean[];
}

export function yearDays(year: number, calendar: BusinessCalendar): Year {
  const days: string[] = [];
  for (let day = `${year}-01-01`; day.startsWith(`${year}-`); day = shiftDay(day, 1)) days.push(day);
  return {
    days,
    starts: days.map((day) => instantAt(day, '00:00')),
    isWorkday: days.map((day) => weekdayOf(day) <= 5 && isBusinessDay(calendar, day)),
  };
}

/** Weights of the twelve months. Snow is the only matter whose year is not flat but for a reason anyone knows. */
const MONTHS: Record<string, readonly number[]> = {
  'YOL-11': [45, 18, 27, 0, 0, 0, 0, 0, 0, 0, 0, 10],
  'YOL-13': [6, 6, 7, 6, 8, 14, 10, 12, 12, 9, 6, 6],
  'HAY-07': [1, 1, 2, 6, 12, 18, 20, 18, 12, 6, 2, 1],
  'PRK-02': [10, 14, 16, 9, 6, 5, 5, 5, 6, 8, 9, 9],
  'PRK-04': [1, 1, 3, 8, 14, 18, 20, 18, 10, 5, 1, 1],
  'TEM-10': [5, 5, 6, 8, 10, 13, 14, 14, 9, 6, 5, 5],
};
const FLAT = [8, 8, 9, 8, 8, 9, 8, 9, 8, 8, 8, 8];

/** What a day off weighs beside a working day: the call centre works around the clock, an office desk is shut. */
const DAY_OFF: Partial<Record<Channel, number>> = {
  phone: 0.62,
  web: 0.8,
  desk: 0,
  foi: 0,
  metropolitan: 0.5,
  cimer: 0.7,
  'acik-kapi': 0,
};
const DAY_OFF_OTHERWISE = 0.75;

export type DrawDay = (topic: string, channel: Channel, draw: Random) => number;

/** Draws days by the topic's season and the channel's week; running sums are kept, because most requests share a few. */
export function dayDrawer(year: Year): DrawDay {
  const kept = new Map<string, Float64Array>();
  return (topic, channel, draw) => {
    const season = MONTHS[topic] ? topic : '';
    const key = `${season} ${DAY_OFF[channel] ?? DAY_OFF_OTHERWISE}`;
    let sums = kept.get(key);
    if (!sums) kept.set(key, (sums = runningSums(year, MONTHS[season] ?? FLAT, DAY_OFF[channel] ?? DAY_OFF_OTHERWISE)));
    return firstAbove(sums, draw.next() * sums[sums.length - 1]!);
  };
}

function runningSums({ days, isWorkday }: Year, months: readonly number[], dayOff: number): Float64Array {
  let all = 0;
  return Float64Array.from(
    days,
    (day, at) => (all += months[Number(day.slice(5, 7)) - 1]! * (isWorkday[at] ? 1 : dayOff)),
  );
}

function firstAbove(sums: Float64Array, target: number): number {
  let [low, high] = [0, sums.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sums[middle]! > target) high = middle;
    else low = middle + 1;
  }
  return low;
}

const AROUND_THE_CLOCK = [6, 4, 3, 2, 2, 3, 8, 20, 45, 72, 80, 76, 60, 66, 74, 72, 66, 58, 46, 38, 32, 26, 18, 10];
const EVENINGS = [8, 4, 2, 1, 1, 2, 5, 12, 30, 45, 50, 48, 42, 44, 48, 48, 46, 44, 46, 52, 58, 60, 48, 24];
const OFFICE = [0, 0, 0, 0, 0, 0, 0, 0, 20, 90, 100, 92, 30, 80, 96, 88, 50, 0, 0, 0, 0, 0, 0, 0];
const IN_OFFICE: readonly Channel[] = ['desk', 'foi', 'cimer', 'acik-kapi', 'metropolitan'];

const hoursOf = (weights: readonly number[]) => weights.map((weight, hour) => [hour, weight] as const);
const HOURS = { phone: hoursOf(AROUND_THE_CLOCK), office: hoursOf(OFFICE), other: hoursOf(EVENINGS) };

/** Seconds after midnight. */
export function drawSecond(channel: Channel, draw: Random): number {
  const hours = channel === 'phone' ? HOURS.phone : IN_OFFICE.includes(channel) ? HOURS.office : HOURS.other;
  return draw.weighted(hours) * 3600 + draw.below(3600);
}
