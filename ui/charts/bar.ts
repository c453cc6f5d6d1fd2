/**
 * Horizontal bars from zero, the value printed at each bar's end. Usually one bar carries the point and the rest are grey.
 * The table with the same rows belongs beside it; this is only the picture.
 */
import { formatCount } from '../../text/format.ts';
import type { Language } from '../../text/language.ts';
import { checkedValue, label, paint, picture, round, textWidth, type Caption } from './frame.ts';

export interface Bar {
  readonly label: string;
  /** At least 0; null prints an en dash and draws nothing, because unknown is not zero. */
  readonly value: number | null;
  /** The one bar the title speaks of. */
  readonly accent?: boolean;
}

export interface BarChart extends Caption {
  readonly bars: readonly Bar[];
  readonly language: Language;
  /** How a value is printed; counts unless told otherwise. */
  readonly print?: (value: number) => string;
  readonly width?: number;
}

const rowHeight = 28;
const barHeight = 18;
const gap = 8;
/** A value that exists is seen: 199 beside 86.008 would round to no ink at all. */
const thinnest = 1.5;

export function barChart(chart: BarChart): string {
  const { bars, language, width = 640 } = chart;
  const print = chart.print ?? ((value: number) => formatCount(value, language));
  const printed = bars.map(({ value }) => (value === null ? '–' : print(checkedValue(value))));
  const labelWidth = Math.min(width * 0.45, widest(bars.map((bar) => bar.label)));
  const start = labelWidth + gap;
  const room = width - start - gap - widest(printed);
  const max = Math.max(0, ...bars.map(({ value }) => value ?? 0));
  const rows = bars.map((bar, at) => {
    const middle = at * rowHeight + rowHeight / 2;
    const length = bar.value && max > 0 ? Math.max(thinnest, (bar.value / max) * room) : 0;
    return [
      label({ x: labelWidth, y: middle, words: shortened(bar.label, labelWidth), anchor: 'end', bold: bar.accent }),
      length > 0 ? drawnBar({ x: start, middle, length, accent: bar.accent === true }) : '',
      label({ x: start + length + (length > 0 ? gap : 0), y: middle, words: printed[at]!, bold: bar.accent }),
    ].join('');
  });
  const height = bars.length * rowHeight;
  const description = chart.description ?? bars.map((bar, at) => `${bar.label}: ${printed[at]!}`).join('; ');
  return picture({ ...chart, description }, { width, height }, [...rows, zeroLine(start, height)]);
}

function drawnBar({
  x,
  middle,
  length,
  accent,
}: {
  x: number;
  middle: number;
  length: number;
  accent: boolean;
}): string {
  const y = middle - barHeight / 2;
  const fill = accent ? paint.accent : paint.rest;
  return `<rect class="bar" x="${round(x)}" y="${round(y)}" width="${round(length)}" height="${barHeight}" fill="${fill}"/>`;
}

function zeroLine(x: number, height: number): string {
  return `<path d="M${round(x)} 0V${height}" stroke="${paint.lineStrong}" fill="none"/>`;
}

function widest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map((text) => textWidth(text)));
}

/** Cut in the picture only; description and table keep the whole name. */
function shortened(words: string, room: number): string {
  if (textWidth(words) <= room) return words;
  const characters = [...words];
  while (characters.length > 1 && textWidth(`${characters.join('')}…`) > room) characters.pop();
  return `${characters.join('').trimEnd()}…`;
}
