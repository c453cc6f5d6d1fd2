/**
 * Colours by lightness, chroma and hue as the eye sees them (OKLab, Björn Ottosson 2020). Own maths: forty lines against a
 * library, because the portal's server and the letter need only this much.
 */
import { hexOfLinear, linearRgb, type Rgb } from './contrast.ts';

/** `l` 0–1, `c` from 0 (grey) to about 0.37, `h` in degrees 0–360. */
export interface Oklch {
  readonly l: number;
  readonly c: number;
  readonly h: number;
}

export type Oklab = readonly [l: number, a: number, b: number];

export function oklchOf(hex: string): Oklch {
  const [l, a, b] = oklabOf(linearRgb(hex));
  return { l, c: Math.hypot(a, b), h: ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360 };
}

/** The nearest colour a screen can show: lightness and hue are kept, chroma gives way. */
export function hexOfOklch(colour: Oklch): string {
  if (inGamut(linearOf(colour))) return hexOfLinear(linearOf(colour));
  let [inside, outside] = [0, colour.c];
  for (let turn = 0; turn < 24; turn += 1) {
    const middle = (inside + outside) / 2;
    if (inGamut(linearOf({ ...colour, c: middle }))) inside = middle;
    else outside = middle;
  }
  return hexOfLinear(linearOf({ ...colour, c: inside }));
}

/** Shortest way round the colour circle, 0–180 degrees. */
export function hueDistance(one: number, other: number): number {
  const apart = Math.abs(one - other) % 360;
  return Math.min(apart, 360 - apart);
}

export function oklabOf([red, green, blue]: Rgb): Oklab {
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function linearOf({ l, c, h }: Oklch): Rgb {
  const [a, b] = [c * Math.cos((h * Math.PI) / 180), c * Math.sin((h * Math.PI) / 180)];
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const middle = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * middle + 1.707614701 * short,
  ];
}

function inGamut(rgb: Rgb): boolean {
  return rgb.every((part) => part >= -0.0001 && part <= 1.0001);
}
