// Whether the work of a topic is out of its months: said on the portal and to whoever takes the call.
import { monthOf } from '../text/months.ts';
import type { Topic } from './catalogue.ts';

/** The months of a topic's work when it is asked for outside them; null where there is nothing to say. */
export function monthsElsewhen({ seasonal }: Pick<Topic, 'seasonal'>, at: Date): readonly number[] | null {
  return seasonal === undefined || seasonal.months.includes(monthOf(at)) ? null : seasonal.months;
}
