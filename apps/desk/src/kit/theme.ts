/**
 * Mantine in our clothes: its variables point at the --hs-* tokens, its only colour is the municipality's accent. No colour name of
 * Mantine's own is used anywhere, so nothing can come out in its default blue.
 */
import { createTheme } from '@mantine/core';
import type { CSSVariablesResolver, MantineColorsTuple, MantineThemeOverride } from '@mantine/core';
import { mantineShades } from '../../../../ui/accent.ts';
import { accentVariables } from '../../../../ui/accent-css.ts';

/** `accent`: the municipality's colour as `#rrggbb`. */
export function deskTheme(accent: string): MantineThemeOverride {
  return createTheme({
    primaryColor: 'accent',
    primaryShade: { light: 6, dark: 4 },
    autoContrast: true,
    colors: { accent: mantineShades(accent) as unknown as MantineColorsTuple },
    fontFamily: 'var(--hs-font)',
    fontFamilyMonospace: 'var(--hs-font-code)',
    headings: { fontFamily: 'var(--hs-font)', fontWeight: '700' },
    fontSizes: { xs: '0.8125rem', sm: '0.9375rem', md: '0.9375rem', lg: '1.0625rem', xl: '1.375rem' },
    defaultRadius: 'md',
    radius: { xs: '4px', sm: '4px', md: '6px', lg: '10px', xl: '10px' },
    spacing: { xs: '0.25rem', sm: '0.5rem', md: '0.75rem', lg: '1rem', xl: '1.5rem' },
    respectReducedMotion: true,
    focusRing: 'never',
    components: {
      Button: { defaultProps: { size: 'sm', variant: 'default' } },
      Modal: { defaultProps: { overlayProps: { backgroundOpacity: 0.4 }, transitionProps: { duration: 120 } } },
      Tooltip: { defaultProps: { openDelay: 300 } },
      // Inside the form it belongs to: the keyboard and the reader's landmarks stay where they are.
      Combobox: { defaultProps: { withinPortal: false } },
      Select: { defaultProps: listOfValues },
      MultiSelect: { defaultProps: listOfValues },
      Loader: { defaultProps: { type: 'bars' } },
    },
  });
}

/** A list that scrolls would be a stop of the Tab key of its own, and gone once its field is left: the focus would fall to the page. */
const listOfValues = { withScrollArea: false, attributes: { options: { tabIndex: -1 } } };

const tokens = {
  '--mantine-color-body': 'var(--hs-paper)',
  '--mantine-color-text': 'var(--hs-ink)',
  '--mantine-color-bright': 'var(--hs-ink)',
  '--mantine-color-dimmed': 'var(--hs-ink-2)',
  '--mantine-color-placeholder': 'var(--hs-ink-3)',
  '--mantine-color-anchor': 'var(--hs-accent)',
  '--mantine-color-error': 'var(--hs-late)',
  '--mantine-color-default': 'var(--hs-surface)',
  '--mantine-color-default-hover': 'var(--hs-sunken)',
  '--mantine-color-default-color': 'var(--hs-ink)',
  '--mantine-color-default-border': 'var(--hs-line-strong)',
  '--mantine-color-disabled': 'var(--hs-sunken)',
  '--mantine-color-disabled-color': 'var(--hs-ink-3)',
  '--mantine-color-disabled-border': 'var(--hs-line)',
  '--mantine-primary-color-filled': 'var(--hs-primary)',
  '--mantine-primary-color-filled-hover': 'color-mix(in oklab, var(--hs-primary) 88%, var(--hs-ink))',
  '--mantine-primary-color-contrast': 'var(--hs-on-primary)',
  '--mantine-color-accent-filled': 'var(--hs-primary)',
  '--mantine-color-accent-filled-hover': 'color-mix(in oklab, var(--hs-primary) 88%, var(--hs-ink))',
  '--mantine-shadow-md': 'var(--hs-shadow)',
  '--mantine-shadow-lg': 'var(--hs-shadow)',
  '--mantine-shadow-xl': 'var(--hs-shadow)',
};

/** Same in both schemes: the tokens themselves know light from dark. Written for both, because Mantine's own values stand there. */
export const mapTokens: CSSVariablesResolver = () => ({ variables: tokens, light: tokens, dark: tokens });

/** Writes the municipality's accent over the default one in tokens.css. */
export function applyAccent(accent: string): void {
  const { light, dark } = accentVariables(accent);
  const sheet = document.getElementById('hs-accent') ?? document.head.appendChild(document.createElement('style'));
  sheet.id = 'hs-accent';
  sheet.textContent =
    `:root,[data-theme='light']{${css(light)}}` +
    `@media (prefers-color-scheme: dark){:root:not([data-theme]){${css(dark)}}}` +
    `[data-theme='dark']{${css(dark)}}`;
}

function css(variables: Readonly<Record<string, string>>): string {
  return Object.entries(variables)
    .map(([name, value]) => `${name}:${value}`)
    .join(';');
}
