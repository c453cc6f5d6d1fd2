/**
 * The state glyphs: one family on a 14 px square, drawn so that a greyscale print still sorts. Progress reads like a filling
 * circle; what left the road (forwarded, refused, cancelled) has another outline. A glyph always stands beside its word.
 */
import { escapeMarkup } from './escape.ts';

const ring = '<circle cx="7" cy="7" r="5.25" fill="none" stroke="currentColor" stroke-width="1.5"/>';
const stroke = (path: string): string =>
  `<path d="${path}" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round"/>`;
const solid = (path: string): string => `<path d="${path}" fill="currentColor" fill-rule="evenodd"/>`;

/** Inner markup of each glyph; colour is the surrounding text's. */
export const glyphMarkup = {
  received: ring,
  in_review: ring + solid('M7 7V2.5A4.5 4.5 0 0 1 11.5 7Z'),
  assigned: stroke('M1.75 7h10.5M8 2.75 12.25 7 8 11.25'),
  in_progress: ring + solid('M7 2.5a4.5 4.5 0 0 1 0 9Z'),
  waiting_citizen: solid('M3.25 2h2.5v10h-2.5ZM8.25 2h2.5v10h-2.5Z'),
  on_site:
    stroke('M7 3.25a3.75 3.75 0 1 0 0 7.5 3.75 3.75 0 0 0 0-7.5M7 .9v2.2M7 10.9v2.2M.9 7h2.2M10.9 7h2.2') +
    solid('M7 5.9a1.1 1.1 0 1 1 0 2.2 1.1 1.1 0 0 1 0-2.2'),
  // The check is a hole and not a white line: it survives dark ground, print and forced colours.
  concluded: solid('M7 1a6 6 0 1 1 0 12A6 6 0 0 1 7 1ZM6.2 10.26l4.18-4.51-1.1-1.02L6.16 8.1 4.73 6.67 3.67 7.73Z'),
  forwarded: stroke('M3 11 11 3M4.75 3H11v6.25'),
  rejected: ring + stroke('M4.5 7h5'),
  reopened: stroke('M2.6 4.1A5.25 5.25 0 1 1 1.9 8.2M2.25 1.25v3.1h3.1'),
  cancelled: stroke('M2 2h10v10H2ZM4.75 4.75l4.5 4.5M9.25 4.75l-4.5 4.5'),
  urgent: solid('M4.5 1h5L13 4.5v5L9.5 13h-5L1 9.5v-5ZM6.2 3.5h1.6v4.6H6.2ZM6.2 9.2h1.6v1.6H6.2Z'),
} as const;

export type GlyphName = keyof typeof glyphMarkup;

/** Without a label the glyph is hidden from screen readers, because its word stands beside it. */
export function glyph(name: GlyphName, { size = 14, label }: { size?: number; label?: string } = {}): string {
  const voice = label === undefined ? 'aria-hidden="true"' : `role="img" aria-label="${escapeMarkup(label)}"`;
  return `<svg class="hs-glyph" width="${size}" height="${size}" viewBox="0 0 14 14" focusable="false" ${voice}>${glyphMarkup[name]}</svg>`;
}
