/** A line the size of a word, beside a number that is already printed. The last value is marked; scale from zero. */
import { checkedValue, paint, picture, round, type Caption } from './frame.ts';

export interface Spark extends Caption {
  readonly values: readonly number[];
  /** The same stretch a year or a week before, dotted behind. */
  readonly compared?: readonly number[];
  readonly width?: number;
  readonly height?: number;
}

export function sparkLine(spark: Spark): string {
  const { values, compared = [], width = 96, height = 24 } = spark;
  const max = Math.max(1, ...[...values, ...compared].map(checkedValue));
  const longest = Math.max(2, values.length, compared.length);
  const x = (at: number): number => round(3 + (at / (longest - 1)) * (width - 6));
  const y = (value: number): number => round(height - 3 - (value / max) * (height - 6));
  const path = (all: readonly number[]): string =>
    all.map((value, at) => `${at ? 'L' : 'M'}${x(at)} ${y(value)}`).join('');
  const last = values.length - 1;
  return picture({ ...spark, description: spark.description ?? values.join(', ') }, { width, height }, [
    compared.length > 0
      ? `<path d="${path(compared)}" fill="none" stroke="${paint.rest}" stroke-dasharray="1 3"/>`
      : '',
    `<path class="line" d="${path(values)}" fill="none" stroke="${paint.ink}" stroke-width="1.5" stroke-linejoin="round"/>`,
    last >= 0 ? `<circle cx="${x(last)}" cy="${y(values[last]!)}" r="2.5" fill="${paint.ink}"/>` : '',
  ]);
}
