/**
 * Turns tokens.ts into the text of tokens.css. Pure: build-tokens.ts writes the file, a test holds it current.
 * Names are `--hs-*`; light is the ground, dark comes from the system or from [data-theme], sun only from [data-theme].
 */
import { accentVariables } from './accent-css.ts';
import { cssRule, schemeBlocks, within, type Variables } from './scheme-blocks.ts';
import {
  defaultBrand,
  durations,
  fontStacks,
  meanings,
  palettes,
  radii,
  rem,
  rowHeights,
  shades,
  spaces,
  targetSizes,
  typeScales,
  widths,
  zOrder,
  type Palette,
  type Scale,
} from './tokens.ts';

/** Three times, so that it outweighs every theme, the municipality's accent sheet included, which comes later. */
const printSelector = ':root:root:root';

/** The whole style sheet, ending in a newline. */
export function tokensCss(): string {
  const accent = accentVariables(defaultBrand);
  return [
    '/* Generated from ui/tokens.ts by `node ui/build-tokens.ts`. Change it there. */',
    cssRule([':root'], { ...constants(), ...scale('portal') }),
    cssRule(['.hs-desk'], scale('desk')),
    cssRule(['.hs-field'], scale('field')),
    schemeBlocks({
      light: { ...colours(palettes.light), ...accent.light },
      dark: { ...colours(palettes.dark), ...accent.dark },
      sun: { ...colours(palettes.sun), ...accent.sun },
    }),
    within('@media print', cssRule([printSelector], printColours())),
    within('@media (prefers-reduced-motion: reduce)', cssRule([':root'], stillness())),
    '',
  ]
    .join('\n')
    .replace(/#[0-9A-F]{6}/g, (hex) => hex.toLowerCase());
}

function constants(): Variables {
  return {
    '--hs-font': fontStacks.text,
    '--hs-font-code': fontStacks.code,
    ...named('--hs-space-', spaces, (space) => [String(space), rem(space)]),
    ...named('--hs-r-', Object.entries(radii), ([name, pixels]) => [name, `${pixels}px`]),
    ...named('--hs-time-', Object.entries(durations), ([name, ms]) => [name, `${ms}ms`]),
    ...named('--hs-row-', Object.entries(rowHeights), ([name, pixels]) => [name, `${pixels}px`]),
    ...named('--hs-z-', Object.entries(zOrder), ([name, z]) => [name, String(z)]),
    '--hs-width-measure': widths.measure,
    '--hs-width-portal': widths.portal,
    ...named('--hs-shade-', shades.entries(), ([at, shade]) => [String(at + 1), shade.ground]),
    ...named('--hs-on-shade-', shades.entries(), ([at, shade]) => [String(at + 1), shade.text]),
  };
}

function named<T>(prefix: string, items: Iterable<T>, entry: (item: T) => [string, string]): Variables {
  const pairs = [...items].map(entry);
  return Object.fromEntries(pairs.map(([name, value]) => [`${prefix}${name}`, value]));
}

function scale(name: Scale): Variables {
  const variables: Record<string, string> = { '--hs-target': `${targetSizes[name]}px` };
  for (const [step, { size, line, weight }] of Object.entries(typeScales[name])) {
    variables[`--hs-fs-${step}`] = size;
    variables[`--hs-lh-${step}`] = String(Number(line.toFixed(4)));
    variables[`--hs-fw-${step}`] = String(weight);
  }
  return variables;
}

function colours(palette: Palette): Variables {
  const variables: Record<string, string> = {
    '--hs-paper': palette.paper,
    '--hs-surface': palette.surface,
    '--hs-sunken': palette.sunken,
    '--hs-raised': palette.raised,
    '--hs-line': palette.line,
    '--hs-line-strong': palette.lineStrong,
    '--hs-ink': palette.ink,
    '--hs-ink-2': palette.ink2,
    '--hs-ink-3': palette.ink3,
    '--hs-focus': palette.focus,
  };
  for (const meaning of meanings) {
    variables[`--hs-${meaning}`] = palette.meaning[meaning].text;
    variables[`--hs-${meaning}-tint`] = palette.meaning[meaning].tint;
  }
  variables['--hs-late-solid'] = palette.lateSolid.ground;
  variables['--hs-on-late-solid'] = palette.lateSolid.text;
  palette.series.forEach((colour, at) => (variables[`--hs-series-${at + 1}`] = colour));
  variables['--hs-chart-rest'] = palette.chartRest;
  variables['--hs-shadow'] = '0 2px 4px rgb(0 0 0 / 12%), 0 8px 24px rgb(0 0 0 / 16%)';
  return variables;
}

function stillness(): Variables {
  return named('--hs-time-', Object.keys(durations), (name) => [name, '0ms']);
}

/**
 * Paper is white and toner black whatever the screen's theme was; only the shapes of charts keep their colours. A browser prints no
 * grounds, so what is light on dark would be white on white: such marks turn dark on nothing and get an outline from the screens' sheets.
 */
function printColours(): Variables {
  const { paper, surface, sunken, ink, ink2, ink3 } = palettes.sun;
  return {
    'color-scheme': 'light',
    ...colours({
      ...palettes.light,
      paper,
      surface,
      sunken,
      ink,
      ink2,
      ink3,
      lateSolid: { ground: surface, text: ink },
    }),
    ...accentVariables(defaultBrand).sun,
    '--hs-shadow': 'none',
  };
}
