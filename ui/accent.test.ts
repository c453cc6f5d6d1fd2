import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accentCss } from './accent-css.ts';
import { accentFor, mantineShades } from './accent.ts';
import { contrastRatio } from './contrast.ts';
import { hexOfOklch, hueDistance, oklchOf } from './oklch.ts';
import { defaultBrand, palettes } from './tokens.ts';

/** Colours of real town halls' kinds, with the accent each must become on paper and on dark surfaces. */
const table = [
  { name: 'yellow', brand: '#ffd500', light: '#816b01', dark: '#ffd500', note: 'darkened', ink: false },
  { name: 'lime', brand: '#7ac943', light: '#407d04', dark: '#7ac943', note: 'darkened', ink: false },
  { name: 'orange', brand: '#f7941d', light: '#a05d09', dark: '#f7941d', note: 'darkened', ink: false },
  { name: 'green', brand: '#00a651', light: '#08803e', dark: '#0da954', note: 'darkened', ink: false },
  { name: 'red', brand: '#e30613', light: '#de0612', dark: '#ff5b4e', note: 'darkened', ink: true },
  { name: 'blue', brand: '#00538f', light: '#00538f', dark: '#5498d9', note: null, ink: false },
  { name: 'turquoise', brand: '#0b6e75', light: '#0b6e75', dark: '#4b9ea5', note: null, ink: false },
];

const bytes = (hex: string): number[] => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
/** Gamut mappings differ by a few of 255 steps near the edge; more would be another colour. */
const farthest = (one: string, other: string): number =>
  Math.max(...bytes(one).map((byte, at) => Math.abs(byte - bytes(other)[at]!)));

const anyColour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);

describe('accentFor', () => {
  it.each(table)('$name', ({ brand, light, dark, note, ink }) => {
    const accent = accentFor(brand);
    expect(accent.brand).toBe(brand);
    expect(farthest(accent.light, light)).toBeLessThanOrEqual(9);
    expect(farthest(accent.dark, dark)).toBeLessThanOrEqual(9);
    expect(accent.note).toBe(note);
    expect(accent.primaryIsInk).toBe(ink);
  });

  it('keeps every colour of the wheel readable as text and as ground', () => {
    fc.assert(
      fc.property(anyColour, (hex) => {
        const { light, onLight, dark, onDark } = accentFor(hex);
        expect(contrastRatio(light, palettes.light.paper)).toBeGreaterThanOrEqual(4.8);
        expect(contrastRatio(onLight, light)).toBeGreaterThanOrEqual(4.5);
        expect(contrastRatio(dark, palettes.dark.surface)).toBeGreaterThanOrEqual(5.5);
        expect(contrastRatio(onDark, dark)).toBeGreaterThanOrEqual(4.5);
      }),
      { numRuns: 400, examples: [['#000000'], ['#ffffff']] },
    );
  });

  it('knows red from green, and treats grey as neither', () => {
    expect(accentFor('#c8102e')).toMatchObject({ primaryIsInk: true, nearOk: false });
    expect(accentFor('#1b6b4a')).toMatchObject({ primaryIsInk: false, nearOk: true });
    expect(accentFor('#8a7f7e')).toMatchObject({ primaryIsInk: false, nearOk: false });
  });

  it('refuses what is not a colour', () => {
    expect(() => accentFor('turquoise')).toThrow(RangeError);
    expect(() => accentFor('#fff"><script>')).toThrow(RangeError);
  });
});

describe('accentCss', () => {
  it('turns the primary button to ink when the colour is near danger', () => {
    expect(accentCss('#e30613')).toContain(`--hs-primary: ${palettes.light.ink};`);
    expect(accentCss(defaultBrand)).toContain(`--hs-primary: ${defaultBrand.toLowerCase()};`);
  });
});

describe('mantineShades', () => {
  it.each(table)('$name: ten shades, each darker than the last, the accents at 6 and 4', ({ brand }) => {
    const shades = mantineShades(brand);
    const accent = accentFor(brand);
    expect(shades).toHaveLength(10);
    expect(shades[6]).toBe(accent.light);
    expect(shades[4]).toBe(accent.dark);
    const lightness = shades.map((shade) => oklchOf(shade).l);
    expect(lightness).toEqual([...lightness].sort((a, b) => b - a));
  });
});

describe('oklch', () => {
  it('comes back to the same colour', () => {
    fc.assert(
      fc.property(anyColour, (hex) => {
        expect(farthest(hexOfOklch(oklchOf(hex)), hex)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('measures hue the short way round', () => {
    expect(hueDistance(350, 20)).toBe(30);
  });
});
