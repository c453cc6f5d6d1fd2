/**
 * Icons as SVG strings for pages without React, and as one sprite for the portal. Stroke 1.75, colour of the surrounding text.
 * A lone icon is allowed only for close, back, more and search, and then with a label.
 */
import { escapeMarkup } from './escape.ts';
import { channelIcons, topicGroupIcons, uiIcons } from './icon-markup.ts';

export type UiIconName = keyof typeof uiIcons;
export type ChannelIconName = keyof typeof channelIcons;
export type TopicGroupIcon = keyof typeof topicGroupIcons;

interface Drawing {
  /** CSS pixels; 16 beside small text, 20 beside body text. */
  readonly size?: number;
  /** The spoken name; without it the icon is decoration. */
  readonly label?: string;
}

export const uiIcon = (name: UiIconName, drawing: Drawing = {}): string => svg(uiIcons[name], drawing);

export const channelIcon = (name: ChannelIconName, drawing: Drawing = {}): string => svg(channelIcons[name], drawing);

/** The picture of a topic group, by the drawing the municipality chose for it. */
export const topicGroupIcon = (name: TopicGroupIcon, drawing: Drawing = {}): string =>
  svg(topicGroupIcons[name], drawing);

/** All interface icons in one hidden SVG; use with `spriteIcon`. Under 4 kB, inlined once per page. */
export function iconSprite(): string {
  const symbols = Object.entries(uiIcons).map(
    ([name, markup]) => `<symbol id="i-${name}" viewBox="0 0 24 24">${markup}</symbol>`,
  );
  return `<svg hidden ${strokes}>${symbols.join('')}</svg>`;
}

export function spriteIcon(name: UiIconName, drawing: Drawing = {}): string {
  return svg(`<use href="#i-${name}"/>`, drawing);
}

const strokes = 'fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round"';

function svg(markup: string, { size = 20, label }: Drawing): string {
  const voice = label === undefined ? 'aria-hidden="true"' : `role="img" aria-label="${escapeMarkup(label)}"`;
  return `<svg class="hs-icon" width="${size}" height="${size}" viewBox="0 0 24 24" focusable="false" ${strokes} ${voice}>${markup}</svg>`;
}
