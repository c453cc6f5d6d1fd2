import { describe, expect, it } from 'vitest';
import { linearRgb, type Rgb } from './contrast.ts';
import { oklabOf } from './oklch.ts';
import { palettes, shades, type Scheme } from './tokens.ts';

/** Full severity, for linear RGB (Machado, Oliveira, Fernandes 2009). `none` is the common eye. */
const eyes: Record<string, readonly [Rgb, Rgb, Rgb]> = {
  none: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** Distance in OKLab × 100 as one kind of eye sees it; 2 is just noticeable side by side. */
function seenDistance(eye: string, one: string, other: string): number {
  const seen = (hex: string): readonly number[] => {
    const rgb = linearRgb(hex);
    const part = (row: Rgb): number => Math.min(1, Math.max(0, row[0] * rgb[0] + row[1] * rgb[1] + row[2] * rgb[2]));
    const [red, green, blue] = eyes[eye]!;
    return oklabOf([part(red), part(green), part(blue)]);
  };
  const [a, b] = [seen(one), seen(other)];
  return 100 * Math.hypot(...a.map((value, at) => value - b[at]!));
}

describe.each(Object.keys(eyes))('with %s', (eye) => {
  it.each(['light', 'dark'] as Scheme[])('the solid block of late stands far from the tint of soon in %s', (scheme) => {
    const { lateSolid, meaning } = palettes[scheme];
    expect(seenDistance(eye, lateSolid.ground, meaning.soon.tint)).toBeGreaterThanOrEqual(40);
  });

  it.each(['light', 'dark'] as Scheme[])('the four series of a chart differ in %s', (scheme) => {
    const { series } = palettes[scheme];
    for (const [at, one] of series.entries()) {
      for (const other of series.slice(at + 1)) expect(seenDistance(eye, one, other)).toBeGreaterThanOrEqual(12.5);
    }
  });

  it('neighbouring shades of the tile grid differ', () => {
    for (let at = 1; at < shades.length; at += 1) {
      expect(seenDistance(eye, shades[at - 1]!.ground, shades[at]!.ground)).toBeGreaterThanOrEqual(9);
    }
  });
});
