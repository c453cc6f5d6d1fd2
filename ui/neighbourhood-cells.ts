/**
 * A shape for each neighbourhood where no boundary file exists: the ground that lies nearer to its middle than to any other's, and not far from it.
 * It tells the eye where a neighbourhood roughly is and takes clicks; it is no boundary, and whoever draws it says so. Pure.
 */
import type { Point } from './place-grid.ts';
import { distanceMetres } from './place-grid.ts';

export interface Cell {
  readonly key: string;
  readonly middle: Point;
  /** Corners in order; the first is not repeated. */
  readonly ring: readonly Point[];
}

const METRES_PER_DEGREE = 111_320;
/** How many neighbours decide how far a shape may reach: those on the edge of town have nobody on the other side to end it. */
const NEIGHBOURS = 3;
const LARGEST_METRES = 6_000;
const ROUNDNESS = 24;

/** Of middles that lie on the same spot the first alone has a shape. */
export function neighbourhoodCells(all: readonly { key: string; centre: Point }[]): Cell[] {
  return all.flatMap(({ key, centre }, place) => {
    const others = all.filter((_, at) => at !== place).map((other) => other.centre);
    const isSecond = all.slice(0, place).some((before) => distanceMetres(before.centre, centre) < 1);
    if (isSecond) return [];
    const cornered = others.filter((other) => distanceMetres(other, centre) >= 1);
    const plane = flat(centre);
    const round = Array.from({ length: ROUNDNESS }, (_, at): Spot => {
      const angle = (at * 2 * Math.PI) / ROUNDNESS;
      return [Math.cos(angle) * reach(centre, cornered), Math.sin(angle) * reach(centre, cornered)];
    });
    const ring = cornered.reduce((left, other) => nearerSide(left, plane.to(other)), round);
    return [{ key, middle: centre, ring: ring.map(plane.from) }];
  });
}

/** Metres east and north of a middle. */
type Spot = readonly [east: number, north: number];

function flat({ lat, lon }: Point) {
  const east = METRES_PER_DEGREE * Math.cos((lat * Math.PI) / 180);
  return {
    to: (point: Point): Spot => [(point.lon - lon) * east, (point.lat - lat) * METRES_PER_DEGREE],
    from: ([x, y]: Spot): Point => ({ lat: lat + y / METRES_PER_DEGREE, lon: lon + x / east }),
  };
}

function reach(centre: Point, others: readonly Point[]): number {
  const distances = others.map((other) => distanceMetres(centre, other)).sort((left, right) => left - right);
  return Math.min(LARGEST_METRES, distances[Math.min(NEIGHBOURS, distances.length) - 1] ?? LARGEST_METRES) * 0.75;
}

/** What is left of the shape on this side of the line half way to the other (Sutherland and Hodgman). */
function nearerSide(ring: readonly Spot[], [x, y]: Spot): Spot[] {
  const half = (x * x + y * y) / 2;
  const beyond = ([east, north]: Spot) => east * x + north * y - half;
  return ring.flatMap((corner, at) => {
    const before = ring.at(at - 1)!;
    const [here, there] = [beyond(corner), beyond(before)];
    const crossing = here > 0 !== there > 0 ? [between(before, corner, there / (there - here))] : [];
    return here > 0 ? crossing : [...crossing, corner];
  });
}

const between = ([x, y]: Spot, [toX, toY]: Spot, share: number): Spot => [x + (toX - x) * share, y + (toY - y) * share];
