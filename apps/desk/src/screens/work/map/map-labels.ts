/** Which names are printed on the map: those that fit, the first come first; one printed over another helps nobody. Pure. */
import { textWidth } from '../../../../../../ui/charts/frame.ts';
import type { Size, Spot } from './map-frame.ts';

export interface Label {
  id: number;
  lines: readonly string[];
  /** Where the middle of the first line is. */
  at: Spot;
}

const LETTER_HEIGHT = 13;
const LINE_HEIGHT = 16;
const ROOM = 4;

/** Where the whole of it does not fit, its last line may: on a shaded map the number. */
export function labelsOf(labels: readonly Label[], { width, height }: Size): Label[] {
  const printed: Box[] = [];
  const fits = (label: Label): boolean => {
    const box = boxOf(label);
    const isWhole = box.left >= 0 && box.right <= width && box.top >= 0 && box.bottom <= height;
    if (!isWhole || printed.some((other) => collides(box, other))) return false;
    printed.push(box);
    return true;
  };
  const whole = labels.filter(fits);
  const rest = labels.filter((label) => !whole.includes(label) && label.lines.length > 1);
  return [...whole, ...rest.map((label) => ({ ...label, lines: label.lines.slice(-1) })).filter(fits)];
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

function boxOf({ lines, at }: Label): Box {
  const half = Math.max(...lines.map((line) => textWidth(line, LETTER_HEIGHT))) / 2 + ROOM;
  return {
    left: at.x - half,
    right: at.x + half,
    top: at.y - LETTER_HEIGHT,
    bottom: at.y + (lines.length - 0.5) * LINE_HEIGHT,
  };
}

const collides = (one: Box, other: Box): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
