/**
 * Between a point on earth and its spot on the schematic grid of neighbourhood tiles, and back. No boundaries are known: the
 * nearest centre decides, so the answer is a suggestion a person can correct, never a fact about whose street it is.
 */

export interface Point {
  /** Degrees, WGS 84. */
  readonly lat: number;
  readonly lon: number;
}

export interface PlacedNeighbourhood {
  readonly key: string;
  readonly name: string;
  readonly shortName: string;
  readonly tile: { readonly col: number; readonly row: number };
  readonly centre: Point;
}

/** A spot on the grid: the tile of column 3, row 2 spans 3–4 across and 2–3 down, its middle is 3.5/2.5. */
export interface GridSpot {
  readonly col: number;
  readonly row: number;
}

const metresPerDegree = 111_320;
/** Beyond this from every centre a point isn't in the municipality. */
const farthestMetres = 6_000;
/** Spots stay this far inside their tile, in tiles, so that no marker sits on a neighbour's edge. */
const margin = 0.05;

/** The neighbourhood whose centre is nearest, or null when even that is more than 6 km away. */
export function nearestNeighbourhood<T extends PlacedNeighbourhood>(all: readonly T[], point: Point): T | null {
  let best: { neighbourhood: T; metres: number } | null = null;
  for (const neighbourhood of all) {
    const metres = distanceMetres(neighbourhood.centre, point);
    if (metres <= (best?.metres ?? farthestMetres)) best = { neighbourhood, metres };
  }
  return best?.neighbourhood ?? null;
}

/** Where a point is drawn, or null outside the municipality. Exact within each tile, no scale between tiles. */
export function spotOf(all: readonly PlacedNeighbourhood[], point: Point): GridSpot | null {
  const home = nearestNeighbourhood(all, point);
  if (!home) return null;
  const across = 2 * reachMetres(all, home);
  const [east, north] = metresFrom(home.centre, point);
  return {
    col: home.tile.col + 0.5 + inside(east / across),
    row: home.tile.row + 0.5 - inside(north / across),
  };
}

/** The point a spot stands for and its neighbourhood, or null where there is no tile. */
export function pointOf<T extends PlacedNeighbourhood>(
  all: readonly T[],
  spot: GridSpot,
): { neighbourhood: T; point: Point } | null {
  const home = all.find(({ tile }) => tile.col === Math.floor(spot.col) && tile.row === Math.floor(spot.row));
  if (!home) return null;
  const across = 2 * reachMetres(all, home);
  const east = (spot.col - home.tile.col - 0.5) * across;
  const north = (home.tile.row + 0.5 - spot.row) * across;
  const lat = home.centre.lat + north / metresPerDegree;
  const lon = home.centre.lon + east / (metresPerDegree * Math.cos((home.centre.lat * Math.PI) / 180));
  return { neighbourhood: home, point: { lat, lon } };
}

/** Flat-earth distance: within a district the error is under a metre. */
export function distanceMetres(one: Point, other: Point): number {
  return Math.hypot(...metresFrom(one, other));
}

function metresFrom(origin: Point, point: Point): [east: number, north: number] {
  const east = (point.lon - origin.lon) * metresPerDegree * Math.cos((origin.lat * Math.PI) / 180);
  return [east, (point.lat - origin.lat) * metresPerDegree];
}

/** Half the way to the nearest other centre: what lies within it can belong to nobody else. */
function reachMetres(all: readonly PlacedNeighbourhood[], home: PlacedNeighbourhood): number {
  const others = all.filter(({ key }) => key !== home.key).map(({ centre }) => distanceMetres(home.centre, centre));
  return Math.max(1, Math.min(2 * farthestMetres, ...others) / 2);
}

function inside(offset: number): number {
  return Math.min(0.5 - margin, Math.max(margin - 0.5, offset));
}
