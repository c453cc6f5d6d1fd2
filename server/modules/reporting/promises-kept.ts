/** How far the municipality kept its word in the last twelve months: the one figure every citizen may read. */
import type { Db } from '../../kernel/db/database.ts';
import { rememberedFor } from '../../kernel/remembered.ts';
import { istanbulDay } from '../calendar/door.ts';
import type { PromiseCount } from './figures-store.ts';
import { countPromises } from './figures-store.ts';
import { noPromises } from './promises-table.ts';
import { instantsOf, lastTwelveMonths, monthsOf } from './what-is-counted.ts';

const AN_HOUR = 3_600;

const ofTheYearBefore = rememberedFor(AN_HOUR, async (db, today): Promise<PromiseCount[]> => {
  const period = lastTwelveMonths(today);
  const { start, end } = instantsOf(period);
  const counts = await countPromises(db, { start, end, cutOff: end });
  return monthsOf(period).map((month) => counts.find((count) => count.month === month) ?? noPromises(month));
});

/** The twelve full months before the running one, first to last; at most an hour old. */
export function promisesKept(db: Db, now: Date): Promise<PromiseCount[]> {
  return ofTheYearBefore(db, istanbulDay(now));
}
