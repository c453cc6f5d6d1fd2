/**
 * The guard over a municipality's colour: whatever is picked, words written in it stay readable. Pure; runs at save and in tests.
 * It never refuses a colour: it darkens or lightens along the same hue and says so.
 */
import { contrastRatio } from './contrast.ts';
import { hexOfOklch, hueDistance, oklchOf } from './oklch.ts';
import { palettes } from './tokens.ts';

export interface Accent {
  /** For links and buttons on light paper, and the text that may stand on it. */
  readonly light: string;
  readonly onLight: string;
  /** The same on dark surfaces. */
  readonly dark: string;
  readonly onDark: string;
  /** The colour as picked: the band above the header and the logo plate, never under text. */
  readonly brand: string;
  /** The hue is so near to `late` that "send" would look like "danger": primary buttons turn black. */
  readonly primaryIsInk: boolean;
  /** The hue is near `ok`: nothing changes, because the done state always keeps its check and its word. */
  readonly nearOk: boolean;
  /** What the setting screen says, or null when the colour could stay as it is on paper. */
  readonly note: 'darkened' | null;
}

const onPaper = 4.8;
const onDarkSurface = 5.5;
const lateHueReach = 30;
const okHueReach = 25;
/** Below this chroma a colour is grey to the eye and its hue is noise. */
const greyChroma = 0.03;

/** `hex` is `#rrggbb`. Throws RangeError for anything else. */
export function accentFor(hex: string): Accent {
  const brand = hex.toLowerCase();
  const light = moveLightness(brand, -0.01, (colour) => contrastRatio(colour, palettes.light.paper) >= onPaper);
  const dark = moveLightness(brand, 0.01, (colour) => contrastRatio(colour, palettes.dark.surface) >= onDarkSurface);
  return {
    light,
    onLight: '#ffffff',
    dark,
    onDark: palettes.dark.paper.toLowerCase(),
    brand,
    primaryIsInk: nearHueOf(brand, palettes.light.meaning.late.text, lateHueReach),
    nearOk: nearHueOf(brand, palettes.light.meaning.ok.text, okHueReach),
    note: light === brand ? null : 'darkened',
  };
}

/** Ten shades from palest to darkest around the accent; index 6 is the light accent, index 4 the dark one (primaryShade). */
export function mantineShades(hex: string): readonly string[] {
  const { light, dark } = accentFor(hex);
  const [onLight, onDark] = [oklchOf(light), oklchOf(dark)];
  const palest = Math.max(0.975, onDark.l);
  const pale = [0, 0.25, 0.5, 0.75].map((part) => ({
    l: palest + (onDark.l - palest) * part,
    c: onDark.c * (0.15 + part * 0.8),
    h: onDark.h,
  }));
  const between = { l: (onLight.l + onDark.l) / 2, c: (onLight.c + onDark.c) / 2, h: onLight.h };
  const deep = [0.85, 0.7, 0.55].map((part) => ({ ...onLight, l: onLight.l * part }));
  return [...pale.map(hexOfOklch), dark, hexOfOklch(between), light, ...deep.map(hexOfOklch)];
}

/** Walks along one hue in steps of `by` until the colour is good enough; a colour that already is stays untouched. */
function moveLightness(hex: string, by: number, goodEnough: (colour: string) => boolean): string {
  const start = oklchOf(hex);
  let colour = hex;
  // A hundred steps cross the whole range, and either end of it is good enough.
  for (let step = 1; step <= 101 && !goodEnough(colour); step += 1) {
    colour = hexOfOklch({ ...start, l: Math.min(1, Math.max(0, start.l + by * step)) });
  }
  return colour;
}

function nearHueOf(hex: string, meaning: string, reach: number): boolean {
  const colour = oklchOf(hex);
  return colour.c > greyChroma && hueDistance(colour.h, oklchOf(meaning).h) <= reach;
}
