import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrastRatio } from './contrast.ts';
import { tokensCss } from './tokens-css.ts';
import { defaultBrand, meanings, palettes, shades, typeScales, type Palette, type Theme } from './tokens.ts';

const themes = Object.entries(palettes) as [Theme, Palette][];
const grounds = ['paper', 'surface', 'sunken', 'raised'] as const;

/** WCAG 1.4.3 for words, 1.4.11 for edges and shapes. */
const words = 4.5;
const shapes = 3;

describe('tokens.css', () => {
  it('is what tokens.ts says (else run node ui/build-tokens.ts)', () => {
    const committed = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
    expect(committed).toBe(tokensCss());
  });

  it('gives every variable of light a value in dark and sun too', () => {
    const css = tokensCss();
    const names = [...new Set([...css.matchAll(/(--hs-[a-z0-9-]+):/g)].map((match) => match[1]!))];
    const block = (start: string): string => css.slice(css.indexOf(start), css.indexOf('\n}', css.indexOf(start)));
    const light = names.filter((name) => block("[data-theme='light']").includes(`${name}:`));
    expect(light).toContain('--hs-accent');
    for (const theme of ['dark', 'sun']) {
      const missing = light.filter((name) => !block(`\n[data-theme='${theme}']`).includes(`${name}:`));
      expect(missing).toEqual([]);
    }
  });
});

describe.each(themes)('contrast in %s', (_theme, palette) => {
  it.each(grounds)('every ink is readable and every edge visible on %s', (ground) => {
    for (const ink of ['ink', 'ink2', 'ink3'] as const) {
      expect(contrastRatio(palette[ink], palette[ground])).toBeGreaterThanOrEqual(words);
    }
    expect(contrastRatio(palette.lineStrong, palette[ground])).toBeGreaterThanOrEqual(shapes);
    expect(contrastRatio(palette.focus, palette[ground])).toBeGreaterThanOrEqual(shapes);
  });

  it.each(meanings)('%s is readable on its tint and on every ground, and plain ink on its tint', (meaning) => {
    const { text, tint } = palette.meaning[meaning];
    for (const ground of [tint, palette.paper, palette.surface, palette.sunken]) {
      expect(contrastRatio(text, ground)).toBeGreaterThanOrEqual(words);
    }
    expect(contrastRatio(palette.ink, tint)).toBeGreaterThanOrEqual(7);
  });

  it('the solid block is readable and the bars of a chart are visible', () => {
    expect(contrastRatio(palette.lateSolid.text, palette.lateSolid.ground)).toBeGreaterThanOrEqual(words);
    for (const colour of [...palette.series, palette.chartRest]) {
      expect(contrastRatio(colour, palette.surface)).toBeGreaterThanOrEqual(shapes);
    }
  });
});

describe('the published ratios', () => {
  it.each([
    ['#1C1B1A', '#FBFAF8', 16.5],
    ['#57534E', '#FBFAF8', 7.31],
    ['#6B6660', '#F2F0EC', 4.99],
    ['#A3221B', '#FFFFFF', 7.49],
    ['#9CC2F5', '#16283F', 8.12],
    ['#000000', '#FFFFFF', 21],
  ])('%s on %s is %d', (one, other, ratio) => {
    expect(contrastRatio(one, other)).toBeCloseTo(ratio, 1);
  });

  it('refuses what is not a colour', () => {
    expect(() => contrastRatio('red', '#ffffff')).toThrow(RangeError);
  });
});

describe('the rest of the scale', () => {
  it('prints a readable number in every shade', () => {
    for (const { ground, text } of shades) expect(contrastRatio(text, ground)).toBeGreaterThanOrEqual(words);
  });

  it('never sets text under 13 px, and 18 px in the field', () => {
    const inRem = (size: string): number => Number.parseFloat(size.replace('clamp(', ''));
    for (const steps of Object.values(typeScales)) {
      for (const { size } of Object.values(steps)) expect(inRem(size) * 16).toBeGreaterThanOrEqual(13);
    }
    for (const { size } of Object.values(typeScales.field)) expect(inRem(size) * 16).toBeGreaterThanOrEqual(18);
  });

  it('starts with a colour that needs no darkening', () => {
    expect(contrastRatio(defaultBrand, palettes.light.paper)).toBeGreaterThanOrEqual(4.8);
  });
});
