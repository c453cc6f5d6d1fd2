/**
 * Lines for time, at most four, each named at its own end and told apart by dash and marker as well as colour.
 * The value axis starts at zero. A missing value breaks the line: nothing is drawn where nothing is known.
 */
import { formatCount } from '../../text/format.ts';
import type { Language } from '../../text/language.ts';
import { checkedValue, label, paint, picture, round, textWidth, type Caption } from './frame.ts';
import { axisTicks } from './scale.ts';

export interface Series {
  readonly label: string;
  /** One value per moment; null where nothing is known. */
  readonly values: readonly (number | null)[];
}

export interface LineChart extends Caption {
  readonly moments: readonly string[];
  readonly series: readonly Series[];
  readonly language: Language;
  readonly print?: (value: number) => string;
  readonly width?: number;
  readonly height?: number;
}

const dashes = ['', '6 4', '2 3', '10 3 2 3'];
const labelHeight = 18;
const bottom = 26;
const top = 12;

interface Plane {
  readonly x: (at: number) => number;
  readonly y: (value: number) => number;
  readonly left: number;
  readonly right: number;
}

/** Throws RangeError for more than four series: nobody can follow a fifth. */
export function lineChart(chart: LineChart): string {
  const { series, moments, language, width = 640, height = 260 } = chart;
  if (series.length > 4) throw new RangeError(`a line chart shows at most 4 series, not ${series.length}`);
  const print = chart.print ?? ((value: number) => formatCount(value, language));
  const ticks = axisTicks(
    Math.max(0, ...series.flatMap(({ values }) => values.map((value) => checkedValue(value ?? 0)))),
  );
  const left = Math.max(...ticks.map((tick) => textWidth(print(tick)))) + 8;
  const right = width - Math.max(40, ...series.map((one) => textWidth(one.label))) - 28;
  const plane: Plane = {
    left,
    right,
    x: (at) => (moments.length < 2 ? left : left + (at / (moments.length - 1)) * (right - left)),
    y: (value) => height - bottom - (value / ticks.at(-1)!) * (height - bottom - top),
  };
  const description = chart.description ?? series.map((one) => spoken(one, moments, print)).join('. ');
  return picture({ ...chart, description }, { width, height }, [
    ...ticks.map((tick) => gridLine(plane, tick, print(tick))),
    ...momentLabels(plane, moments, height),
    ...series.map((one, at) => drawnLine(plane, one, at)),
    ...endLabels(plane, series),
  ]);
}

function gridLine({ left, right, y }: Plane, tick: number, words: string): string {
  const at = round(y(tick));
  const stroke = tick === 0 ? paint.lineStrong : paint.line;
  const rule = `<path d="M${round(left)} ${at}H${round(right)}" stroke="${stroke}" fill="none"/>`;
  return rule + label({ x: left - 8, y: at, words, anchor: 'end', fill: paint.ink2 });
}

/** As many moments as fit without touching, the first always among them. */
function momentLabels({ x, left, right }: Plane, moments: readonly string[], height: number): string[] {
  const room = Math.max(...moments.map((moment) => textWidth(moment)), 1) + 12;
  const every = Math.max(1, Math.ceil((moments.length * room) / Math.max(room, right - left)));
  return moments.flatMap((words, at) =>
    at % every === 0 ? [label({ x: x(at), y: height - 10, words, anchor: 'middle', fill: paint.ink2 })] : [],
  );
}

function drawnLine({ x, y }: Plane, { values }: Series, index: number): string {
  const colour = paint.series[index]!;
  let pen = 'M';
  const path = values
    .map((value, at) => {
      if (value === null) {
        pen = 'M';
        return '';
      }
      const step = `${pen}${round(x(at))} ${round(y(value))}`;
      pen = 'L';
      return step;
    })
    .join('');
  const marks = values.map((value, at) => (value === null ? '' : marker(index, round(x(at)), round(y(value)))));
  const dash = dashes[index] ? ` stroke-dasharray="${dashes[index]}"` : '';
  return (
    `<path class="line" d="${path}" fill="none" stroke="${colour}" stroke-width="2.5" stroke-linejoin="round"${dash}/>` +
    `<g fill="${colour}">${marks.join('')}</g>`
  );
}

/** Disc, square, triangle, diamond: a greyscale print still tells the lines apart. */
function marker(index: number, x: number, y: number): string {
  if (index === 0) return `<circle cx="${x}" cy="${y}" r="3.5"/>`;
  const shapes = ['', 'm-3.5-3.5h7v7h-7z', 'm0-4.5 4.5 8h-9z', 'm0-5 5 5-5 5-5-5z'];
  return `<path d="M${x} ${y}${shapes[index]!}"/>`;
}

/** Names at the lines' ends, pushed apart downward where lines end close together, and back up from the axis. */
function endLabels({ x, y }: Plane, series: readonly Series[]): string[] {
  const ends = series.flatMap((one, index) => {
    const at = one.values.findLastIndex((value) => value !== null);
    return at < 0 ? [] : [{ words: one.label, index, x: x(at) + 14, y: y(one.values[at]!) }];
  });
  ends.sort((a, b) => a.y - b.y);
  ends.forEach((end, at) => (end.y = Math.max(end.y, (ends[at - 1]?.y ?? -Infinity) + labelHeight)));
  ends.reverse().forEach((end, at) => (end.y = Math.min(end.y, (ends[at - 1]?.y ?? y(0) + labelHeight) - labelHeight)));
  // The name is ink and only its marker coloured: series colours are made for shapes, 3:1, and too pale for words.
  return ends.map((end) => {
    const key = `<g fill="${paint.series[end.index]!}">${marker(end.index, round(end.x), round(end.y))}</g>`;
    return key + label({ x: end.x + 9, y: end.y, words: end.words, bold: true });
  });
}

function spoken({ label: name, values }: Series, moments: readonly string[], print: (value: number) => string): string {
  const points = values.map((value, at) => `${moments[at] ?? ''} ${value === null ? '–' : print(value)}`);
  return `${name}: ${points.join(', ')}`;
}
