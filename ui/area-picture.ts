/**
 * A shape of the municipality's own as a picture to scale, with the neighbourhoods' middles in and around it: whoever loads one from a file must
 * see that it lies where they mean. Pure.
 */
import type { Language } from '../text/language.ts';
import { label, paint, picture, round } from './charts/frame.ts';
import type { Caption } from './charts/frame.ts';

/** Longitude, latitude: as GeoJSON has them. */
type Ring = readonly (readonly number[])[];

export interface AreaPicture extends Pick<Caption, 'id' | 'title'> {
  /** All rings; a hole is a ring inside a ring. */
  readonly rings: readonly Ring[];
  readonly middles: readonly { name: string; latitude: number; longitude: number; inside: boolean }[];
  readonly language: Language;
}

const WIDTH = 480;
const HEIGHT = 320;
const MARGIN = 24;
/** About how wide a letter and how high a line of the names is. */
const LETTER = 6.5;
const LINE = 13;

const words = {
  tr: { inside: 'Ortası içinde kalan mahalleler', none: 'Hiçbir mahallenin ortası içinde değil' },
  en: { inside: 'Neighbourhoods whose middle lies inside', none: 'No neighbourhood’s middle lies inside' },
} as const;

export function areaPicture({ id, title, rings, middles, language }: AreaPicture): string {
  const place = placer([...rings.flat(), ...middles.map(({ longitude, latitude }) => [longitude, latitude])]);
  const inside = middles.filter((each) => each.inside).map(({ name }) => name);
  const say = words[language];
  const outline = rings.map((ring) => `M${ring.map((position) => place(position).join(' ')).join('L')}Z`).join('');
  return picture(
    { id, title, description: inside.length === 0 ? say.none : `${say.inside}: ${inside.join(', ')}` },
    { width: WIDTH, height: HEIGHT },
    [
      `<path class="shape" d="${outline}" fill="${paint.accent}" fill-opacity=".18" fill-rule="evenodd" stroke="${paint.accent}" stroke-width="2"/>`,
      ...middles.map((each) => dot(each, place([each.longitude, each.latitude]))),
      ...names(
        middles
          .filter((each) => each.inside)
          .map(({ name, ...at }) => ({ name, at: place([at.longitude, at.latitude]) })),
      ),
    ],
  );
}

/** Told by filling as well as by weight: filled inside, hollow outside. */
function dot({ inside }: AreaPicture['middles'][number], [x, y]: [number, number]): string {
  return `<circle class="${inside ? 'inside' : 'outside'}" cx="${x}" cy="${y}" r="3.5" fill="${inside ? paint.ink : paint.surface}" stroke="${paint.ink2}"/>`;
}

/** A name that would be printed over another is left out: the description has them all. */
function names(inside: readonly { name: string; at: [number, number] }[]): string[] {
  const printed: { left: number; right: number; y: number }[] = [];
  return inside.flatMap(({ name, at: [x, y] }) => {
    const box = { left: x + 7, right: x + 7 + name.length * LETTER, y };
    const collides = printed.some(
      (other) => Math.abs(other.y - y) < LINE && box.left < other.right && other.left < box.right,
    );
    if (collides || box.right > WIDTH) return [];
    printed.push(box);
    return label({ x: box.left, y, words: name, size: 12 });
  });
}

/** Onto the sheet, true to scale: a degree of longitude is shorter than one of latitude. */
function placer(positions: readonly (readonly number[])[]): (position: readonly number[]) => [number, number] {
  const longitudes = positions.map(([longitude = 0]) => longitude);
  const latitudes = positions.map(([, latitude = 0]) => latitude);
  const [west, east] = [Math.min(...longitudes), Math.max(...longitudes)];
  const [south, north] = [Math.min(...latitudes), Math.max(...latitudes)];
  const shrink = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const [across, up] = [Math.max((east - west) * shrink, 1e-6), Math.max(north - south, 1e-6)];
  const scale = Math.min((WIDTH - 2 * MARGIN) / across, (HEIGHT - 2 * MARGIN) / up);
  const [left, top] = [(WIDTH - across * scale) / 2, (HEIGHT - up * scale) / 2];
  return ([longitude = 0, latitude = 0]) => [
    round(left + (longitude - west) * shrink * scale),
    round(top + (north - latitude) * scale),
  ];
}
