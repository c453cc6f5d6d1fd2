/**
 * Where a case lies, as terms of the index: squares of five sizes. A small part of the map is then found by its squares, and not by going through
 * everything that ever happened in the city. Pure.
 */
export interface Box {
  west: number;
  south: number;
  east: number;
  north: number;
}

/** Sides in degrees, the smallest first: from west to east in Istanbul about 200, 400 and 850 metres, 1.7 and 3.4 kilometres. */
const SIDES = [0.0025, 0.005, 0.01, 0.02, 0.04] as const;
/**
 * More squares than this cost the index more than they spare it. Small ones hold little each, and little of that lies outside the box, where it
 * would be read for nothing.
 */
const MOST = [24, 24, 12, 12, 12] as const;

const placeOf = (degrees: number, side: number): number => Math.floor(degrees / side);
const term = (size: number, column: number, row: number): string => `g${size}:${column}.${row}`;

export function squaresOf(latitude: number | null, longitude: number | null): string[] {
  if (latitude === null || longitude === null) return [];
  return SIDES.map((side, size) => term(size, placeOf(longitude, side), placeOf(latitude, side)));
}

/** The squares a box touches, of the smallest size of which they are few; null: it is too large for any. */
export function squaresIn({ west, south, east, north }: Box): string[] | null {
  for (const [size, side] of SIDES.entries()) {
    const columns = between(placeOf(west, side), placeOf(east, side));
    const rows = between(placeOf(south, side), placeOf(north, side));
    if (columns.length * rows.length <= MOST[size]!)
      return columns.flatMap((column) => rows.map((row) => term(size, column, row)));
  }
  return null;
}

function between(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, Math.min(MOST[0] + 1, last - first + 1)) }, (_, place) => first + place);
}
