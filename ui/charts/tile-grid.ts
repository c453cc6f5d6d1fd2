/**
 * Neighbourhoods as equal tiles where no boundary file exists. Every tile prints its number and the key prints the class
 * limits, so the shade is only a help. Records without a neighbourhood have their own tile outside the grid: the margins agree.
 */
import { formatCount } from '../../text/format.ts';
import type { Language } from '../../text/language.ts';
import { compare } from '../../text/turkish.ts';
import { shades } from '../tokens.ts';
import { checkedValue, label, paint, picture, round, type Caption } from './frame.ts';
import { valueClasses, type ValueClass } from './scale.ts';

export interface Tile {
  readonly name: string;
  /** At most 10 characters, stored with the neighbourhood. */
  readonly shortName: string;
  readonly value: number;
  /** From the municipality's own table; without one on any tile, all are laid out by the alphabet. */
  readonly place?: { readonly col: number; readonly row: number };
}

export interface TileGrid extends Caption {
  readonly tiles: readonly Tile[];
  /** Records whose neighbourhood is not known. */
  readonly unspecified: number;
  readonly language: Language;
  readonly print?: (value: number) => string;
}

interface Placed extends Tile {
  readonly place: { readonly col: number; readonly row: number };
}

const side = { width: 90, height: 54, gap: 2 } as const;
const keyHeight = 30;
const alphabetColumns = 7;

const tr = {
  unspecified: 'belirtilmemiş',
  total: 'Toplam',
  alphabetical: 'Alfabetik yerleşim; harita değildir',
} as const;
const en: Record<keyof typeof tr, string> = {
  unspecified: 'not stated',
  total: 'Total',
  alphabetical: 'In alphabetical order; not a map',
};
const words = { tr, en };

export function tileGrid(grid: TileGrid): string {
  const { unspecified, language } = grid;
  const print = grid.print ?? ((value: number) => formatCount(value, language));
  const text = words[language];
  const mapped = grid.tiles.every(({ place }) => place !== undefined);
  const tiles = mapped ? (grid.tiles as readonly Placed[]) : alphabetical(grid.tiles);
  const classes = valueClasses(Math.max(0, ...tiles.map(({ value }) => checkedValue(value))), shades.length);
  const rows = Math.max(0, ...tiles.map(({ place }) => place.row));
  const width = Math.max(5, ...tiles.map(({ place }) => place.col)) * (side.width + side.gap);
  const below = rows * (side.height + side.gap) + 12;
  const total = tiles.reduce((sum, { value }) => sum + value, checkedValue(unspecified));
  const description = [
    ...tiles.map((tile) => `${tile.name}: ${print(tile.value)}`),
    `${text.unspecified}: ${print(unspecified)}`,
  ];
  return picture({ ...grid, description: grid.description ?? description.join('; ') }, { width, height: below + 120 }, [
    ...tiles.map((tile) => drawnTile(tile, shadeOf(tile.value, classes), print(tile.value))),
    ...classKey(classes, print, below),
    unspecifiedTile(text.unspecified, print(unspecified), below + keyHeight + 12),
    label({
      x: side.width + 16,
      y: below + keyHeight + 12 + side.height / 2,
      words: `${text.total}: ${print(total)}`,
      bold: true,
    }),
    mapped ? '' : label({ x: 0, y: below + 110, words: text.alphabetical, fill: paint.ink2, size: 13 }),
  ]);
}

function alphabetical(tiles: readonly Tile[]): Placed[] {
  return [...tiles]
    .sort((a, b) => compare(a.name, b.name))
    .map((tile, at) => ({
      ...tile,
      place: { col: (at % alphabetColumns) + 1, row: Math.floor(at / alphabetColumns) + 1 },
    }));
}

function shadeOf(value: number, classes: readonly ValueClass[]): number {
  const found = classes.findIndex(({ below }) => value < below);
  return found < 0 ? classes.length - 1 : found;
}

function drawnTile(tile: Placed, shade: number, printed: string): string {
  const x = (tile.place.col - 1) * (side.width + side.gap);
  const y = (tile.place.row - 1) * (side.height + side.gap);
  const fill = paint.onShade[shade]!;
  return (
    `<rect class="tile" x="${round(x)}" y="${round(y)}" width="${side.width}" height="${side.height}" fill="${paint.shade[shade]!}"/>` +
    label({ x: x + side.width / 2, y: y + 18, words: tile.shortName, anchor: 'middle', fill, size: 13 }) +
    label({ x: x + side.width / 2, y: y + 37, words: printed, anchor: 'middle', fill, bold: true })
  );
}

function classKey(classes: readonly ValueClass[], print: (value: number) => string, y: number): string[] {
  return classes.map(({ from, below }, at) => {
    const x = at * (side.width + side.gap);
    const limits = `${print(from)}–${print(below - 1)}`;
    return (
      `<rect class="key" x="${x}" y="${y}" width="${side.width}" height="10" fill="${paint.shade[at]!}"/>` +
      label({ x: x + side.width / 2, y: y + 21, words: limits, anchor: 'middle', fill: paint.ink2, size: 12 })
    );
  });
}

function unspecifiedTile(name: string, printed: string, y: number): string {
  return (
    `<rect class="unspecified" x=".5" y="${y + 0.5}" width="${side.width - 1}" height="${side.height - 1}" fill="none" ` +
    `stroke="${paint.lineStrong}" stroke-dasharray="4 3"/>` +
    label({ x: side.width / 2, y: y + 18, words: name, anchor: 'middle', size: 12 }) +
    label({ x: side.width / 2, y: y + 37, words: printed, anchor: 'middle', bold: true })
  );
}
