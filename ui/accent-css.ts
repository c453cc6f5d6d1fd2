/** A municipality's accent as CSS variables: the portal and the field put this after tokens.css; tokens.css itself carries the default colour. */
import { accentFor } from './accent.ts';
import { schemeBlocks, type Variables } from './scheme-blocks.ts';
import { palettes, type Theme } from './tokens.ts';

/** A small style sheet for one colour (`#rrggbb`). Safe to inline: it holds nothing but computed hex colours. */
export function accentCss(hex: string): string {
  return schemeBlocks(accentVariables(hex));
}

export function accentVariables(hex: string): Record<Theme, Variables> {
  const accent = accentFor(hex);
  const variables = (colour: string, text: string, ink: string, paper: string): Variables => ({
    '--hs-brand': accent.brand,
    '--hs-accent': colour,
    '--hs-on-accent': text,
    '--hs-primary': accent.primaryIsInk ? ink : colour,
    '--hs-on-primary': accent.primaryIsInk ? paper : text,
  });
  const { light, dark, sun } = palettes;
  return {
    light: variables(accent.light, accent.onLight, light.ink, light.paper),
    dark: variables(accent.dark, accent.onDark, dark.ink, dark.paper),
    sun: { ...variables(sun.ink, sun.paper, sun.ink, sun.paper), '--hs-brand': sun.ink },
  };
}
