/**
 * A dot on a range per row: the usual case as a dot, the slow case as the line's end (median and ninetieth percentile).
 * For times to answer, where a mean would hide the people who waited.
 */
import { checkedValue, label, paint, picture, round, textWidth, type Caption } from './frame.ts';

export interface RangeRow {
  readonly label: string;
  readonly low: number;
  readonly middle: number;
  readonly high: number;
}

export interface RangeChart extends Caption {
  readonly rows: readonly RangeRow[];
  readonly print: (value: number) => string;
  /** A line through all rows: the promised time. */
  readonly target?: { readonly value: number; readonly label: string };
  readonly width?: number;
}

const rowHeight = 28;
const head = 24;

export function rangeChart(chart: RangeChart): string {
  const { rows, print, target, width = 640 } = chart;
  const labelWidth = Math.min(width * 0.45, Math.max(0, ...rows.map((row) => textWidth(row.label))));
  const left = labelWidth + 12;
  const ends = rows.map((row) => `${print(row.middle)} – ${print(row.high)}`);
  const room = width - left - Math.max(0, ...ends.map((end) => textWidth(end))) - 12;
  const max = Math.max(target?.value ?? 0, ...rows.flatMap((row) => [row.low, row.middle, row.high]).map(checkedValue));
  const x = (value: number): number => left + (max > 0 ? value / max : 0) * room;
  const height = head + rows.length * rowHeight;
  const drawn = rows.map((row, at) => {
    const y = head + at * rowHeight + rowHeight / 2;
    return [
      label({ x: labelWidth, y, words: row.label, anchor: 'end' }),
      `<path class="range" d="M${round(x(row.low))} ${y}H${round(x(row.high))}" stroke="${paint.rest}" stroke-width="4" fill="none"/>`,
      `<circle cx="${round(x(row.middle))}" cy="${y}" r="6" fill="${paint.accent}"/>`,
      label({ x: width, y, words: ends[at]!, anchor: 'end' }),
    ].join('');
  });
  const description = chart.description ?? rows.map((row, at) => `${row.label}: ${ends[at]!}`).join('; ');
  return picture({ ...chart, description }, { width, height }, [
    target ? targetLine(x(target.value), height, target.label) : '',
    ...drawn,
  ]);
}

function targetLine(x: number, height: number, words: string): string {
  const rule = `<path d="M${round(x)} ${head - 6}V${height}" stroke="${paint.ink}" stroke-dasharray="4 3" fill="none"/>`;
  return rule + label({ x, y: 8, words, anchor: 'middle', size: 13 });
}
