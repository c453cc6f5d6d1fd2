/**
 * Where a case lies, as terms of the index: squares of about a kilometre. A small part of the map is then found by its squares, and not by going
 * through everything that ever happened in the city. Pure.
 */
export interface Box {
  west: number;
  south: number;
  east: number;
  north: number;
}

/** Of a square, in degrees: 0.01 is 840 metres from west to east in Istanbul, and 1,110 metres from south to north. */
const SIDE = 0.01;
/** More squares than this narrow nothing. */
const MOST = 64;

const columnOf = (degrees: number): number => Math.floor(degrees / SIDE);
const term = (column: number, row: number): string => `g:${column}.${row}`;

export function squareOf(latitude: number | null, longitude: number | null): string[] {
  return latitude === null || longitude === null ? [] : [term(columnOf(longitude), columnOf(latitude))];
}

/** The squares a box touches; null: too many to be of use. */
export function squaresIn({ west, south, east, north }: Box): string[] | null {
  const [columns, rows] = [between(columnOf(west), columnOf(east)), between(columnOf(south), columnOf(north))];
  if (columns.length * rows.length > MOST) return null;
  return columns.flatMap((column) => rows.map((row) => term(column, row)));
}

function between(first: number, last: number): number[] {
  return Array.from({ length: Math.min(MOST + 1, last - first + 1) }, (_, place) => first + place);
}
