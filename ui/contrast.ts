/** Contrast as WCAG 2.x measures it. Pure; colours are `#rrggbb`. */

export type Rgb = readonly [red: number, green: number, blue: number];

/** Ratio from 1 (same) to 21 (black on white); the order of the two colours doesn't matter. */
export function contrastRatio(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** Relative luminance from 0 (black) to 1 (white), by WCAG 2.x. */
export function luminance(hex: string): number {
  const [red, green, blue] = linearRgb(hex);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** sRGB hex → linear light, each part from 0 to 1. Throws RangeError for anything but `#rrggbb`. */
export function linearRgb(hex: string): Rgb {
  if (!isHexColour(hex)) throw new RangeError(`not a #rrggbb colour: ${hex}`);
  const part = (at: number): number => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [part(1), part(3), part(5)];
}

/** Linear light → `#rrggbb`; parts outside 0–1 are clipped. */
export function hexOfLinear(rgb: Rgb): string {
  const byte = (value: number): string => {
    const clipped = Math.min(1, Math.max(0, value));
    const encoded = clipped <= 0.0031308 ? clipped * 12.92 : 1.055 * clipped ** (1 / 2.4) - 0.055;
    return Math.round(encoded * 255)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${rgb.map(byte).join('')}`;
}

export function isHexColour(text: string): boolean {
  return /^#[0-9a-f]{6}$/i.test(text);
}
