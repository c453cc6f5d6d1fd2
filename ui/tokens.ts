/**
 * The one source of every colour, size, space and time that a screen, letter or chart may use.
 * tokens.css is generated from here (`node ui/build-tokens.ts`); nobody writes a raw colour anywhere else.
 * Ratios are held by tokens.test.ts, so a value can be changed here without fear.
 */

export type Scheme = 'light' | 'dark';

/** `sun` is for a tablet outdoors: black on white, no grey, no tint. It exists beside the two schemes a system can ask for. */
export type Theme = Scheme | 'sun';

/** Five meanings and no more: people with colour blindness can't tell a sixth apart even by its neighbours. */
export const meanings = ['info', 'ok', 'soon', 'late', 'note'] as const;
export type Meaning = (typeof meanings)[number];

export interface Palette {
  /** The page itself. */
  readonly paper: string;
  /** Rows, cards, inputs. */
  readonly surface: string;
  /** Rails and wells. */
  readonly sunken: string;
  /** What floats: menus, dialogs. */
  readonly raised: string;
  /** Decorative only: too faint to carry a meaning. */
  readonly line: string;
  /** Edges of controls, at least 3:1 on every ground (WCAG 1.4.11). */
  readonly lineStrong: string;
  readonly ink: string;
  readonly ink2: string;
  /** The faintest grey that may carry a word. */
  readonly ink3: string;
  readonly focus: string;
  /** Text colour and tint of each meaning. */
  readonly meaning: Readonly<Record<Meaning, { readonly text: string; readonly tint: string }>>;
  /** The heaviest weight of urgency: a filled block. Only `late` has one. */
  readonly lateSolid: { readonly ground: string; readonly text: string };
  /** Four series at most; usually one accent bar and the rest `chartRest`. */
  readonly series: readonly [string, string, string, string];
  readonly chartRest: string;
}

const light: Palette = {
  paper: '#FBFAF8',
  surface: '#FFFFFF',
  sunken: '#F2F0EC',
  raised: '#FFFFFF',
  line: '#DAD6CF',
  lineStrong: '#85807A',
  ink: '#1C1B1A',
  ink2: '#57534E',
  ink3: '#6B6660',
  focus: '#0B57D0',
  meaning: {
    info: { text: '#1D4F91', tint: '#E8F0FA' },
    ok: { text: '#1B6B4A', tint: '#E4F3EB' },
    soon: { text: '#8A4B00', tint: '#FDF0DC' },
    late: { text: '#A3221B', tint: '#FCE9E7' },
    note: { text: '#6B5300', tint: '#FFF6D1' },
  },
  lateSolid: { ground: '#A3221B', text: '#FFFFFF' },
  series: ['#1F4E8C', '#D06A00', '#2A938B', '#3A3632'],
  chartRest: '#8A857E',
};

const dark: Palette = {
  paper: '#141312',
  surface: '#1D1B1A',
  sunken: '#0E0D0C',
  raised: '#272523',
  line: '#3A3734',
  lineStrong: '#8C867F',
  ink: '#F3F0EC',
  ink2: '#BEB8B0',
  ink3: '#A09A92',
  focus: '#A8C7FA',
  meaning: {
    info: { text: '#9CC2F5', tint: '#16283F' },
    ok: { text: '#7FD3A8', tint: '#12301F' },
    soon: { text: '#F5B95C', tint: '#3A2708' },
    late: { text: '#FF9C92', tint: '#421512' },
    note: { text: '#F2D675', tint: '#332A08' },
  },
  lateSolid: { ground: '#FF9C92', text: '#141312' },
  series: ['#6FA3E8', '#F0A94B', '#8FE0D8', '#B05C98'],
  chartRest: '#8C867F',
};

const blackOnWhite = { text: '#000000', tint: '#FFFFFF' };

const sun: Palette = {
  paper: '#FFFFFF',
  surface: '#FFFFFF',
  sunken: '#FFFFFF',
  raised: '#FFFFFF',
  line: '#000000',
  lineStrong: '#000000',
  ink: '#000000',
  ink2: '#000000',
  ink3: '#000000',
  focus: '#000000',
  meaning: { info: blackOnWhite, ok: blackOnWhite, soon: blackOnWhite, late: blackOnWhite, note: blackOnWhite },
  lateSolid: { ground: '#000000', text: '#FFFFFF' },
  series: ['#000000', '#555555', '#000000', '#555555'],
  chartRest: '#757575',
};

export const palettes: Readonly<Record<Theme, Palette>> = { light, dark, sun };

/** Shading of tiles, palest first. The same in every theme: the tile carries its own ground and its own text colour. */
export const shades = [
  { ground: '#E6EEF7', text: '#000000' },
  { ground: '#B9D0EA', text: '#000000' },
  { ground: '#7FA8D8', text: '#000000' },
  { ground: '#3F78B8', text: '#FFFFFF' },
  { ground: '#16447F', text: '#FFFFFF' },
] as const;

/** Shown until a municipality has chosen its own colour. */
export const defaultBrand = '#0B6E75';

/** A type step: `size` is any CSS length, `line` a unitless line height, `weight` a font weight. */
export interface TypeStep {
  readonly size: string;
  readonly line: number;
  readonly weight: number;
}

export type TypeStepName = 'display' | 'h1' | 'h2' | 'body' | 'small';
export type Scale = 'portal' | 'desk' | 'field';

const step = (size: string, line: number, weight: number): TypeStep => ({ size, line, weight });

/** Sizes in rem throughout, so that the browser's own text size rules (WCAG 1.4.4). */
export const typeScales: Readonly<Record<Scale, Readonly<Record<TypeStepName, TypeStep>>>> = {
  portal: {
    display: step('clamp(1.75rem, 5vw, 2.5rem)', 1.15, 700),
    h1: step('clamp(1.5rem, 4vw, 2rem)', 1.2, 700),
    h2: step('1.25rem', 1.3, 700),
    body: step('1.125rem', 1.5, 400),
    small: step('1rem', 1.5, 400),
  },
  desk: {
    display: step(rem(28), 32 / 28, 700),
    h1: step(rem(22), 28 / 22, 700),
    h2: step(rem(17), 24 / 17, 700),
    body: step(rem(15), 22 / 15, 400),
    small: step(rem(13), 18 / 13, 400),
  },
  field: {
    display: step(rem(28), 32 / 28, 700),
    h1: step(rem(24), 30 / 24, 700),
    h2: step(rem(20), 28 / 20, 700),
    body: step(rem(18), 26 / 18, 400),
    small: step(rem(18), 26 / 18, 400),
  },
};

/** The smallest target a hand must hit, in CSS pixels (WCAG 2.5.8 asks 24; a phone and a gloved hand need more). */
export const targetSizes: Readonly<Record<Scale, number>> = { portal: 44, desk: 24, field: 56 };

export const spaces = [2, 4, 8, 12, 16, 24, 32, 48, 64] as const;
export const radii = { s: 4, m: 6, l: 10, pill: 999 } as const;
export const durations = { state: 120, place: 180, mark: 300 } as const;
export const rowHeights = { ferah: 48, normal: 40, sik: 32 } as const;
export const zOrder = { sticky: 10, menu: 20, palette: 30, dialog: 40, notice: 50 } as const;
export const widths = { measure: '66ch', portal: '40rem' } as const;

export const fontStacks = {
  text: "'Atkinson Hyperlegible Next', 'Atkinson Fallback', system-ui, 'Segoe UI', Roboto, sans-serif",
  code: "'Atkinson Hyperlegible Mono', ui-monospace, 'Cascadia Mono', Menlo, Consolas, monospace",
} as const;

/** CSS pixels → rem at the browser's standard 16 px. */
export function rem(pixels: number): string {
  return `${Number((pixels / 16).toFixed(4))}rem`;
}
