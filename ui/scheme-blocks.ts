/**
 * How a set of CSS variables follows the theme: one place for the selectors, used by tokens.css and by each municipality's accent.
 */

export type Variables = Readonly<Record<string, string>>;

/** Light by default; dark when the system asks and nobody chose otherwise; an explicit [data-theme] always wins. */
export function schemeBlocks(themes: { light: Variables; dark: Variables; sun: Variables }): string {
  // color-scheme makes scroll bars and native controls follow.
  const dark = { 'color-scheme': 'dark', ...themes.dark };
  return [
    cssRule([':root', "[data-theme='light']"], { 'color-scheme': 'light', ...themes.light }),
    within('@media (prefers-color-scheme: dark)', cssRule([':root:not([data-theme])'], dark)),
    cssRule(["[data-theme='dark']"], dark),
    cssRule(["[data-theme='sun']"], { 'color-scheme': 'light', ...themes.sun }),
  ].join('\n');
}

export function cssRule(selectors: readonly string[], variables: Variables): string {
  const lines = Object.entries(variables).map(([name, value]) => `  ${name}: ${value};`);
  return `${selectors.join(',\n')} {\n${lines.join('\n')}\n}`;
}

export function within(condition: string, css: string): string {
  return `${condition} {\n${css.replace(/^/gm, '  ')}\n}`;
}
