// Counting minutes and hours: around the clock for what is urgent day and night, or inside working hours only.
// Working time stops where a half-day holiday starts and begins again with the next working day. Time in which the clock stood still is
// cut out to the second.
import type { BusinessCalendar } from './business-days.ts';
import { workingSpans } from './business-days.ts';
import type { DayStep } from './day-steps.ts';
import { instantAt, istanbulDay, shiftDay } from './istanbul-time.ts';
import type { Stop, Stretch } from './stops.ts';
import { runningParts } from './stops.ts';

const minuteInMs = 60_000;

export interface TimePeriod {
  readonly from: Date;
  readonly minutes: number;
  readonly legal: boolean;
  readonly stops?: readonly Stop[] | undefined;
}

export interface TimedEnd {
  readonly dueAt: Date;
  readonly trace: DayStep[];
}

/** Nights, weekends and holidays count. Needs no holiday table. */
export function addClockMinutes({ from, minutes, stops }: Omit<TimePeriod, 'legal'>): TimedEnd {
  const wholeDay = (day: string): Stretch[] => [
    { from: instantAt(day, '00:00').getTime(), to: instantAt(shiftDay(day, 1), '00:00').getTime() },
  ];
  return use({ from, minutes, stops }, wholeDay, (day, used) => ({ reason: 'clock-time', day, names: [], ...used }));
}

/** Only working hours count. Something that arrives outside them starts with the next working span. */
export function addWorkingHours(calendar: BusinessCalendar, { legal, ...period }: TimePeriod): TimedEnd {
  const spans = (day: string): Stretch[] =>
    workingSpans(calendar, day, legal).map((span) => ({
      from: instantAt(day, span.from).getTime(),
      to: instantAt(day, span.to).getTime(),
    }));
  return use(period, spans, (day, used) => {
    const names = (calendar.rowsByDay.get(day) ?? []).map((row) => row.name);
    return { reason: 'working-time', day, names, ...used };
  });
}

type Used = Pick<DayStep, 'counted' | 'minutes' | 'stop'>;

/** Uses up the minutes day by day inside the stretches that count, leaving out those in which the clock stood still. */
function use(
  { from, minutes, stops = [] }: Omit<TimePeriod, 'legal'>,
  stretchesOf: (day: string) => Stretch[],
  stepOf: (day: string, used: Used) => DayStep,
): TimedEnd {
  let left = requireMinutes(minutes) * minuteInMs;
  let dueAt = from;
  const trace: DayStep[] = [];
  for (let day = istanbulDay(from); left > 0 || trace.length === 0; day = shiftDay(day, 1)) {
    const before = left;
    const counting = stretchesOf(day).flatMap((stretch) => after(from.getTime(), stretch));
    for (const part of counting.flatMap((stretch) => runningParts(stretch, stops))) {
      const used = Math.min(left, part.to - part.from);
      if (used > 0) dueAt = new Date(part.from + used);
      left -= used;
    }
    const stop = stops.find((each) =>
      counting.some((stretch) => each.from.getTime() < stretch.to && each.until.getTime() > stretch.from),
    );
    trace.push(
      stepOf(day, { counted: null, minutes: (before - left) / minuteInMs, ...(stop && { stop: stop.cause }) }),
    );
  }
  return { dueAt, trace };
}

function after(from: number, stretch: Stretch): Stretch[] {
  return stretch.to <= from ? [] : [{ from: Math.max(from, stretch.from), to: stretch.to }];
}

function requireMinutes(minutes: number): number {
  if (!Number.isSafeInteger(minutes) || minutes < 0) throw new RangeError(`Not a number of minutes: ${minutes}`);
  return minutes;
}
