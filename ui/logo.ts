/**
 * A plain plate for a municipality that hasn't uploaded its emblem: its initial letter on its own colour. Never a coat of
 * arms: those belong to the municipalities.
 */
import { contrastRatio, isHexColour } from './contrast.ts';
import { escapeMarkup } from './escape.ts';
import { palettes } from './tokens.ts';

/** `brand` is `#rrggbb`; the letter is black or white, whichever reads better on it. Throws RangeError for another colour. */
export function logoPlate({
  initials,
  brand,
  name,
  size = 40,
}: {
  initials: string;
  brand: string;
  name: string;
  size?: number;
}): string {
  if (!isHexColour(brand)) throw new RangeError(`not a #rrggbb colour: ${brand}`);
  const { paper, ink } = { paper: '#ffffff', ink: palettes.light.ink };
  const letter = contrastRatio(brand, paper) >= contrastRatio(brand, ink) ? paper : ink;
  const shown = [...initials].slice(0, 2).join('');
  const fontSize = [...shown].length > 1 ? 18 : 24;
  return (
    `<svg class="hs-plate" width="${size}" height="${size}" viewBox="0 0 40 40" role="img" aria-label="${escapeMarkup(name)}">` +
    `<rect width="40" height="40" rx="6" fill="${brand}"/>` +
    `<text x="20" y="20" dy=".34em" text-anchor="middle" font-family="var(--hs-font, sans-serif)" font-weight="700" ` +
    `font-size="${fontSize}" fill="${letter}">${escapeMarkup(shown)}</text></svg>`
  );
}
