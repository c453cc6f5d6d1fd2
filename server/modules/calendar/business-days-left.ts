// How many business days are left until an instant, or have passed since it: what people count who work in business days.
import { RefusalError } from '../../kernel/refusals.ts';
import type { BusinessCalendar } from './business-days.ts';
import { isBusinessDay } from './business-days.ts';
import { istanbulDay, shiftDay } from './istanbul-time.ts';

/** Nobody plans further ahead, and nothing that long is asked for in business days. */
const FURTHEST_DAYS = 400;

/**
 * The business days after the earlier of both days, up to and with the later one; below zero when it is over. On Friday, Monday is 1.
 * Null: further away than a year, or in a year without rows, of which nothing is guessed.
 */
export function businessDaysUntil(
  calendar: BusinessCalendar,
  dueAt: Date,
  { now, legal }: { now: Date; legal: boolean },
): number | null {
  const [today, dueDay] = [istanbulDay(now), istanbulDay(dueAt)];
  const [from, to] = today < dueDay ? [today, dueDay] : [dueDay, today];
  try {
    let count = 0;
    let day = from;
    for (let steps = 0; day < to; steps += 1) {
      if (steps === FURTHEST_DAYS) return null;
      day = shiftDay(day, 1);
      if (isBusinessDay(calendar, day, legal)) count += 1;
    }
    return today <= dueDay || count === 0 ? count : -count;
  } catch (error) {
    if (error instanceof RefusalError && error.code === 'calendar-year-missing') return null;
    throw error;
  }
}
