/**
 * "Where" as a picture without anybody's map tiles: the municipality's neighbourhoods as a schematic grid, one of them filled,
 * a marker where the point is known. Small (300 × 160) beside a request, large and with names on the portal's map page, where
 * it may be an image button: a click comes back as pixels, without JavaScript, and `placeAtPixel` reads them.
 */
import type { Language } from '../text/language.ts';
import { label, paint, picture, round, type Caption } from './charts/frame.ts';
import {
  nearestNeighbourhood,
  pointOf,
  spotOf,
  type GridSpot,
  type PlacedNeighbourhood,
  type Point,
} from './place-grid.ts';

export interface NeighbourhoodMap extends Pick<Caption, 'id'> {
  readonly neighbourhoods: readonly PlacedNeighbourhood[];
  readonly language: Language;
  /** Key of the neighbourhood to fill; without it, the one nearest to the point. */
  readonly selected?: string;
  readonly point?: Point;
  readonly size?: MapSize;
}

export type MapSize = 'small' | 'large';

interface Frame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly top: number;
  readonly cellWidth: number;
  readonly cellHeight: number;
}

const extents = { small: { width: 300, height: 160 }, large: { width: 640, height: 448 } } as const;
const gap = 2;

const tr = {
  unknown: 'Yer belirtilmemiş',
  schematic: 'Şematik çizim; ölçekli harita değildir',
  marked: 'işaretli nokta',
} as const;
const en: Record<keyof typeof tr, string> = {
  unknown: 'Place not stated',
  schematic: 'A schematic drawing, not to scale',
  marked: 'marked point',
};
const words = { tr, en };

export function neighbourhoodMap(map: NeighbourhoodMap): string {
  const { neighbourhoods, point, size = 'small' } = map;
  const text = words[map.language];
  const frame = frameFor(neighbourhoods, size);
  const filled =
    neighbourhoods.find(({ key }) => key === map.selected) ?? (point && nearestNeighbourhood(neighbourhoods, point));
  const spot = point && spotOf(neighbourhoods, point);
  const title = filled ? [filled.name, ...(spot ? [text.marked] : [])].join(', ') : text.unknown;
  return picture({ id: map.id, title, description: text.schematic }, extents[size], [
    ...neighbourhoods.map((one) => drawnTile(frame, one, { filled: one.key === filled?.key, named: size === 'large' })),
    filled && size === 'small' ? callout(frame, filled) : '',
    spot ? marker(frame, spot, size) : '',
  ]);
}

/** What a click on the picture of this size means; null between the tiles. Pixels from the top left corner. */
export function placeAtPixel<T extends PlacedNeighbourhood>(
  neighbourhoods: readonly T[],
  { x, y }: { x: number; y: number },
  size: MapSize = 'large',
): { neighbourhood: T; point: Point } | null {
  const { left, top, cellWidth, cellHeight } = frameFor(neighbourhoods, size);
  return pointOf(neighbourhoods, { col: (x - left) / cellWidth + 1, row: (y - top) / cellHeight + 1 });
}

function frameFor(neighbourhoods: readonly PlacedNeighbourhood[], size: MapSize): Frame {
  const { width, height } = extents[size];
  const cols = Math.max(1, ...neighbourhoods.map(({ tile }) => tile.col));
  const rows = Math.max(1, ...neighbourhoods.map(({ tile }) => tile.row));
  const [margin, foot] = size === 'small' ? [4, 28] : [4, 4];
  const cellWidth = Math.min((width - 2 * margin) / cols, 92);
  const cellHeight = Math.min((height - margin - foot) / rows, 64);
  return { width, height, cellWidth, cellHeight, left: (width - cols * cellWidth) / 2, top: margin };
}

function drawnTile(
  frame: Frame,
  { tile, shortName }: PlacedNeighbourhood,
  { filled, named }: { filled: boolean; named: boolean },
): string {
  const x = frame.left + (tile.col - 1) * frame.cellWidth;
  const y = frame.top + (tile.row - 1) * frame.cellHeight;
  const [width, height] = [frame.cellWidth - gap, frame.cellHeight - gap];
  // The chosen tile is told by weight as well as by colour: filled against outlined.
  const style = filled
    ? `fill="${paint.accent}"`
    : `fill="${paint.surface}" stroke="${named ? paint.lineStrong : paint.line}"`;
  const fill = filled ? paint.surface : paint.ink;
  return (
    `<rect class="${filled ? 'chosen' : 'tile'}" x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" rx="2" ${style}/>` +
    (named
      ? label({ x: x + width / 2, y: y + height / 2, words: shortName, anchor: 'middle', fill, size: 13, bold: filled })
      : '')
  );
}

function callout({ width, height }: Frame, { name }: PlacedNeighbourhood): string {
  return label({ x: width / 2, y: height - 12, words: name, anchor: 'middle', bold: true });
}

function marker(frame: Frame, spot: GridSpot, size: MapSize): string {
  const x = round(frame.left + (spot.col - 1) * frame.cellWidth);
  const y = round(frame.top + (spot.row - 1) * frame.cellHeight);
  return `<circle class="marker" cx="${x}" cy="${y}" r="${size === 'small' ? 4 : 6}" fill="${paint.ink}" stroke="${paint.surface}" stroke-width="2"/>`;
}
