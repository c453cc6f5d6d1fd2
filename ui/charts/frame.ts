/**
 * What every chart shares: the picture's frame with its spoken title and description, paints that follow the theme, and the
 * flattening for places without CSS (PNG, PDF, a saved file). Charts are pure functions from data to an SVG string.
 */
import { escapeMarkup } from '../escape.ts';
import { palettes, shades } from '../tokens.ts';

export interface Caption {
  /** Unique on the page: title and description are tied to the picture by it. Letters, digits and dashes. */
  readonly id: string;
  /** The finding as a sentence. */
  readonly title: string;
  /** What someone who can't see the picture should hear; each chart has its own default. */
  readonly description?: string;
}

const { light } = palettes;

/** Colours with the light value behind them, for where no style sheet reaches. */
export const paint = {
  ink: `var(--hs-ink, ${light.ink})`,
  ink2: `var(--hs-ink-2, ${light.ink2})`,
  surface: `var(--hs-surface, ${light.surface})`,
  line: `var(--hs-line, ${light.line})`,
  lineStrong: `var(--hs-line-strong, ${light.lineStrong})`,
  accent: `var(--hs-series-1, ${light.series[0]})`,
  rest: `var(--hs-chart-rest, ${light.chartRest})`,
  series: light.series.map((colour, at) => `var(--hs-series-${at + 1}, ${colour})`),
  shade: shades.map(({ ground }, at) => `var(--hs-shade-${at + 1}, ${ground})`),
  onShade: shades.map(({ text }, at) => `var(--hs-on-shade-${at + 1}, ${text})`),
} as const;

/** Sizes in the picture's own units, which are CSS pixels at its natural width. */
export interface Extent {
  readonly width: number;
  readonly height: number;
}

export function picture(
  caption: Caption & { description: string },
  extent: Extent,
  content: readonly string[],
): string {
  const id = caption.id.replace(/[^\w-]/g, '-');
  const { width, height } = extent;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" class="hs-chart" role="img" aria-labelledby="${id}-title ${id}-desc" ` +
    `viewBox="0 0 ${round(width)} ${round(height)}" width="${round(width)}" height="${round(height)}" ` +
    `font-family="var(--hs-font, sans-serif)" font-size="14" fill="${paint.ink}">` +
    `<title id="${id}-title">${escapeMarkup(caption.title)}</title>` +
    `<desc id="${id}-desc">${escapeMarkup(caption.description)}</desc>` +
    `${content.join('')}</svg>`
  );
}

interface Words {
  readonly x: number;
  readonly y: number;
  readonly words: string;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly fill?: string;
  readonly size?: number;
  readonly bold?: boolean;
}

/** A line of text whose `y` is its middle; figures stand under each other because digits share one width. */
export function label({ x, y, words, anchor = 'start', fill, size, bold }: Words): string {
  const extra = [
    anchor === 'start' ? '' : ` text-anchor="${anchor}"`,
    fill ? ` fill="${fill}"` : '',
    size ? ` font-size="${size}"` : '',
    bold ? ' font-weight="700"' : '',
  ].join('');
  return `<text x="${round(x)}" y="${round(y)}" dy=".35em" style="font-variant-numeric:tabular-nums"${extra}>${escapeMarkup(words)}</text>`;
}

/** An estimate in pixels at 14 px, a little wide: pictures are made where nothing can be measured. */
export function textWidth(words: string, size = 14): number {
  return [...words].length * size * 0.56;
}

export function round(value: number): number {
  return Number(value.toFixed(2));
}

/** The same picture without CSS variables, in the light palette: for PNG, PDF and saved files. */
export function flattened(svg: string): string {
  return svg.replace(/var\(--[\w-]+, ([^()]+)\)/g, '$1');
}

/** Throws RangeError for what a length from zero can't show. */
export function checkedValue(value: number): number {
  if (!Number.isFinite(value) || value < 0) throw new RangeError(`a chart can't draw the value ${value}`);
  return value;
}
